"""From rows to what the matter pages show."""
