"""Views of the dialogue pages."""
