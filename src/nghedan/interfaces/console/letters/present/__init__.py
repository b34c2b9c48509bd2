"""How answers, referrals and what is left are shown."""
