"""Paper: printing blank slips, taking scanned ones in, keying them."""
