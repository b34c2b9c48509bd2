"""Kinds of message: each says what goes along with it, drawn when it is sent, and whether it is still to go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nghedan.kernel.registry import Registry

if TYPE_CHECKING:
    from nghedan.foundation.mail.models import Message


class Unwanted(Exception):  # noqa: N818  (no error: what the message was about is over)
    """A message is not to be sent any more."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along."""

    name: str
    content: bytes = field(repr=False)
    media_type: str


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of message. ``enclose`` draws what goes along; it raises Unwanted when the message is to be left out."""

    code: str
    label: str
    enclose: Callable[["Message"], Sequence[Enclosure]]


MESSAGE_KINDS: Registry[MessageKind] = Registry("kinds of message")


def message_kind(kind: MessageKind) -> MessageKind:
    """Declare a kind. A second one of the same code stops the start."""
    return MESSAGE_KINDS.register(kind.code, kind)
