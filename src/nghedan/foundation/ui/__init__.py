"""The look: theme, page shells, components, form fields. Components take plain values, never rows of a database."""
