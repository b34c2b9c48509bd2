"""Deeds of the hall: each small, each safe to repeat."""
