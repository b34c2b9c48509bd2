"""Looking up by the code on a receipt what became of an opinion."""
