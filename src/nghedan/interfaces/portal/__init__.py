"""Pages of the people: no account, no script needed."""
