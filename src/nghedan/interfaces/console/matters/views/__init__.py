"""Views of the matter pages."""
