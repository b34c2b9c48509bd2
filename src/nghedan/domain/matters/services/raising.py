"""From opinions to matters: an opinion raises one or more, a matter is raised by one or more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Field, Matter, Raising
from nghedan.domain.matters.rules.levels import level_of_matter
from nghedan.domain.matters.rules.titles import TITLE_SIGNS
from nghedan.domain.matters.services.finding import let_be_found
from nghedan.domain.matters.services.restricting import follow_levels
from nghedan.domain.matters.terms import Competence, MatterKind, Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.series import take_numbers
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

SERIES = "matter"
NO_TITLE = _("Xin ghi nội dung trong một câu.")
OTHER_BODY = _("Ý kiến và nội dung gửi tới hai cơ quan khác nhau; xin ghi thành nội dung riêng.")
OTHER_BODY_DIALOGUE = _("Cuộc đối thoại này do cơ quan khác tổ chức; xin chọn cuộc của cơ quan nhận ý kiến.")
CARRIED_OVER = _("Nội dung này đã được đưa vào một cuộc đối thoại sau; xin mở nội dung ở cuộc ấy.")
ITS_OWN_WAY = _("%(kind)s không đưa vào nội dung đối thoại; xin vào sổ đơn.")


@dataclass(frozen=True, slots=True)
class MatterDraft:
    """A matter before it is stored."""

    title: str
    text: str = ""
    kind: MatterKind = MatterKind.PETITION
    field: Field | None = None
    competence: Competence = Competence.OURS
    competent_body: str = ""
    hamlet: Hamlet | None = None
    continues: Matter | None = None


def raise_matter(*, actor: Actor, opinion: Opinion, draft: MatterDraft, key: str = "") -> Matter:
    """Write down what an opinion asks for, as a matter with a number of its own; it takes over the opinion's level.

    Raises Invalid without a sentence, Refused for what the law gives a way of its own, NotAllowed.
    """
    if draft.kind.leaves_the_dialogue:
        raise Refused("matter.its_own_way", ITS_OWN_WAY, kind=draft.kind.label)
    about_officials = draft.field is not None and draft.field.is_conduct
    level = level_of_matter([Level(opinion.level)], about_officials=about_officials)
    fresh = Matter(
        locality=opinion.locality, body=opinion.body, dialogue=opinion.dialogue, year=opinion.year, level=level.value,
        **_fields(draft),
    )  # fmt: skip
    with deed(actor):
        matter = _store("matter.raise", actor, fresh, key)
        if matter is fresh:
            also_raises(actor=actor, opinion=opinion, matter=matter)
    return matter


def also_raises(*, actor: Actor, opinion: Opinion, matter: Matter) -> Raising:
    """Note that an opinion raises a matter that exists: one answer, each voice keeps its number and its notice.

    Raises Refused for a matter of another body, NotAllowed.
    """
    if opinion.body_id != matter.body_id:
        raise Refused("raising.other_body", OTHER_BODY)
    known = Raising.objects.of(matter.locality).filter(opinion=opinion, matter=matter, state=Standing.CURRENT).first()
    if known is not None:
        return known
    with deed(actor):
        raising = Raising(locality=matter.locality, opinion=opinion, matter=matter)
        create("raising.add", actor=actor, obj=raising)
        follow_levels(actor=actor, matters=[matter])
    return raising


def no_longer_raises(*, actor: Actor, opinion: Opinion, matter: Matter) -> None:
    """Take back that an opinion raises a matter: it was put there by mistake. Raises NotAllowed, Conflict."""
    raised = Raising.objects.of(matter.locality).filter(opinion=opinion, matter=matter, state=Standing.CURRENT)
    with deed(actor):
        for raising in raised:
            perform("raising.end", actor=actor, obj=raising)
        follow_levels(actor=actor, matters=[matter])


def void_matter(*, actor: Actor, matter: Matter, facts: Mapping[str, Any] | None = None) -> Matter:
    """Take back a matter that was written down by mistake and that nobody raises any more: it leaves its dialogue and
    every list; its number is not given again. Raises Refused once it was given to a unit or got a result, NotAllowed,
    Conflict."""
    with deed(actor):
        perform("matter.void", actor=actor, obj=matter, changes={"dialogue": None}, facts=facts)
        let_be_found(matter)
    return matter


def finish_classifying(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Say that everything an opinion asks for has been written down. Raises Refused when nothing has."""
    return perform("opinion.classify", actor=actor, obj=opinion)


def edit_matter(*, actor: Actor, matter: Matter, changes: Mapping[str, Any]) -> Matter:
    """Change a matter's words, kind, field, competence or place. Raises Invalid, NotAllowed, Conflict."""
    stored = dict(changes)
    if "title" in stored:
        stored["title"] = _title(stored["title"])
    with deed(actor):
        perform("matter.edit", actor=actor, obj=matter, changes=stored)
        let_be_found(matter)
        follow_levels(actor=actor, matters=[matter])
    return matter


def redact(*, actor: Actor, matter: Matter, public_text: str) -> Matter:
    """Store the words in which a matter may be published. Raises NotAllowed, Conflict."""
    return perform("matter.redact", actor=actor, obj=matter, changes={"public_text": clean(public_text)})


@dataclass(frozen=True, slots=True)
class PastMatter:
    """What was raised before this system was used, and what came of it."""

    year: int
    title: str
    outcome: Outcome = Outcome.NONE
    outcome_note: str = ""
    promise: str = ""
    promised_on: date | None = None
    field: Field | None = None
    hamlet: Hamlet | None = None
    unit: Unit | None = None
    continues: Matter | None = None


def record_past_matter(*, actor: Actor, body: Body, past: PastMatter, key: str = "") -> Matter:
    """Write down a matter of an earlier year, so that what was promised is remembered. Raises Invalid, NotAllowed."""
    fresh = Matter(
        locality=body.locality, body=body, year=past.year, title=_title(past.title), outcome=past.outcome.value,
        outcome_note=clean(past.outcome_note), promise=clean(past.promise)[:TITLE_SIGNS],
        promised_on=past.promised_on, field=past.field, hamlet=past.hamlet, unit=past.unit, continues=past.continues,
    )  # fmt: skip
    with deed(actor):
        return _store("matter.record_past", actor, fresh, key)


def carry_over(*, actor: Actor, matter: Matter, dialogue: Dialogue) -> Matter:
    """Take a matter of an earlier dialogue up again in a coming one: in its words, for its voices, continuing it.

    Raises Refused for another body or one that was taken up before, NotAllowed.
    """
    if matter.body_id != dialogue.body_id:
        raise Refused("matter.other_body", OTHER_BODY_DIALOGUE)
    if Matter.objects.of(matter.locality).filter(continues=matter).exists():
        raise Refused("matter.carried_over", CARRIED_OVER)
    same = ("title", "text", "public_text", "kind", "field", "level", "competence", "competent_body", "hamlet")
    fresh = Matter(
        locality=matter.locality, body=matter.body, dialogue=dialogue, year=dialogue.year, continues=matter,
        **{name: getattr(matter, name) for name in same},
    )  # fmt: skip
    raised = Raising.objects.of(matter.locality).filter(matter=matter, state=Standing.CURRENT)
    voices = [row.opinion for row in raised.exclude(opinion__level=Level.RESTRICTED).select_related("opinion")]
    with deed(actor):
        stored = _store("matter.raise", actor, fresh, "")
        for opinion in voices:
            also_raises(actor=actor, opinion=opinion, matter=stored)
    return stored


def matters_of(opinion: Opinion) -> Sequence[Matter]:
    """Return the matters an opinion raises, in the order they were written down."""
    rows = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT)
    return [row.matter for row in rows.select_related("matter__field", "matter__unit").order_by("pk")]


def _store(code: str, actor: Actor, fresh: Matter, key: str) -> Matter:
    try:
        with deed(actor):
            [fresh.number] = take_numbers(fresh.locality, SERIES, fresh.year)
            matter = create(code, actor=actor, obj=fresh, key=key)
            if matter is not fresh:
                raise _SentBefore(matter)
            let_be_found(matter)
    except _SentBefore as again:
        return again.matter
    return matter


class _SentBefore(Exception):  # noqa: N818  (no error: the number taken is given back)
    def __init__(self, matter: Matter) -> None:
        super().__init__()
        self.matter = matter


def _fields(draft: MatterDraft) -> dict[str, Any]:
    return {
        "title": _title(draft.title),
        "text": clean(draft.text),
        "kind": draft.kind.value,
        "field": draft.field,
        "competence": draft.competence.value,
        "competent_body": clean(draft.competent_body)[:200],
        "hamlet": draft.hamlet,
        "continues": draft.continues,
    }


def _title(title: str) -> str:
    said = " ".join(clean(title).split())
    if not any(sign.isalnum() for sign in said):
        raise Invalid("matter.no_title", NO_TITLE, field="title")
    return said[:TITLE_SIGNS]
