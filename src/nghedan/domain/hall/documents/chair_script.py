"""KỊCH BẢN ĐIỀU HÀNH: what the chair says, in large type: opening, calling speakers, giving the floor to units,
concluding on each matter, and sentences for what may go otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.hall.documents.wording import labelled, named, presiding_of, when_of
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.queries.speaking import rule_of
from nghedan.domain.hall.rules.programme import slots_of, told_hour
from nghedan.domain.hall.scripts import chair_says
from nghedan.domain.papers.issuing import Issuer, issuer_of
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING_LARGE
from nghedan.foundation.documents.model import Block, Bullets, Document, Header, Paragraph, Section, Sheet
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "chair-script"
SHEET = Sheet(margin_mm=20)


PEOPLE = {
    "greeting": "Kính thưa các vị đại biểu, kính thưa bà con Nhân dân!",
    "one": "ông/bà", "one_capital": "Ông/bà", "place": "thôn, tổ dân phố …", "place_all": "từng thôn, tổ dân phố",
}  # fmt: skip
COMRADES = {
    "greeting": "Kính thưa các đồng chí!",
    "one": "đồng chí", "one_capital": "Đồng chí", "place": "chi bộ …", "place_all": "từng chi bộ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChairScriptFacts:
    """Everything the script says."""

    issuer: Issuer
    theme: str
    when: str
    day: date
    minutes: int
    is_own: bool
    is_internal: bool
    items: tuple[str, ...]
    presiding: tuple[str, ...]


def document_of(facts: ChairScriptFacts) -> Document:
    """Return the script."""
    return Document(
        header=Header((facts.issuer.name,)),
        kind="Kịch bản điều hành",
        subject=f"Hội nghị đối thoại: {facts.theme}",
        body=tuple(_body(facts)),
        sheet=SHEET,
    )


def _body(facts: ChairScriptFacts) -> Iterator[Block]:
    yield labelled("Thời gian", facts.when)
    if facts.presiding:
        yield labelled("Chủ trì", "; ".join(facts.presiding))
    if facts.items:
        yield Section("Chương trình", (Bullets(facts.items),))
    words = COMRADES if facts.is_own else PEOPLE
    told = "thông báo" if facts.is_internal else "công khai và báo"
    known = {
        **words, "body": facts.issuer.name, "office": facts.issuer.office, "theme": facts.theme,
        "minutes": str(facts.minutes), "told": told,
    }  # fmt: skip
    for passage in chair_says():
        yield Section(passage.title, tuple(Paragraph(sentence.format(**known)) for sentence in passage.sentences))


def facts_of(actor: Actor, public_id: str) -> ChairScriptFacts:
    """Gather the script for who runs the hall. Raises Dialogue.DoesNotExist for anybody else."""
    dialogue = dialogue_for(actor, public_id)
    if not reach_of(actor, "hall.view").covers(dialogue):
        raise Dialogue.DoesNotExist
    issuer = issuer_of(dialogue.body, clock.today())
    items = list(items_of(dialogue))
    slots = slots_of(dialogue.starts_at, [item.minutes for item in items])
    return ChairScriptFacts(
        issuer=issuer,
        theme=dialogue.theme,
        when=when_of(dialogue),
        day=clock.today(),
        minutes=max(1, rule_of(dialogue).seconds // 60),
        is_own=issuer.is_party and dialogue.openness == Openness.INTERNAL,
        is_internal=dialogue.openness == Openness.INTERNAL,
        items=tuple(
            f"{told_hour(slot.begins)}: {item.title}" if slot else f"{item.minutes} phút: {item.title}"
            for item, slot in zip(items, slots, strict=True)
        ),
        presiding=tuple(named(one) for one in presiding_of(dialogue)),
    )


CHAIR_SCRIPT = document_type(
    DocumentType(
        code=CODE,
        label=_("Kịch bản điều hành của chủ trì"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING_LARGE,
        dated=lambda facts: facts.day,
    )
)
