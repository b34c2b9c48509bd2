"""Working calendars: holidays and swapped days, each with its source."""
