"""GIẤY MỜI: issued once under one number, and printed as one letter for each guest, each on a page of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.invitations.documents.entries import Entry, entry_of, when_of
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import TO_BE_ASKED, guests_of
from nghedan.domain.invitations.reply_codes import reply_address, reply_code
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.domain.papers.issuing import Issuer, issuer_of_paper, paper_header, plans_of
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.model import (
    Address,
    Block,
    Bullets,
    Document,
    Header,
    Paragraph,
    QrCode,
    Run,
    SideBySide,
)
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.terms import gettext_noop as _

CODE = "invitation"
ABBREVIATION = "GM"
"""Phụ lục III Nghị định 30/2020/NĐ-CP; the Party's rules give none, its offices write the same."""

PREPARE, MORE = "prepare", "more"
READY = (
    "Nghiên cứu nội dung đối thoại; ý kiến, kiến nghị gửi trước cho {office} hoặc đăng ký phát biểu tại hội nghị.\n"
    "Mang theo giấy mời này; có mặt trước giờ khai mạc 15 phút để đăng ký đại biểu."
)
NOT_COMRADES = (GuestGroup.PEOPLE, GuestGroup.PRESS)
"""Whom a paper of the Party addresses as ông/bà all the same."""

NO_DAY = _("Chưa chọn ngày tổ chức.")
NO_HOUR = _("Chưa có giờ bắt đầu.")
NO_VENUE = _("Chưa có địa điểm.")
NO_GUESTS = _("Chưa có đại biểu nào trong danh sách mời.")
QR_MM = 24.0


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything a letter says but to whom."""

    issuer: Issuer
    header: Header
    title: str
    conference: str
    plans: str
    theme: str
    topics: tuple[str, ...]
    when: str
    where: str
    presided: tuple[str, ...]
    prepare: tuple[str, ...]
    more: tuple[str, ...]


def document_of(facts: LetterFacts, entries: Iterable[Entry]) -> Document:
    """Return the letters to all, as one file; without a guest one that is still to be addressed."""
    letters = [letter_of(facts, entry) for entry in entries] or [letter_of(facts, None)]
    return replace(letters[0], following=tuple(letters[1:]))


def letter_of(facts: LetterFacts, entry: Entry | None) -> Document:
    """Return the letter to one guest."""
    polite = politeness(facts.issuer, entry)
    return Document(
        kind="GIẤY MỜI",
        subject=facts.title,
        header=facts.header,
        address=Address((addressee(polite, entry),), "Kính mời"),
        opening=(_opening(facts, polite),),
        body=tuple(_body(facts, entry)),
        closing=(f"Rất mong {polite} dự đầy đủ, đúng giờ. Trân trọng kính mời.",),
        recipients=("Như trên",),
        archive=facts.issuer.archive,
        signatures=(facts.issuer.signature,),
    )


def politeness(issuer: Issuer, entry: Entry | None) -> str:
    """Return how a guest is addressed: đồng chí in the Party's papers, but the people there too as ông/bà.

    A post without a name, which may be that of a whole board, is a "quý đại biểu".
    """
    if issuer.is_party and (entry is None or entry.group not in NOT_COMRADES):
        return "đồng chí"
    return "ông/bà" if entry is None or entry.name else "quý đại biểu"


def addressee(polite: str, entry: Entry | None) -> str:
    """Return to whom the letter goes: "ông/bà Hoàng Văn Dần, Trưởng thôn …"; a post alone bears no ông/bà."""
    if entry is None:
        return "……………………………………"
    named = f"{polite} {entry.name}" if entry.name else entry.called
    shown = named[:1].upper() + named[1:]
    if not entry.about:
        return shown
    is_of_hamlet = not entry.name and entry.about == entry.hamlet
    return f"{shown}{' ' if is_of_hamlet else ', '}{entry.about}"


def _opening(facts: LetterFacts, polite: str) -> str:
    before = f"Thực hiện {facts.plans}, " if facts.plans else ""
    return f"{before}{facts.issuer.name} trân trọng kính mời {polite} dự {facts.conference}, cụ thể:"


def _body(facts: LetterFacts, entry: Entry | None) -> Iterator[Block]:
    yield _told("Thời gian", facts.when or "…………")
    yield _told("Địa điểm", facts.where or "…………")
    yield _told("Chủ đề", facts.theme)
    if facts.topics:
        yield Paragraph((Run("Nội dung:", bold=True),))
        yield Bullets(facts.topics)
    if facts.presided:
        yield _told("Chủ trì", "; ".join(facts.presided))
    if facts.prepare:
        yield Paragraph((Run("Chuẩn bị:", bold=True),))
        yield Bullets(facts.prepare)
    for line in facts.more:
        yield Paragraph(line)
    if entry is not None:
        yield from _seat(entry, facts.issuer.office)


def _told(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", bold=True), Run(text if text.endswith((".", "…")) else f"{text}.")))


def _seat(entry: Entry, office: str) -> Iterator[Block]:
    """Tell number and place, and how one answers: by the link where there is one, else to the office."""
    where = f". Khu vực: {entry.group.label}."
    number = Paragraph((Run("Giấy mời số: "), Run(str(entry.number), bold=True), Run(where)))
    if not entry.address:
        yield number
        return
    how = f"Không dự được hoặc cử người dự thay, xin quét mã bên cạnh hoặc báo {office}. Mã trả lời: "
    told = (number, Paragraph((Run(how), Run(entry.code, bold=True))))
    yield SideBySide((told, (QrCode(entry.address, QR_MM),)), weights=(5, 1))


def facts_of(paper: OfficialPaper) -> LetterFacts:
    """Gather what the letters of a paper say."""
    issuer = issuer_of_paper(paper)
    return facts_by(
        issuer, paper_header(paper, issuer, ABBREVIATION), paper.dialogue, paper.title,
        words_of(paper, PREPARE), words_of(paper, MORE),
    )  # fmt: skip


def facts_by(
    issuer: Issuer, header: Header, dialogue: Dialogue, title: str, prepare: str, more: str
) -> LetterFacts:
    """Gather what letters say, from the dialogue as it stands."""
    return LetterFacts(
        issuer=issuer,
        header=header,
        title=title,
        conference=_conference(dialogue),
        plans=plans_of(dialogue),
        theme=dialogue.theme,
        topics=tuple(dialogue.topics),
        when=when_of(dialogue.held_on, dialogue.starts_at),
        where="; ".join(filter(None, (dialogue.venue, dialogue.online_address))),
        presided=tuple(one.post_title for one in dialogue.presiding.all() if one.state == Standing.CURRENT),
        prepare=_lines(prepare),
        more=_lines(more),
    )


def entries_of(actor: Actor, guests: Iterable[Guest], reason: str) -> list[Entry]:
    """Return guests with their names and the links by which they answer; one journalled read."""
    rows = list(guests)
    names = names_behind(actor, rows, reason)
    return [
        entry_of(guest, names.get(guest.pk, ""), address=reply_address(guest), code=reply_code(guest.public_id))
        for guest in rows
    ]


def _invited(paper: OfficialPaper) -> list[Entry]:
    """Return whom the letters go to. A paper is read by whoever may see it, so the system reads the names for it."""
    system = Actor.system(paper.locality)
    rows = guests_of(system, paper.dialogue).filter(state__in=[state.value for state in TO_BE_ASKED])
    return entries_of(system, rows, f"Giấy mời của hội nghị, văn bản {paper.public_id}")


def title_of(dialogue: Dialogue) -> str:
    """Return the trích yếu as it is drafted."""
    conference = _conference(dialogue)
    return f"dự {conference[:1].upper()}{conference[1:]} năm {dialogue.year}"


def ready(issuer: Issuer) -> str:
    """Return what guests are asked to prepare, as it is drafted."""
    return READY.format(office=issuer.office)


def _conference(dialogue: Dialogue) -> str:
    """Return the conference within a sentence; an internal one is not with the people."""
    return "hội nghị đối thoại" if dialogue.openness == Openness.INTERNAL else "hội nghị đối thoại với Nhân dân"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _missing(paper: OfficialPaper) -> tuple[str, ...]:
    dialogue = paper.dialogue
    has_guests = Guest.objects.of(paper.locality).filter(dialogue=dialogue).exclude(state=GuestState.REMOVED).exists()
    wanting = ((dialogue.held_on, NO_DAY), (dialogue.starts_at, NO_HOUR), (dialogue.venue or dialogue.online_address, NO_VENUE), (has_guests, NO_GUESTS))  # fmt: skip  # noqa: E501
    return tuple(sentence for found, sentence in wanting if not found)


def _parts(paper: OfficialPaper) -> tuple[Part, ...]:
    return (
        Part(PREPARE, _("Đại biểu chuẩn bị gì"), _("Mỗi dòng một việc."), ready(issuer_of_paper(paper)), rows=4),
        Part(MORE, _("Ghi thêm"), _("Ví dụ: nơi gửi xe, chế độ đại biểu. Mỗi dòng một đoạn.")),
    )


INVITATION = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Giấy mời"),
        step=Step.NOTICE,
        abbreviation=ABBREVIATION,
        subject_of=lambda paper: title_of(paper.dialogue),
        parts=_parts,
        build=lambda paper: document_of(facts_of(paper), _invited(paper)),
        missing=_missing,
        holds_names=True,
    )
)
