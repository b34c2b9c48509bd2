"""Calling the people: notices of a dialogue, and where, when and by whom they were made known."""
