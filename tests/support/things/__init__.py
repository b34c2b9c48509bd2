"""A small app of the tests: a thing has a title, words, secrets and states, and stands in a unit."""
