"""Deeds on what is frozen and shown: figures, and the public result."""
