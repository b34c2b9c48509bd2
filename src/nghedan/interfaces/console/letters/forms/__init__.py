"""Forms on answers, referrals, verdicts and closing."""
