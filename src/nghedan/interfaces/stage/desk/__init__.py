"""The secretaries' desk."""
