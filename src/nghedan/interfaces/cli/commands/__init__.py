"""The commands. A module here is a command: ``verify_journal.py`` is ``nghedan verify-journal``.

It holds ``HELP`` (one sentence, source text), ``add_arguments(parser)`` and ``run(options) -> int``, the exit code.
"""
