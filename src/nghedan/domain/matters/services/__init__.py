"""Deeds on matters."""
