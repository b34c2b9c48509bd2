"""Classifying opinions: what each asks for, which field, with what else it belongs together, and which level it has."""
