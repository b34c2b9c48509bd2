"""The calendar's machine, wired; the clerk and the administrator keep it."""

import pytest

from nghedan.config import roles
from nghedan.foundation.calendars import permissions  # noqa: F401  (declares them)
from nghedan.foundation.calendars.workflow import MACHINES
from tests.support.wiring import wire


@pytest.fixture(autouse=True)
def _days(monkeypatch: pytest.MonkeyPatch) -> None:
    wire(monkeypatch, MACHINES, frozenset({roles.CLERK, roles.ADMINISTRATOR}))
