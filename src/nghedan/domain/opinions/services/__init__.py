"""Deeds on the ledger and its papers."""
