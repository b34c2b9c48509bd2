"""The journal: append-only, one chain per locality and site, each entry sealed to the one before by a key kept apart."""
