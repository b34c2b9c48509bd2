"""Papers of the conclusion, and what the people are told."""
