"""Counting: pure, so that rows and journal are counted by the same function."""
