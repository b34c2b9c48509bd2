"""Văn bản: the papers of a dialogue, each with what is still missing for it."""
