"""What a plan says besides its dialogues and duties: the part of the reader's schema kept as one document."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from nghedan.kernel.vietnamese import fold

CO_CHAIR = "dong chu tri"
"""The role of a co-chair in the committee, folded."""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document cited in the preamble."""

    text: str
    number: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit the plan itself sets, counted from the day of each dialogue."""

    what: str
    days: int
    unit: str
    direction: str
    relative_to: str = "session_date"


@dataclass(frozen=True, slots=True)
class CommitteeMember:
    """Somebody with a part in the organising committee (ban tổ chức, thư ký)."""

    role: str
    person_or_unit: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """The order of steps before, during and after a dialogue."""

    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unscheduled:
    """What the plan says of dialogues outside the fixed ones."""

    allowed: bool = False
    voter_threshold_percent: float | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """The words of a plan that are not rows of their own; strings as printed, without list markers."""

    head_role: str = ""
    delegate_role: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    purposes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    procedure: Procedure = Procedure()
    unscheduled: Unscheduled = Unscheduled()
    frequency_per_year_min: int | None = None
    limits: tuple[Limit, ...] = ()
    committee: tuple[CommitteeMember, ...] = ()
    channels: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    expected_min: int | None = None
    expected_max: int | None = None
    hamlet_count: int | None = None
    signer_authority: str = ""
    signer_title: str = ""
    signer_name: str = ""
    opening: str = field(default="")
    closing: str = field(default="")

    def as_json(self) -> dict[str, Any]:
        """Return the content as it is stored."""
        return asdict(self)

    @property
    def co_chairs(self) -> tuple[str, ...]:
        """Who presides beside the head, as far as the committee says so."""
        return tuple(member.person_or_unit for member in self.committee if fold(member.role) == CO_CHAIR)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return stored content; what an earlier release did not know is empty. Raises TypeError for unknown keys."""
        parts: dict[str, Any] = dict(stored)
        rows = {"legal_bases": LegalBasis, "limits": Limit, "committee": CommitteeMember}
        for name, row in rows.items():
            parts[name] = tuple(row(**entry) for entry in parts.get(name, ()))
        procedure = parts.get("procedure") or {}
        parts["procedure"] = Procedure(**{step: tuple(lines) for step, lines in procedure.items()})
        parts["unscheduled"] = Unscheduled(**(parts.get("unscheduled") or {}))
        for name in ("purposes", "requirements", "channels", "recipients"):
            parts[name] = tuple(parts.get(name, ()))
        return cls(**parts)
