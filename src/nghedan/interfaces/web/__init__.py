"""What the pages of every interface share: actor, security headers, answers to errors."""
