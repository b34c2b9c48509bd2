"""KẾ HOẠCH: the yearly plan in the form its body's rules give; numbering right by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.organisations.numbering import unnumbered
from nghedan.domain.plans.content import PlanContent
from nghedan.domain.plans.intake import DutyDraft, ItemDraft, PlanDraft
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import ABBREVIATION, plan_for
from nghedan.domain.plans.services.drafting import draft_from
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import (
    Authority,
    Block,
    Bullets,
    Document,
    Header,
    Item,
    Section,
    Signature,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, roman


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Everything the paper needs."""

    draft: PlanDraft
    issuer: tuple[str, ...]
    issuer_name: str
    superior: tuple[str, ...]
    place: str
    symbol: str
    signature: Signature


def document_of(facts: PlanFacts) -> Document:
    """Return the plan as a document."""
    draft, content = facts.draft, facts.draft.content
    day = draft.issued_on
    recipients, archive = _recipients(content.recipients)
    return Document(
        kind="KẾ HOẠCH",
        subject=draft.title,
        header=Header(
            issuer=facts.issuer,
            superior=facts.superior,
            number=draft.number or facts.symbol,
            place=facts.place,
            day=day.day if day else None,
            month=day.month if day else None,
            year=day.year if day else draft.year,
        ),
        bases=tuple(f"Căn cứ {basis.text}" for basis in content.legal_bases),
        opening=(content.opening or _opening(facts),),
        body=tuple(_parts(draft)),
        closing=(content.closing or _closing(facts),),
        recipients=recipients,
        archive=archive,
        signatures=(facts.signature,),
    )


def _opening(facts: PlanFacts) -> str:
    head = facts.draft.content.head_role
    between = f"giữa {head} với Nhân dân " if head else "với Nhân dân "
    return f"{facts.issuer_name} xây dựng Kế hoạch đối thoại {between}năm {facts.draft.year}, cụ thể như sau:"


def _closing(facts: PlanFacts) -> str:
    return (
        f"Trên đây là Kế hoạch đối thoại với Nhân dân năm {facts.draft.year} của {facts.issuer_name}. "
        "Đề nghị các cơ quan, đơn vị, cá nhân liên quan nghiêm túc triển khai thực hiện."
    )


def _parts(draft: PlanDraft) -> Iterable[Section]:
    content = draft.content
    aims = _filled(
        Section("Mục đích", _bullets(content.purposes)),
        Section("Yêu cầu", _bullets(content.requirements)),
    )
    if aims:
        yield Section("Mục đích, yêu cầu", aims)
    yield Section("Nội dung, đối tượng, thời gian, địa điểm tổ chức đối thoại", tuple(_dialogues(draft)))
    if content.committee:
        members = tuple(f"{member.person_or_unit}: {member.role}" for member in content.committee)
        yield Section("Ban tổ chức", _bullets(members))
    if steps := _procedure(content):
        yield Section("Trình tự đối thoại", steps)
    if draft.duties:
        yield Section("Tổ chức thực hiện", tuple(_duty(duty) for duty in draft.duties))


def _dialogues(draft: PlanDraft) -> Iterable[Section]:
    if len(draft.items) == 1:
        yield from _only_dialogue(draft, draft.items[0])
    else:
        for item in draft.items:
            yield Section(_period(item) or f"Năm {item.year}", _several(item))
    content = draft.content
    if len(draft.items) != 1 and (held := (*_stand_in(content), *_frequency(content))):
        yield Section("Hình thức tổ chức", _bullets(held))


def _only_dialogue(draft: PlanDraft, item: ItemDraft) -> tuple[Section, ...]:
    when = (f"Thời gian: {_period(item)}",) if _period(item) else ()
    where = (f"Địa điểm: {item.venue}",) if item.venue else ()
    held = (*_stand_in(draft.content), *_frequency(draft.content))
    return _filled(
        Section("Thành phần tham dự", _bullets(item.participants)),
        Section("Đối tượng đối thoại", _bullets(item.audience)),
        Section("Nội dung đối thoại", _bullets(item.topics)),
        Section("Hình thức, thời gian, địa điểm", _bullets((*held, *when, *where))),
    )


def _several(item: ItemDraft) -> tuple[Block, ...]:
    rows: list[str | Item] = []
    for label, values in (("Nội dung", item.topics), ("Đối tượng", item.audience), ("Thành phần", item.participants)):
        if len(values) == 1:
            rows.append(f"{label}: {values[0]}")
        elif values:
            rows.append(Item(f"{label}:", tuple(values)))
    if item.held_on or item.month:
        rows.append(f"Thời gian: {_time(item)}")
    if item.venue:
        rows.append(f"Địa điểm: {item.venue}")
    return (Bullets(tuple(rows)),) if rows else ()


def _stand_in(content: PlanContent) -> tuple[str, ...]:
    """Say who stands in for the head, unless the committee says so already."""
    if not content.delegate_role or content.committee:
        return ()
    head = content.head_role or "người đứng đầu"
    return (f"Chủ trì: {head}; trường hợp vắng mặt thì ủy quyền cho {content.delegate_role} chủ trì",)


def _frequency(content: PlanContent) -> tuple[str, ...]:
    rows = []
    if content.frequency_per_year_min:
        rows.append(f"Đối thoại định kỳ: ít nhất {content.frequency_per_year_min:02d} lần/năm")
    if content.unscheduled.allowed and content.unscheduled.text:
        rows.append(f"Đối thoại đột xuất: {content.unscheduled.text}")
    return tuple(rows)


def _procedure(content: PlanContent) -> tuple[Section, ...]:
    steps = content.procedure
    return _filled(
        Section("Trước khi đối thoại", _bullets(steps.before)),
        Section("Trong buổi đối thoại", _bullets(steps.during)),
        Section("Sau khi đối thoại", _bullets(steps.after)),
    )


def _duty(duty: DutyDraft) -> Section:
    return Section(duty.unit_text, _bullets(duty.tasks))


def _period(item: ItemDraft) -> str:
    if item.quarter:
        return f"Quý {roman(item.quarter)}/{item.year}"
    return _time(item)


def _time(item: ItemDraft) -> str:
    if item.held_on:
        return f"ngày {format_date(item.held_on)}"
    return f"Tháng {item.month}/{item.year}" if item.month else ""


def _bullets(lines: Sequence[str]) -> tuple[Block, ...]:
    return (Bullets(tuple(lines)),) if lines else ()


def _filled(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.blocks)


def _recipients(lines: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Split the last line ("Lưu: VT") off: the format gives it its word and punctuation."""
    kept = [line for line in lines if not line.lower().startswith("lưu")]
    archive = next((line for line in lines if line.lower().startswith("lưu")), "")
    return tuple(kept), archive.removeprefix("Lưu").lstrip(": ").rstrip(".")


def facts_of(plan: Plan) -> PlanFacts:
    """Gather the facts of a stored plan."""
    body, draft = plan.body, draft_from(plan)
    content = draft.content
    authority = content.signer_authority or body.signature_authority
    return PlanFacts(
        draft=draft,
        issuer=tuple(_issuer_lines(body.name, party=body.is_party)),
        issuer_name=body.name,
        superior=(body.superior_line,) if body.superior_line else (),
        place=body.place_name or plan.locality.place_name or plan.locality.name,
        symbol=str(unnumbered(body, ABBREVIATION)),
        signature=Signature(
            post=content.signer_title or body.head_post.upper(),
            name=content.signer_name,
            authority=(Authority.parse(authority),),
        ),
    )


def _issuer_lines(name: str, *, party: bool) -> list[str]:
    """Break a State issuer before its level ("ỦY BAN NHÂN DÂN / XÃ …"), as printed; a Party committee stands on one."""
    printed = name.upper()
    for level in (" XÃ ", " PHƯỜNG ", " ĐẶC KHU ", " THỊ TRẤN ", " THỊ XÃ ", " HUYỆN ", " TỈNH ", " THÀNH PHỐ "):
        if not party and level in printed:
            first, rest = printed.split(level, 1)
            return [first, f"{level.strip()} {rest}"]
    return [printed]


def _dated(plan: Plan) -> date:
    return plan.issued_on or clock.today()


PLAN = document_type(
    DocumentType(
        code="plan",
        label=_("Kế hoạch"),
        find=plan_for,
        build=lambda plan: document_of(facts_of(plan)),
        body_kind=lambda plan: plan.body.kind,
        dated=_dated,
    )
)
