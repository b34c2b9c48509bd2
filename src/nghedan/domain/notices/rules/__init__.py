"""Pure rules: what counts as made known, and how a text is read aloud."""
