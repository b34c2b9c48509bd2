"""Deeds on official papers: draft, submit, sign, issue, withhold."""
