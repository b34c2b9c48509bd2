"""Forms of the dialogue pages."""
