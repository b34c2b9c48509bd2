"""Deeds on notices: keep what they told, log where they were made known."""
