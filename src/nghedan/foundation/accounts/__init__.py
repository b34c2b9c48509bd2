"""Accounts: who may sign in, with which roles, how a password is set the first time, how sessions are locked."""
