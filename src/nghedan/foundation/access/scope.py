"""Where a grant reaches and where an object stands."""

from dataclasses import dataclass

LOCALITY = "locality"
BODY = "body"
UNIT = "unit"
HAMLET = "hamlet"


@dataclass(frozen=True, slots=True)
class Scope:
    """The whole locality (no id), or one body, unit or hamlet in it."""

    kind: str
    id: int | None = None


WHOLE_LOCALITY = Scope(LOCALITY)
