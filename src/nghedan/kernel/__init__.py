"""The kernel: rules in plain Python. Standard library only; no Django, no files, no clock."""
