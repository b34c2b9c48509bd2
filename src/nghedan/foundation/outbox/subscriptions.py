"""Which handlers listen to which code; filled once by the composition root."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nghedan.foundation.outbox.models import OutboxEntry

Handler = Callable[["OutboxEntry"], None]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A job the worker runs again and again, ``every`` seconds."""

    code: str
    every: int
    run: Callable[[], object]


_handlers: dict[str, tuple[Handler, ...]] = {}
_schedules: tuple[Schedule, ...] = ()


def install(handlers: Mapping[str, Sequence[Handler]], schedules: Sequence[Schedule] = ()) -> None:
    """Install the map code -> handlers and the scheduled jobs."""
    global _schedules
    _handlers.clear()
    _handlers.update({code: tuple(listening) for code, listening in handlers.items()})
    _schedules = tuple(schedules)


def handlers_of(code: str) -> tuple[Handler, ...]:
    return _handlers.get(code, ())


def subscribed_codes() -> tuple[str, ...]:
    return tuple(_handlers)


def schedules() -> tuple[Schedule, ...]:
    return _schedules


def handler_name(handler: Handler) -> str:
    """Return the stable name under which a handler is recorded as done."""
    return f"{handler.__module__}.{handler.__qualname__}"
