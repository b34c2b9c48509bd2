"""Time limits as rows: rules with rank and basis, and the due dates that follow from them."""
