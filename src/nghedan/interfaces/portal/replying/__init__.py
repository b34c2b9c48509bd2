"""Answering an invitation by the link on its letter, without an account."""
