"""Forms of the matter pages."""
