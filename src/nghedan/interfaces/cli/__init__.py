"""The ``nghedan`` command: one small module per command in ``commands``."""
