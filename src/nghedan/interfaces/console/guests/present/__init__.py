"""Guests and seats as they are shown."""
