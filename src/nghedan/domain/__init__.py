"""The life cycle of a dialogue: organisations, plans, dialogues and what follows them, in this order."""
