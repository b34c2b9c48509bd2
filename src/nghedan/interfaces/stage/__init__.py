"""The day in the hall: the secretaries' desk, screens of chair and hall, reception, pages of those present."""
