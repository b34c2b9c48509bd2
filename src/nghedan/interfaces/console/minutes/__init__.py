"""Biên bản, rút kinh nghiệm: the minutes as they grow and are signed, and what was learned."""
