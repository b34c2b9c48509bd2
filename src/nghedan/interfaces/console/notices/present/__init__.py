"""Notices and their log as rows."""
