"""What will be made of a plan that was read or composed, told before the one button."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.plans.intake import PlanDraft, draft_of
from nghedan.domain.plans.models import PlanReading
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.plans.present import wording
from nghedan.interfaces.console.plans.present.reading import anchor_of


def summary_rows(draft: PlanDraft, href: str = "") -> list[SummaryRow]:
    """Return the plan in a few rows; with ``href``, each leads to its part of the page where it is corrected."""
    content = draft.content
    dialogues = [f"{wording.period(item)}: {wording.theme(item)}" for item in draft.items]
    units = [f"{duty.unit_text} ({len(duty.tasks)})" for duty in draft.duties]
    committee = [f"{one.person_or_unit}: {one.role}" for one in content.committee]
    rows: Iterable[tuple[str, object, str]] = (
        (_("Trích yếu"), draft.title, "head"),
        (_("Năm"), str(draft.year or ""), "head"),
        (_("Căn cứ"), wording.joined([basis.text for basis in content.legal_bases]), "bases"),
        (_("Các cuộc đối thoại"), wording.joined(dialogues), "sessions.0"),
        (_("Nhiệm vụ"), wording.joined(units), "assignments.0"),
        (_("Ban tổ chức"), wording.joined(committee), "committee"),
        (_("Thời hạn riêng"), wording.joined([wording.limit(said) for said in content.limits]), "limits"),
        (_("Nơi nhận"), wording.joined(content.recipients), "recipients"),
    )
    return [SummaryRow(key, value, f"{href}#{anchor_of(f'part.{part}')}" if href else "") for key, value, part in rows]


def effects(reading: PlanReading) -> list[str]:
    """Return what happens when the button is pressed, one sentence each."""
    draft = draft_of(reading.data)
    tasks = sum(len(duty.tasks) for duty in draft.duties)
    dialogues = ngettext(
        "%(count)s cuộc đối thoại vào chương trình năm %(year)s, mỗi cuộc với việc cần chuẩn bị;",
        "%(count)s cuộc đối thoại vào chương trình năm %(year)s, mỗi cuộc với việc cần chuẩn bị;",
        len(draft.items),
    )
    duties = _("%(tasks)s nhiệm vụ của %(units)s đơn vị; đơn vị có trong danh sách thấy ngay việc của mình;")
    return [
        _("lập 01 kế hoạch, giữ liên kết với tệp “%(file)s”;") % {"file": reading.filename},
        dialogues % {"count": len(draft.items), "year": draft.year or "…"},
        duties % {"tasks": tasks, "units": len(draft.duties)},
        _("thời hạn của những cuộc đã ấn định ngày được tính và theo dõi."),
    ]
