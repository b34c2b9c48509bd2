"""Dialogues: the list, one dialogue with its parts, the day, and how unscheduled ones come about."""
