"""Views of the register and of the restricted area."""
