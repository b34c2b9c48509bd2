"""Who may do what: accounts, dated grants, the catalogue of permissions, and the one decision."""
