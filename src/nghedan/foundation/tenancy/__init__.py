"""Whose data it is: the locality, and tables that cannot be read without naming one."""
