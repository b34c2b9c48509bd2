"""Việc của đơn vị: what an officer's unit is to answer, and where the answer is written."""
