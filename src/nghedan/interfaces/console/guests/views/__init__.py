"""Views of the guests of a dialogue."""
