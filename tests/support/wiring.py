"""Wiring machines for the length of one test, so that a package is tested without the composition root."""

from collections.abc import Mapping

import pytest

from nghedan.foundation.access import catalogue
from nghedan.foundation.transitions import machines
from nghedan.kernel.workflow import Machine


def wire(monkeypatch: pytest.MonkeyPatch, governed: Mapping[type, Machine], holders: frozenset[str]) -> None:
    """Let each machine govern its table and give every one of its moves to the roles ``holders``."""
    for model, machine in governed.items():
        monkeypatch.setitem(machines._machines, model, machine)
        for move in machine.transitions:
            monkeypatch.setitem(catalogue._holders, move.code, holders)
