"""Forms of the other ways in."""
