"""Forms of the plan pages."""
