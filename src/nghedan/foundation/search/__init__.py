"""Full-text search over folded words, the same on both databases."""
