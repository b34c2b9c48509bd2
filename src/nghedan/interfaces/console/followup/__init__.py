"""Theo dõi kết luận: commitments late first, reminding their units, and the page for Monday's meeting."""
