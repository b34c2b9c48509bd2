"""KỊCH BẢN DẪN CHƯƠNG TRÌNH: what the introducer says at each item, and whom to introduce in which order (practice 15).

Those present come from the door, in the order of protocol; names are read with the reader's own right. Before the day
the list is empty and the script says where it will come from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.hall.documents.wording import chair_named, named, presiding_of, when_of
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.queries.people import introduced
from nghedan.domain.hall.rules.programme import slots_of, told_hour
from nghedan.domain.hall.scripts import introducer_says
from nghedan.domain.hall.terms import AgendaPart
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.papers.issuing import Issuer, issuer_of, plans_of
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING_LARGE
from nghedan.foundation.documents.model import Block, Bullets, Document, Header, Paragraph, Run, Section, Sheet
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "mc-script"
REASON = "In kịch bản dẫn chương trình"
SHEET = Sheet(margin_mm=20)

GREETINGS = {
    False: "Kính thưa các vị đại biểu! Kính thưa toàn thể bà con Nhân dân!",
    True: "Kính thưa các đồng chí đại biểu! Kính thưa toàn thể các đồng chí!",
}
"""Is it the Party's own conference -> how those present are addressed."""

FOLLOWING = {
    False: "quy định của pháp luật và chương trình công tác năm",
    True: "quy định của Đảng và chương trình công tác năm",
}
"""Is it the Party's -> what is carried out, where no plan has a number."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An item and what is said at it."""

    when: str
    title: str
    part: AgendaPart
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """Everything the script says; ``present`` are group and names, in the order of introduction."""

    issuer: Issuer
    theme: str
    when: str
    venue: str
    day: date
    spoken: tuple[Spoken, ...]
    presiding: tuple[str, ...]
    present: tuple[tuple[str, tuple[str, ...]], ...] = ()


def document_of(facts: ScriptFacts) -> Document:
    """Return the script."""
    return Document(
        header=Header((facts.issuer.name,)),
        kind="Kịch bản dẫn chương trình",
        subject=f"Hội nghị đối thoại: {facts.theme}",
        body=tuple(_body(facts)),
        sheet=SHEET,
    )


def _body(facts: ScriptFacts) -> Iterator[Block]:
    yield Paragraph(f"{facts.when}{', ' if facts.venue else ''}{facts.venue}")
    if not facts.spoken:
        yield Paragraph("Chưa có chương trình; lập chương trình trước rồi in kịch bản.")
    for one in facts.spoken:
        blocks: list[Block] = [Paragraph(_quoted(sentence)) for sentence in one.sentences]
        if one.part is AgendaPart.OPENING:
            blocks.extend(_introduction(facts))
        yield Section(f"{one.title} ({one.when})", tuple(blocks))


def _quoted(sentence: str) -> str:
    """Return what is said between quotation marks; those within it become single ones."""
    return f"“{sentence.replace('“', '‘').replace('”', '’')}”"


def _introduction(facts: ScriptFacts) -> Iterator[Block]:
    if facts.presiding:
        yield Paragraph((Run("Giới thiệu chủ trì: ", bold=True), Run("; ".join(facts.presiding))))
    if not facts.present:
        yield Paragraph((Run("Danh sách giới thiệu lấy từ phần đón tiếp đại biểu; in lại sau khi đại biểu đã đến.", italic=True),))  # fmt: skip  # noqa: E501
    for group, names in facts.present:
        yield Paragraph((Run(f"{group}:", bold=True),))
        yield Bullets(names)


def spoken_of(dialogue: Dialogue, issuer: Issuer) -> tuple[Spoken, ...]:
    """Return what is said at each item of the programme of a dialogue."""
    items = list(items_of(dialogue))
    slots = slots_of(dialogue.starts_at, [item.minutes for item in items])
    is_own = issuer.is_party and dialogue.openness == Openness.INTERNAL
    known = {
        "greeting": GREETINGS[is_own], "body": issuer.name, "theme": dialogue.theme,
        "following": plans_of(dialogue) or FOLLOWING[issuer.is_party],
        "chair": chair_named(dialogue, issuer),
    }  # fmt: skip
    spoken = []
    for item, slot in zip(items, slots, strict=True):
        part = AgendaPart(item.part)
        fields = {**known, "title": _lower(item.title), "responsible": item.responsible or "đại diện đơn vị"}
        when = f"{told_hour(slot.begins)}, {item.minutes} phút" if slot else f"{item.minutes} phút"
        spoken.append(Spoken(when, item.title, part, tuple(one.format(**fields) for one in introducer_says()[part])))
    return tuple(spoken)


def facts_of(actor: Actor, public_id: str) -> ScriptFacts:
    """Gather the script for who runs the hall. Raises Dialogue.DoesNotExist for anybody else."""
    dialogue = dialogue_for(actor, public_id)
    if not reach_of(actor, "hall.view").covers(dialogue):
        raise Dialogue.DoesNotExist
    issuer = issuer_of(dialogue.body, clock.today())
    return ScriptFacts(
        issuer=issuer,
        theme=dialogue.theme,
        when=when_of(dialogue),
        venue=dialogue.venue,
        day=clock.today(),
        spoken=spoken_of(dialogue, issuer),
        presiding=tuple(named(one) for one in presiding_of(dialogue)),
        present=_present(actor, dialogue),
    )


def _present(actor: Actor, dialogue: Dialogue) -> tuple[tuple[str, tuple[str, ...]], ...]:
    guests = [row.guest for row in introduced(actor, dialogue) if row.guest]
    names = names_behind(actor, guests, REASON) if guests else {}
    groups: dict[str, list[str]] = {}
    for guest in guests:
        told = ", ".join(filter(None, (names.get(guest.pk, ""), guest.post_title, guest.organisation)))
        groups.setdefault(guest.group, []).append(told or "Đại biểu chưa rõ tên")
    return tuple((GuestGroup(group).label, tuple(told)) for group, told in groups.items())


def _lower(text: str) -> str:
    """Return an item within a sentence; "Nhân dân" keeps its capital."""
    return text if text.startswith("Nhân dân") else text[:1].lower() + text[1:]


MC_SCRIPT = document_type(
    DocumentType(
        code=CODE,
        label=_("Kịch bản dẫn chương trình"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING_LARGE,
        dated=lambda facts: facts.day,
    )
)
