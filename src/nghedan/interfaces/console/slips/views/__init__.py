"""Pages of slips, stacks and sheets."""
