"""Errors a user is told about: a stable code, a Vietnamese sentence, and what fills its places."""

# ruff: noqa: N818 - the names say what happened, as the user is told it: "Refused", not "RefusedError"

from typing import Any


class DomainError(Exception):
    """A deed could not be done, for a reason the user can be told.

    `message` is Vietnamese source text with `%(name)s` places, translated and then filled from `params` when
    shown. As with Django's ValidationError it is filled only if there are params; only then is `%` written `%%`.
    """

    def __init__(self, code: str, message: str, /, **params: Any) -> None:
        """Keep code, message and params apart, so that the message can still be translated."""
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.params = params

    def __str__(self) -> str:
        """Return the Vietnamese sentence."""
        return self.message % self.params if self.params else self.message


class Invalid(DomainError):
    """What was entered is wrong or incomplete; `field` names the form field at fault, if one is (HTTP 422)."""

    def __init__(self, code: str, message: str, /, *, field: str | None = None, **params: Any) -> None:
        """Take the field at fault beside the rest."""
        super().__init__(code, message, **params)
        self.field = field


class NotAllowed(DomainError):
    """The actor lacks the right (HTTP 403)."""


class Refused(DomainError):
    """The move is not open now: a state or a guard stands against it (HTTP 409)."""


class Conflict(DomainError):
    """Someone was faster: the object changed since it was read (HTTP 409)."""
