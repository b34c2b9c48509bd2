"""Kế hoạch đối thoại: reading issued plans, the yearly plan of a body and its items."""
