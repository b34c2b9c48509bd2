"""Papers of the plan."""
