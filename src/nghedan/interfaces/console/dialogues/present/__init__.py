"""What the dialogue pages show, as plain values."""
