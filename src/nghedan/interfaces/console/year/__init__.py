"""The year at a glance."""
