"""Reading what follows a conference: letters, referrals, verdicts, and what can be closed."""
