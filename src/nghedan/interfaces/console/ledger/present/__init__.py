"""View models of the ledger."""
