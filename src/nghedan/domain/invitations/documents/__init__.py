"""Papers of the invitations: letters, lists to look at and to sign, name cards."""
