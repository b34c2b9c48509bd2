"""Views of classifying."""
