"""Notices as the people read them: word for word as they were issued."""
