"""Console, portal and command line: thin and equal - parse, call a deed, show."""
