"""Accounts of people in office: sign-in, grants, first run."""
