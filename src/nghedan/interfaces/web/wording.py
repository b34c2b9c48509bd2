"""Errors in the reader's language."""

from typing import Any

from django.utils.translation import gettext

from nghedan.kernel.errors import DomainError


def sentence_of(error: DomainError) -> str:
    """Return the error's sentence, translated and filled in; labels among its parameters are translated too."""
    sentence = gettext(error.message)
    return sentence % {name: _shown(value) for name, value in error.params.items()} if error.params else sentence


def _shown(value: Any) -> Any:
    return gettext(value) if isinstance(value, str) and value else value
