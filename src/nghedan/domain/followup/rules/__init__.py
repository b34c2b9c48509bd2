"""When a commitment is late, and when its unit is reminded; pure."""
