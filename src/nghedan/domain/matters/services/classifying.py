"""From opinions to what becomes of them, in one press: one opinion, or many that are alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.rules.titles import title_of
from nghedan.domain.matters.services.leaving import refer_matter, set_aside_matter, settle_matter
from nghedan.domain.matters.services.raising import MatterDraft, also_raises, finish_classifying, raise_matter
from nghedan.domain.matters.services.restricting import mark_conduct
from nghedan.domain.matters.terms import Competence, MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _

NONE_CHOSEN = _("Xin chọn ít nhất một ý kiến.")


class Then(Term):
    """What becomes of a matter as soon as it is written down."""

    ASSIGN = "", _("Để giao đơn vị trả lời")
    SETTLE = "settle", _("Đã giải quyết tại thôn, tổ dân phố")
    REFER = "refer", _("Chuyển cơ quan có thẩm quyền")
    SET_ASIDE = "set_aside", _("Không xem xét, ghi lý do")


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of a matter at once, and why."""

    then: Then = Then.ASSIGN
    reason: str = ""


def classify(
    *, actor: Actor, opinion: Opinion, draft: MatterDraft, decided: Decided | None = None, key: str = ""
) -> Matter:
    """Write down one thing an opinion asks for and what becomes of it; it may ask for more.

    A field about officials sets the opinion apart as well; whom it names, the page on officials asks. Raises Invalid,
    Refused, NotAllowed, Conflict.
    """
    with deed(actor):
        if draft.field is not None and draft.field.is_conduct and opinion.level == Level.ORDINARY:
            mark_conduct(actor=actor, opinion=opinion)
        matter = raise_matter(actor=actor, opinion=opinion, draft=draft, key=key)
        _decide(actor, matter, decided or Decided())
    return matter


def classify_as_one(*, actor: Actor, opinions: Sequence[Opinion], draft: MatterDraft) -> Matter:
    """Let many opinions raise one matter, and be done with them, all or none. Raises Invalid, Refused, NotAllowed."""
    first, *others = _chosen(opinions)
    with deed(actor):
        titled = draft if draft.title.strip() else replace(draft, title=title_of(first.text))
        matter = classify(actor=actor, opinion=first, draft=titled)
        for opinion in others:
            if matter.level == Level.CONDUCT and opinion.level == Level.ORDINARY:
                mark_conduct(actor=actor, opinion=opinion)
            also_raises(actor=actor, opinion=opinion, matter=matter)
        _finish(actor, opinions)
    return matter


def classify_alike(*, actor: Actor, opinions: Sequence[Opinion], kind: MatterKind, field: Field | None) -> list[Matter]:
    """Give many opinions a matter each, of the same kind and field, titled by their own words, all or none."""
    with deed(actor):
        matters = [
            classify(
                actor=actor,
                opinion=opinion,
                draft=MatterDraft(title=title_of(opinion.text), kind=kind, field=field, hamlet=opinion.hamlet),
            )
            for opinion in _chosen(opinions)
        ]
        _finish(actor, opinions)
    return matters


def _finish(actor: Actor, opinions: Sequence[Opinion]) -> None:
    for opinion in opinions:
        finish_classifying(actor=actor, opinion=opinion)


def _chosen(opinions: Sequence[Opinion]) -> Sequence[Opinion]:
    if not opinions:
        raise Invalid("opinion.none_chosen", NONE_CHOSEN)
    return opinions


def _decide(actor: Actor, matter: Matter, decided: Decided) -> None:
    if decided.then is Then.REFER:
        refer_matter(
            actor=actor, matter=matter, competent_body=matter.competent_body, reason=decided.reason,
            competence=Competence(matter.competence),
        )  # fmt: skip
    elif decided.then is Then.SETTLE:
        settle_matter(actor=actor, matter=matter, how=decided.reason)
    elif decided.then is Then.SET_ASIDE:
        set_aside_matter(actor=actor, matter=matter, reason=decided.reason)
