"""Papers of the matters: letters to the units, the report on the opinions, the file of who presides."""
