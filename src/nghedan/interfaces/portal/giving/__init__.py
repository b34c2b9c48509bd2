"""Giving an opinion: one question a page, nothing stored before it is sent."""
