"""Rules over the words of opinions: they suggest, a person decides. Pure: no tables, no clock."""
