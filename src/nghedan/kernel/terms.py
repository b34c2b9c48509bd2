"""Enumerations whose members carry their Vietnamese label, and the marker for text shown to users.

The kernel knows no translation: it marks Vietnamese source text with `gettext_noop`, and whoever shows
the text translates it, then fills in the parameters.
"""

from enum import StrEnum
from typing import Self


def gettext_noop(text: str) -> str:
    """Mark a Vietnamese source text for translation and return it unchanged."""
    return text


class Term(StrEnum):
    """A closed vocabulary, one member a line: `DRAFT = "draft", _("Dự thảo"), _("Chưa trình ký.")`.

    A member is its stored value; `label` and `help` are Vietnamese source text, `help` may be empty.
    """

    label: str
    help: str

    def __new__(cls, value: str, label: str = "", explanation: str = "") -> Self:
        """Make the member a string equal to its stored value.

        The label has a default only so that looking a member up by its value, `State("draft")`, is well typed.
        """
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.help = explanation
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (value, label) pairs in the order of declaration, as form fields want them."""
        return [(member.value, member.label) for member in cls]
