"""Live screens: what changed since a number of the journal, rendered once per kind of screen and streamed to all."""
