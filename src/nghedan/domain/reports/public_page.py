"""What the people read of a dialogue's result: figures without small cells, and every matter in the words meant for
them. Units are named, persons never (practice: lateness in public, poor households)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.conclusions.documents.wording import for_the_people
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import AnswerState
from nghedan.domain.reports.figures import DialogueFigures, figures_of, is_late, matters_counted, result_of
from nghedan.domain.reports.rules.small_cells import LEAST, without_small_cells
from nghedan.domain.reports.terms import Result
from nghedan.foundation.exports.columns import Column
from nghedan.foundation.exports.delimited import csv
from nghedan.kernel.terms import gettext_noop as _

OTHER_RESULTS, OTHER_FIELDS, OTHER_HAMLETS = _("Kết quả khác"), _("Lĩnh vực khác"), _("Thôn, tổ dân phố khác")
MATTERS, ANSWERED, OPEN = _("nội dung kiến nghị"), _("đã trả lời, giải quyết"), _("đang giải quyết")
COLUMNS = (
    "Mã", "Nội dung", "Lĩnh vực", "Thôn, tổ dân phố", "Kết quả", "Đơn vị", "Trả lời", "Hạn", "Ngày trả lời", "Quá hạn",
)  # fmt: skip
Rows = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class PublicMatter:
    """A matter as anybody may read it. ``hamlet`` is told only where at least five of its field come from there;
    ``title`` only where words meant for the people were written, else what it is about and who answers."""

    public_id: str
    title: str
    is_worded: bool
    field: str
    field_id: str
    hamlet: str
    result: Result
    unit: str
    answer: str
    due_on: date | None
    answered_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The result of a dialogue as it is told on a day."""

    dialogue: Dialogue
    figures: DialogueFigures
    matters: Sequence[PublicMatter]

    @property
    def results(self) -> Rows:
        """What came of the matters, for a chart."""
        return by_result(self.figures)

    @property
    def fields(self) -> Rows:
        """The matters by field, for a chart."""
        return without_small_cells(self.figures.fields, OTHER_FIELDS)

    @property
    def hamlets(self) -> Rows:
        """The matters by hamlet, for a chart."""
        return without_small_cells(self.figures.hamlets, OTHER_HAMLETS)

    @property
    def unworded(self) -> int:
        """How many matters have no words meant for the people yet."""
        return sum(not one.is_worded for one in self.matters)

    @property
    def late_units(self) -> Rows:
        """Units with how many matters they owe an answer to, the most first."""
        return Counter(one.unit for one in self.matters if one.is_late and one.unit).most_common()


def by_result(figures: DialogueFigures) -> Rows:
    """Return what came of the matters of a dialogue, no cell under five."""
    told = [(result.label, count) for result in Result if (count := figures.result(result))]
    return without_small_cells(told, OTHER_RESULTS)


def by_standing(figures: DialogueFigures) -> Rows:
    """Return how many matters there are, then how many are answered and how many open, as far as no cell, and no
    difference of two, is under five; nothing where all together are fewer."""
    whole = figures.matters.matters
    told_apart = [(ANSWERED, figures.answered), (OPEN, figures.open)]
    rest = whole - figures.answered - figures.open
    parts = without_small_cells([*told_apart, (OTHER_RESULTS, rest)], OTHER_RESULTS)
    return [(MATTERS, whole), *(part for part in parts if len(parts) > 1)] if parts else []


def public_page(dialogue: Dialogue, today: date) -> PublicPage:
    """Gather what the people may read of a dialogue's result (five queries)."""
    matters = matters_counted(dialogue).select_related("field", "hamlet", "unit", "answer")
    listed = list(matters.order_by("field__position", "field_id", "year", "number"))
    outcomes = Outcome.objects.of(dialogue.locality).filter(dialogue=dialogue, state=OutcomeState.STANDING)
    said = dict(outcomes.values_list("matter_id", "text"))
    places = Counter((one.hamlet_id, one.field_id) for one in listed)
    rows = [_row(one, said, today, tells_place=places[one.hamlet_id, one.field_id] >= LEAST) for one in listed]
    return PublicPage(dialogue, figures_of(dialogue, today, listed), rows)


def open_data(page: PublicPage) -> bytes:
    """Return the matters as CSV; a row keeps its id as long as the matter is public."""
    rows = [
        (
            row.public_id, row.title, row.field, row.hamlet, row.result.label, row.unit, row.answer, row.due_on,
            row.answered_on, "x" if row.is_late else "",
        )
        for row in page.matters
    ]  # fmt: skip
    return csv([Column(name) for name in COLUMNS], rows)


def _row(matter: Matter, said: Mapping[int, str], today: date, *, tells_place: bool) -> PublicMatter:
    result = result_of(matter)
    is_open = result is Result.WAITING
    unit = matter.competent_body if result is Result.REFERRED else matter.unit.name if matter.unit else ""
    field = matter.field.name if matter.field else OTHER_FIELDS
    return PublicMatter(
        public_id=matter.public_id, title=_title(matter), is_worded=bool(matter.public_text.strip()), field=field,
        field_id=matter.field.public_id if matter.field else "", hamlet=str(matter.hamlet or "") if tells_place else "",
        result=result, unit=unit, answer=for_the_people(_told(matter, result, said.get(matter.pk, ""))),
        due_on=matter.writing_due_on if is_open else None, answered_on=None if is_open else matter.answered_on,
        is_late=is_late(matter, today),
    )  # fmt: skip


def _title(matter: Matter) -> str:
    """Return a matter in its public words. The title the office works with may name a hamlet, and so with the field a
    family: without public words the field and the unit stand for it (practice: poor households)."""
    unit = matter.unit.name if matter.unit else matter.competent_body
    about = (matter.field.name if matter.field else OTHER_FIELDS, unit)
    return matter.public_text.strip() or " – ".join(filter(None, about))


def _told(matter: Matter, result: Result, said: str) -> str:
    """Return what was answered: in writing the approved words, unless somebody noted others; before that what the hall
    was told. What is only prepared, and why something was set aside, is not told here."""
    answer = getattr(matter, "answer", None)
    approved = answer.short or answer.text if answer and answer.state == AnswerState.APPROVED else ""
    match result:
        case Result.IN_WRITING:
            noted = "" if matter.outcome_note == said else matter.outcome_note
            return noted or approved or matter.outcome_note
        case Result.IN_HALL:
            return said or matter.outcome_note or approved
        case Result.SETTLED:
            return matter.outcome_note
        case Result.WAITING | Result.REFERRED:
            return said
    return ""
