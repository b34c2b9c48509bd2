"""Pages and presses of the desk."""
