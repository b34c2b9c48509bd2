"""Theo dõi, đôn đốc: commitments that follow from conclusions, until each is closed."""
