"""Wiring a machine for the length of one test, so that a package is tested without the composition root."""

import pytest
from django.db import models

from nghedan.foundation.access import catalogue
from nghedan.foundation.transitions import machines
from nghedan.kernel.workflow import Machine


def wire(monkeypatch: pytest.MonkeyPatch, model: type[models.Model], machine: Machine, holders: frozenset[str]) -> None:
    """Let ``machine`` govern ``model`` and give every one of its moves to the roles ``holders``."""
    monkeypatch.setitem(machines._machines, model, machine)
    for move in machine.transitions:
        monkeypatch.setitem(catalogue._holders, move.code, holders)
