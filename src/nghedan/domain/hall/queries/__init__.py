"""Reading the hall: who speaks and who is next, what was heard and answered."""
