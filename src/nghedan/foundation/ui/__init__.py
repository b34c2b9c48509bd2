"""The look: theme, components, form fields."""
