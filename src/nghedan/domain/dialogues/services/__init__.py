"""Deeds on dialogues: planning and adopting, choosing the day, agreeing, tasks, unscheduled occasions."""
