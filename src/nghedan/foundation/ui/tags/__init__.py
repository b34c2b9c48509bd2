"""The components' tags by theme; `templatetags/ui.py` joins them into the one library `ui`."""
