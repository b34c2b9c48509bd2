"""E-mail that waits, is sent by the worker, and is forgotten once it has gone: only that it went stays."""
