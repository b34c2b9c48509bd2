"""Pure rules: how names compare and sort, how a pasted list is read, who signs in which form, which days collide."""
