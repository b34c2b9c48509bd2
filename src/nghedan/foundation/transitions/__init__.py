"""The one door through which anything changes: right, guard, compare-and-set, journal, event - in one transaction."""
