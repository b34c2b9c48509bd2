"""What the settings pages show, as plain values."""
