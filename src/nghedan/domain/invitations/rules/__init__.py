"""Pure rules: to which group somebody belongs, and what becomes of the rows of a list of guests."""
