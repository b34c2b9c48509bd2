"""The composition root: the only place that knows everything; nothing imports it."""
