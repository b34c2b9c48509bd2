"""Rules of the hall: pure, without a database."""
