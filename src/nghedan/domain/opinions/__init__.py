"""The ledger of opinions (sổ ý kiến): every voice by whatever way, word for word, with its number and receipt."""
