"""Django plumbing without one word of the dialogue."""
