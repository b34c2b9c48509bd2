"""Kết luận hội nghị: what was discussed, settled, given to units or sent elsewhere, and the papers that say so."""
