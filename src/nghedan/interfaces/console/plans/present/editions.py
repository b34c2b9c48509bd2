"""How the editions of a plan differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from nghedan.domain.plans.models import PlanEdition
from nghedan.domain.plans.services.snapshot import changes_between
from nghedan.foundation.documents.models import Paper
from nghedan.foundation.ui.models import Disagreement
from nghedan.interfaces.console.signed_copies import SignedCopy, signed_copy


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition, what it changed from the one before it, and its signed copy once there is one."""

    edition: PlanEdition
    changes: Sequence[Disagreement]
    copy: SignedCopy | None


def edition_views(editions: Sequence[PlanEdition], papers: Iterable[Paper]) -> list[EditionView]:
    """Return the editions, the latest first as given, each beside the one it replaced."""
    earlier = [*editions, None][1:]
    copies = {paper.subject_id: signed_copy(paper) for paper in papers}
    return [
        EditionView(
            edition,
            differences(before.snapshot, edition.snapshot) if before else (),
            copies.get(edition.public_id),
        )
        for edition, before in zip(editions, earlier, strict=True)
    ]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Disagreement]:
    """Return the parts that differ: what it says now, and what it said before."""
    return [
        Disagreement(_label(change.part), _said(change.after), _said(change.before))
        for change in changes_between(before, after)
    ]


def _label(part: str) -> str:
    name, _dot, rest = part.partition(".")
    if name == "items":
        return _("Cuộc đối thoại %(number)s") % {"number": rest}
    if name == "duties":
        return _("Nhiệm vụ, đơn vị thứ %(number)s") % {"number": rest}
    return _labels().get(rest or name, part)


def _labels() -> dict[str, str]:
    return {
        "title": _("Trích yếu"),
        "year": _("Năm"),
        "head_role": _("Người chủ trì"),
        "delegate_role": _("Người thay mặt khi vắng"),
        "legal_bases": _("Căn cứ"),
        "purposes": _("Mục đích"),
        "requirements": _("Yêu cầu"),
        "procedure": _("Trình tự đối thoại"),
        "unscheduled": _("Đối thoại đột xuất"),
        "frequency_per_year_min": _("Số lần mỗi năm"),
        "limits": _("Thời hạn riêng"),
        "committee": _("Ban tổ chức"),
        "channels": _("Cách thông báo, mời"),
        "recipients": _("Nơi nhận"),
        "expected_min": _("Số đại biểu dự kiến, từ"),
        "expected_max": _("Số đại biểu dự kiến, đến"),
        "hamlet_count": _("Số thôn, tổ dân phố"),
        "signer_authority": _("Thẩm quyền ký"),
        "signer_title": _("Chức vụ người ký"),
        "signer_name": _("Người ký"),
        "opening": _("Lời mở đầu"),
        "closing": _("Lời kết"),
    }


def _said(value: Any) -> str:
    """Return a part as text, one value a line, names of fields left out."""
    if isinstance(value, Mapping):
        return "\n".join(filter(None, map(_said, value.values())))
    if isinstance(value, list | tuple):
        return "\n".join(filter(None, map(_said, value)))
    if isinstance(value, bool):
        return _("có") if value else _("không")
    return "" if value is None else str(value)
