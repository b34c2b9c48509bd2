"""The journal: append-only, a chain per locality and site, each entry sealed to the one before by a key kept apart."""
