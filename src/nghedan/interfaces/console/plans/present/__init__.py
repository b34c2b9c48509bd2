"""What the plan pages show, as plain values."""
