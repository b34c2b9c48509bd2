"""CÔNG VĂN giao chuẩn bị trả lời: what one unit is asked to answer before a dialogue, until when, and in what form.

A letter is asked for by the id of its dialogue and that of its unit, joined by a hyphen. Comments on officials stand
in an annex, and only in the letter to the unit that answers them; who is named in one does not see it there either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from nghedan.domain.dialogues.deadlines import DRAFTS
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.documents.entries import Entry, entries_of
from nghedan.domain.matters.models import Support
from nghedan.domain.matters.queries import matters_visible_to, standing_alone
from nghedan.domain.matters.rules.answers import SHORT_LINES, SHORT_SIGNS
from nghedan.domain.matters.terms import MatterKind, MatterState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Unit
from nghedan.domain.organisations.queries import unit_names_on
from nghedan.domain.papers.issuing import Issuer, conference_of, header_of, issuer_of, plans_of
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, UNIT
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.documents.model import (
    Address,
    Align,
    Appendix,
    Block,
    Bullets,
    Column,
    Document,
    Paragraph,
    Run,
    Table,
    WritingLines,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.deadlines import Rank
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CODE = "unit-letter"
BETWEEN = "-"
GIVEN = (MatterState.ASSIGNED, MatterState.PREPARED)

OFFICIALS = "Xem xét, xác minh, trả lời theo quy định về quản lý cán bộ; giữ kín người nêu ý kiến"
WANTED = {
    MatterKind.QUESTION: "Hướng dẫn cụ thể cách làm, nơi làm, thời gian",
    MatterKind.PETITION: "Trả lời rõ có giải quyết hay không, nguồn lực, ngày xong",
    MatterKind.REFLECTION: "Kiểm tra thực tế, nêu kết quả và biện pháp xử lý",
}
COLUMNS = (
    Column("TT", 0.8, Align.CENTER),
    Column("Nội dung", 4.2),
    Column("Nơi nêu", 2),
    Column("Số lần nêu", 3.4),
    Column("Yêu cầu", 3.8),
)
FORM = (
    f"Trả lời ngắn, nhiều nhất {SHORT_LINES} dòng ({SHORT_SIGNS} ký tự), để người chủ trì đọc tại hội nghị",
    "Nội dung trả lời đầy đủ",
    "Căn cứ: văn bản, điều khoản, số liệu đã kiểm tra",
    "Ngày dự kiến giải quyết xong; việc không làm được thì nêu rõ lý do",
    "Lưu ý khi trả lời: điều dễ hiểu nhầm, điều chưa thể hứa",
)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything the letter says."""

    issuer: Issuer
    unit: str
    theme: str
    conference: str
    plans: str
    day: date
    due_on: date | None
    limit: str
    led: tuple[Entry, ...]
    supported: tuple[Entry, ...] = ()
    about_officials: tuple[Entry, ...] = ()


def letter_id(dialogue: Dialogue, unit: Unit) -> str:
    """Return the id by which the letter to a unit is asked for."""
    return f"{dialogue.public_id}{BETWEEN}{unit.public_id}"


def document_of(facts: LetterFacts) -> Document:
    """Return the letter."""
    issuer, helpers = facts.issuer, dict.fromkeys(unit for entry in facts.led for unit in entry.supports if unit)
    return Document(
        header=header_of(issuer, issuer.letter_number, facts.day),
        subject=f"chuẩn bị nội dung trả lời ý kiến, kiến nghị phục vụ {facts.conference}",
        address=Address((facts.unit,)),
        opening=(_opening(facts),),
        body=tuple(_body(facts)),
        closing=(f"Đề nghị {facts.unit} phối hợp, thực hiện đúng thời hạn.",),
        recipients=("Như trên", issuer.informing(issuer.head_post), *map(issuer.joining, helpers)),
        archive=issuer.archive,
        signatures=(issuer.signature,),
        appendices=tuple(_appendices(facts)),
    )


def _opening(facts: LetterFacts) -> str:
    following = f"Thực hiện {facts.plans}, để" if facts.plans else "Để"
    return (
        f"{following} phục vụ {facts.conference}, chủ đề “{facts.theme}”, {facts.issuer.name} đề nghị {facts.unit} "
        "chuẩn bị nội dung trả lời các ý kiến, kiến nghị của Nhân dân, cụ thể như sau:"
    )


def _body(facts: LetterFacts) -> Iterator[Block]:
    if facts.led:
        yield _table(facts, facts.led)
    if facts.about_officials:
        count = len(facts.about_officials)
        yield Paragraph(f"Ý kiến về cán bộ, công vụ giao đơn vị trả lời ({count:02d} nội dung) gửi tại phụ lục riêng.")
    if facts.supported:
        yield Paragraph("Đơn vị phối hợp trả lời các nội dung sau:")
        yield Bullets(tuple(f"{entry.title} (chủ trì: {entry.unit})" for entry in facts.supported))
    yield Paragraph((Run("Thời hạn: ", bold=True), Run(f"{facts.limit}.")))
    yield Paragraph((Run("Với mỗi nội dung, đơn vị gửi:", bold=True),))
    yield Bullets(FORM)
    yield Paragraph(
        f"Văn bản gửi về {facts.issuer.office}. Nội dung không thuộc nhiệm vụ của đơn vị, đề nghị trả lại ngay, nêu lý "
        "do và đơn vị nên giao."
    )


def _table(facts: LetterFacts, entries: tuple[Entry, ...]) -> Table:
    rows = (
        (str(place), entry.title, entry.place, _times(entry), _wanted(entry, facts.due_on))
        for place, entry in enumerate(entries, 1)
    )
    return Table(COLUMNS, tuple(rows))


def _times(entry: Entry) -> str:
    """Return how often, since when, and what was promised."""
    return ". ".join((entry.times, *(one.told for one in entry.earlier if one.promise)))


def _wanted(entry: Entry, due_on: date | None) -> str:
    """Return what the answer must say; a limit of its own where it is not that of the whole letter."""
    wanted = OFFICIALS if entry.level is Level.CONDUCT else WANTED.get(entry.kind, WANTED[MatterKind.PETITION])
    why = "nêu rõ vì sao lời hứa trước đây chưa thực hiện" if entry.broken else ""
    with_whom = f"phối hợp: {', '.join(entry.supports)}" if entry.supports else ""
    due = f"chậm nhất ngày {format_date(entry.due_on)}" if entry.due_on and entry.due_on != due_on else ""
    return "; ".join(filter(None, (wanted, why, with_whom, due)))


def _appendices(facts: LetterFacts) -> Iterator[Appendix]:
    reference = f"(Kèm theo Công văn số ....... ngày ..../..../{facts.day.year} của {facts.issuer.name})"
    if facts.about_officials:
        told = "Chỉ gửi người phụ trách công tác cán bộ của đơn vị; không sao gửi, không niêm yết."
        blocks = (Paragraph((Run(told, italic=True),)), _table(facts, facts.about_officials))
        yield Appendix("Ý kiến về cán bộ, công vụ", blocks, reference)
    yield Appendix("Mẫu trả lời (mỗi nội dung một phiếu)", _form(facts), reference)


def _form(facts: LetterFacts) -> tuple[Block, ...]:
    lines = enumerate(zip(FORM, (SHORT_LINES, 8, 3, 1, 3), strict=True), 1)
    return (
        Paragraph(f"Đơn vị: {facts.unit}"),
        WritingLines(2, "Nội dung (ghi theo số thứ tự trong công văn):"),
        *(WritingLines(count, f"{place}. {text}:") for place, (text, count) in lines),
    )


def letters_of(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[Unit]:
    """Return the units whose letter the actor may open: those with something to answer, or to support, as she sees."""
    seen = standing_alone(matters_visible_to(actor)).filter(dialogue=dialogue, state__in=GIVEN).order_by()
    supported = Support.objects.of(dialogue.locality).filter(matter__in=seen.values("pk"), state=Standing.CURRENT)
    units = Unit.objects.of(dialogue.locality).filter(
        Q(pk__in=seen.values("unit_id")) | Q(pk__in=supported.values("unit_id"))
    )
    reach = reach_of(actor, "matter.view")
    if reach.everywhere or dialogue.body_id in reach.ids(BODY):
        return units
    return units.filter(pk__in=reach.ids(UNIT))


def facts_of(actor: Actor, public_id: str) -> LetterFacts:
    """Gather a letter as the actor may read it. Raises DoesNotExist where the unit has nothing to answer, or for whom
    neither the unit nor the body is within reach."""
    dialogue_id, _between, unit_id = public_id.partition(BETWEEN)
    dialogues = Dialogue.objects.of(actor.locality).select_related("body__locality", "locality")  # type: ignore[arg-type]
    dialogue = dialogues.prefetch_related("items__plan").get(public_id=dialogue_id)
    unit = letters_of(actor, dialogue).get(public_id=unit_id)
    day = clock.today()
    seen = matters_visible_to(actor).filter(dialogue=dialogue, state__in=GIVEN)
    led = entries_of(actor, seen.filter(unit=unit), day)
    limit = next((row for row in deadlines_of(dialogue) if row.rule_code == DRAFTS), None)
    support = Support.objects.of(dialogue.locality).filter(matter=OuterRef("pk"), unit=unit, state=Standing.CURRENT)
    return LetterFacts(
        issuer=issuer_of(dialogue.body, day),
        unit=unit_names_on(dialogue.locality, day)[unit.pk],
        theme=dialogue.theme,
        conference=conference_of(dialogue),
        plans=plans_of(dialogue),
        day=day,
        due_on=limit.due_on if limit else None,
        limit=_counted(limit),
        led=tuple(entry for entry in led if entry.level is Level.ORDINARY),
        supported=entries_of(actor, seen.filter(Exists(support), level=Level.ORDINARY), day),
        about_officials=tuple(entry for entry in led if entry.level is Level.CONDUCT),
    )


def _counted(limit: Deadline | None) -> str:
    """Return until when drafts are to come, how that was counted and on what basis: a suggestion has none to cite."""
    if limit is None:
        return "trước ngày tổ chức hội nghị; ngày cụ thể được thông báo sau khi chọn ngày"
    last = f"chậm nhất ngày {format_date(limit.due_on)}"
    if limit.fixed_by_hand:
        return last
    rule = limit.rule
    basis = "" if rule.rank is Rank.SUGGESTION else f", theo {rule.basis}"
    return f"{last} ({rule.days:02d} {rule.unit.label} trước ngày tổ chức hội nghị{basis})"


LETTER = document_type(
    DocumentType(
        code=CODE,
        label=_("Công văn giao chuẩn bị trả lời"),
        find=facts_of,
        build=document_of,
        body_kind=lambda facts: facts.issuer.kind,
        dated=lambda facts: facts.day,
    )
)
