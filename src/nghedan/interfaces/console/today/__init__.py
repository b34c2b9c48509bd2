"""The first page of everybody, every morning."""
