"""Matters as papers print them: gathered once for one viewer, so that building a paper asks nothing more. Names of
people are never among it; officers in office are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.matters.figures import NO_FIELD, Voices, voices_of_all
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.queries import MOST_YEARS, continued_by, standing_alone, with_parts
from nghedan.domain.matters.terms import AnswerState, Competence, MatterKind, MatterState, Outcome
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.queries import posts_visible_to, unit_names_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

NO_PLACE = "Không ghi nơi"


class Kept(Term):
    """What became of a promise."""

    KEPT = "kept", _("đã thực hiện")
    BROKEN = "broken", _("đến hạn chưa thực hiện")
    RUNNING = "running", _("chưa đến hạn")
    OPEN = "open", _("chưa xong")


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier time the same matter was raised, and what came of it."""

    year: int
    unit: str = ""
    promise: str = ""
    promised_on: date | None = None
    outcome: str = ""
    kept: Kept | None = None

    @property
    def told(self) -> str:
        """What happened then: who promised what until when, and whether it was done."""
        if not self.promise:
            return f"Năm {self.year}: {self.outcome[:1].lower()}{self.outcome[1:]}"
        until = f", hẹn đến ngày {format_date(self.promised_on)}" if self.promised_on else ""
        who = f"{self.unit} hứa" if self.unit else "đã hứa"
        return f"Năm {self.year}: {who} “{self.promise}”{until}; {self.kept.label if self.kept else self.outcome}"


@dataclass(frozen=True, slots=True)
class Prepared:
    """An answer a unit has sent."""

    short: str
    text: str
    basis: str
    caution: str
    proposed_on: date | None
    state: AnswerState


@dataclass(frozen=True, slots=True)
class Entry:
    """A matter for the papers."""

    number: int
    title: str
    text: str
    kind: MatterKind
    field: str
    level: Level
    state: MatterState
    competence: Competence
    competent_body: str
    place: str
    voices: Voices
    unit: str
    officer: str
    due_on: date | None
    is_bounced: bool
    supports: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    answer: Prepared | None = None

    @property
    def is_open(self) -> bool:
        return self.state in (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED)

    @property
    def is_ours(self) -> bool:
        return self.competence is Competence.OURS and self.state is not MatterState.REFERRED

    @property
    def not_ours(self) -> str:
        """Whose it is instead, in a few words: "Vượt thẩm quyền", "Không thuộc thẩm quyền"."""
        return "Vượt thẩm quyền" if self.competence is Competence.ABOVE else "Không thuộc thẩm quyền"

    @property
    def times(self) -> str:
        """How often it was raised, since when: "5 lượt; nêu từ năm 2023"."""
        since = min((one.year for one in self.earlier), default=None)
        return f"{self.voices.count} lượt" + (f"; nêu từ năm {since}" if since else "")

    @property
    def broken(self) -> Earlier | None:
        """The latest promise whose day is over and that was not kept."""
        return next((one for one in self.earlier if one.kept is Kept.BROKEN), None)

    @property
    def missing(self) -> str:
        """What the answer still waits for; empty once the unit has sent it, or where none is to be prepared."""
        if self.answer or not (self.is_open and self.is_ours):
            return ""
        return f"{self.unit} chưa gửi" if self.unit else "Chưa giao đơn vị"


def entries_of(actor: Actor, matters: ScopedQuerySet[Matter], day: date) -> tuple[Entry, ...]:
    """Gather matters the actor may see, field by field, those most raised first (seven queries, however many)."""
    chain = "__".join(["continues"] * MOST_YEARS)
    rows = list(with_parts(standing_alone(matters)).select_related(chain))
    if not rows:
        return ()
    voices = voices_of_all(rows)
    units = unit_names_on(rows[0].locality, day)
    heads = {post.unit_id: f"{post.title} {post.officer.full_name}" for post in posts_visible_to(actor).on(day).filter(unit__isnull=False, is_head=True)}  # fmt: skip  # noqa: E501
    rows.sort(key=lambda row: (*_place_of_field(row), -voices[row.pk].count, row.year, row.number))
    return tuple(_entry(row, voices[row.pk], units, heads, day) for row in rows)


def kept(promise: str, promised_on: date | None, outcome: Outcome, day: date) -> Kept | None:
    """Say what became of a promise by a day; None where nothing was promised."""
    if not promise:
        return None
    if outcome.is_final:
        return Kept.KEPT
    if promised_on is None:
        return Kept.OPEN
    return Kept.BROKEN if promised_on < day else Kept.RUNNING


def _place_of_field(row: Matter) -> tuple[bool, int, int]:
    return row.field is None, row.field.position if row.field else 0, row.field_id or 0


def _entry(row: Matter, voices: Voices, units: dict[int, str], heads: dict[int | None, str], day: date) -> Entry:
    unit = units.get(row.unit_id, "") if row.unit_id else ""
    return Entry(
        number=row.number,
        title=row.title,
        text=row.text,
        kind=MatterKind(row.kind),
        field=row.field.name if row.field else NO_FIELD,
        level=Level(row.level),
        state=MatterState(row.state),
        competence=Competence(row.competence),
        competent_body=row.competent_body,
        place=places_told(voices.hamlets) or (str(row.hamlet) if row.hamlet else NO_PLACE),
        voices=voices,
        unit=unit,
        officer=heads.get(row.unit_id, "") if unit else "",
        due_on=row.due_on,
        is_bounced=row.bounces > 0,
        supports=tuple(units.get(support.unit_id, "") for support in row.supports.all()),
        earlier=_history(row, units, day),
        answer=_prepared(row),
    )


def _history(row: Matter, units: dict[int, str], day: date) -> tuple[Earlier, ...]:
    return tuple(
        Earlier(
            year=one.year,
            unit=units.get(one.unit_id, "") if one.unit_id else "",
            promise=one.promise,
            promised_on=one.promised_on,
            outcome=Outcome(one.outcome).label,
            kept=kept(one.promise, one.promised_on, Outcome(one.outcome), day),
        )
        for one in continued_by(row)
    )


def _prepared(row: Matter) -> Prepared | None:
    """Return the answer once the unit has sent it: what is still being drafted is the unit's own."""
    answer: Answer | None = getattr(row, "answer", None)
    if answer is None or answer.state == AnswerState.DRAFT:
        return None
    return Prepared(
        answer.short, answer.text, answer.basis, answer.caution, answer.proposed_on, AnswerState(answer.state)
    )


def places_told(hamlets: Sequence[str]) -> str:
    """Return hamlets as a cell of a table names them: "Thôn Bãi Đa, thôn Suối Mơ"."""
    return ", ".join(name if place == 0 else name[:1].lower() + name[1:] for place, name in enumerate(hamlets))


def by_field(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return name of a field -> its entries, in the order they come."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.field, []).append(entry)
    return found
