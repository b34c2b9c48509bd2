"""What must leave or follow: events, mail, scheduled work; written in the deed's transaction, drained by a worker."""
