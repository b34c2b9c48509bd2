"""Papers of the day and of what was said: programme, scripts, reports, minutes, lessons."""
