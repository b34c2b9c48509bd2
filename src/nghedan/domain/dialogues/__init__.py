"""The dialogue (hội nghị đối thoại): kind, theme, date, place, who presides; its tasks and limits."""
