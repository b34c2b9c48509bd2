"""Forms on guests and seats."""
