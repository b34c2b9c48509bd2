"""Lists made in Excel or exported from other programs, read row by row as text. No tables of ours, no storage."""
