"""Sổ ý kiến: the ledger, quick entry beside it, and one opinion with all that belongs to it."""
