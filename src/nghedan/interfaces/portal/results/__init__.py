"""What came of a dialogue, for everybody."""
