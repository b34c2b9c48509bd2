"""Pages of the other ways in."""
