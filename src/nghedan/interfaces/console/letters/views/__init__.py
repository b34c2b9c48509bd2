"""Pages on answers, referrals, verdicts and closing."""
