"""Chương trình: the programme of a conference and the papers of the day."""
