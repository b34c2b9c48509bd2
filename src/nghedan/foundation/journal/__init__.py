"""The journal: append-only, one chain per locality and site, each entry sealed to the one before with a key kept elsewhere."""
