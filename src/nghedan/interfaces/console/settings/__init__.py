"""Settings: bodies, units, hamlets, people, accounts, delegation, calendar, limits."""
