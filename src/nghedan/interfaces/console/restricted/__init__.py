"""The register of petitions of law, and what only its readers may open."""
