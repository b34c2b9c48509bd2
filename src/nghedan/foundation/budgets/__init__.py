"""Budgets: how often something may be done by one address, with one receipt, within a span of time."""
