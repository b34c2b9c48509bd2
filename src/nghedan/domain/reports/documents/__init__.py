"""Papers on figures: the report to the superior."""
