"""Papers of urging and following up."""
