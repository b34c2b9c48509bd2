"""Kết luận: what the conclusion of a dialogue says, item by item."""
