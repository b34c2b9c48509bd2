"""Hội nghị: agenda, those present, speakers and turns, outcomes, the projector, and the minutes."""
