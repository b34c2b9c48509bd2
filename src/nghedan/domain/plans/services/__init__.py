"""Deeds on plans: drafting, signing and issuing, amending."""
