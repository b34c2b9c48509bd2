"""What must leave or follow: events, mail and scheduled work, written in the deed's own transaction, drained by a worker."""
