"""The page of who leads a hamlet: photographs handed in from a phone, the coming dialogue, what became of it."""
