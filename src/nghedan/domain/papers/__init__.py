"""Văn bản của hội nghị: from draft to force. Kinds of paper are declared by the packages whose facts they print."""
