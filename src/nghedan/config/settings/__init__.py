"""Settings: ``base`` for every installation, ``test`` for the tests."""
