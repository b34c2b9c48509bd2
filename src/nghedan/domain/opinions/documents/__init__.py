"""Papers of the ledger: blank slips, receipts."""
