"""Deeds on commitments: progress, extension, confirming, closing, reminding."""
