"""The other ways in: lists, reports awaited, what robots sent."""
