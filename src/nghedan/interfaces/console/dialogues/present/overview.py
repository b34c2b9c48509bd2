"""The first page of a dialogue: when, where, who presides, and what is special."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.terms import Chair, Occasion
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.transitions.moves import Move
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.kernel.vietnamese import format_date


def facts_of(dialogue: Dialogue) -> list[SummaryRow]:
    """Return day, place, who presides, whom it is with, whether the head has agreed."""
    presiding = list(dialogue.presiding.all())
    rows: list[tuple[str, str]] = [
        (_("Thời gian"), wording.when_of(dialogue)),
        (_("Địa điểm"), dialogue.venue or _("chưa định")),
        (_("Chủ trì"), wording.lines(names(presiding, Chair.CHAIR)) or _("chưa phân công")),
        (_("Đồng chủ trì"), wording.lines(names(presiding, Chair.CO_CHAIR))),
        (_("Đối tượng"), wording.lines(dialogue.audience)),
        (_("Nội dung"), wording.lines(dialogue.topics)),
        (_("Thống nhất"), agreement_of(dialogue)),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def names(presiding: Sequence[Presiding], part: Chair) -> list[str]:
    """Return who presides, with the officer's name when it is known."""
    rows = (row for row in presiding if row.part == part)
    return [f"{row.post_title} {row.officer.full_name}" if row.officer else row.post_title for row in rows]


def agreement_of(dialogue: Dialogue) -> str:
    if dialogue.agreed_on:
        return _("Người đứng đầu đã thống nhất ngày %(day)s") % {"day": format_date(dialogue.agreed_on)}
    return _("Người đứng đầu chưa thống nhất nội dung, đối tượng")


def is_internal(dialogue: Dialogue) -> bool:
    return dialogue.openness == Openness.INTERNAL


def info_rows(dialogue: Dialogue) -> list[SummaryRow]:
    """Return everything a dialogue says, with a dash for what is missing."""
    hamlets = wording.lines(str(hamlet) for hamlet in dialogue.hamlets.all())
    rows: list[tuple[str, object]] = [
        (_("Chủ đề"), dialogue.theme),
        (_("Nội dung đối thoại"), wording.lines(dialogue.topics)),
        (_("Đối tượng đối thoại"), wording.lines(dialogue.audience)),
        (_("Thống nhất"), agreement_of(dialogue)),
        (_("Ai được dự"), wording.openness_of(dialogue)),
        (_("Loại"), wording.kind_of(dialogue)),
        (_("Lý do đột xuất"), wording.label_of(Occasion, dialogue.occasion) if dialogue.occasion else ""),
        (_("Hình thức"), wording.medium_of(dialogue)),
        (_("Địa chỉ dự trực tuyến"), dialogue.online_address),
        (_("Thành phần tham dự"), wording.lines(dialogue.participants)),
        (_("Số đại biểu dự kiến"), wording.expected_of(dialogue)),
        (_("Cụm thôn, tổ dân phố"), hamlets or _("toàn địa phương")),
        (_("Địa điểm"), dialogue.venue),
        (_("Lý do hoãn, không tổ chức"), dialogue.reason),
    ]
    kept = (_("Lý do đột xuất"), _("Địa chỉ dự trực tuyến"), _("Lý do hoãn, không tổ chức"))
    return [SummaryRow(key, value) for key, value in rows if value or key not in kept]


def presiding_rows(presiding: Sequence[Presiding]) -> list[SummaryRow]:
    return [
        SummaryRow(_("Chủ trì"), wording.lines(names(presiding, Chair.CHAIR))),
        SummaryRow(_("Đồng chủ trì"), wording.lines(names(presiding, Chair.CO_CHAIR))),
    ]


def other_moves(dialogue: Dialogue, moves: Sequence[Move]) -> list[Move]:
    """Return the moves worth offering: nothing is agreed twice, and a day that is set is moved, not chosen."""
    offered = [move for move in moves if move.code != "dialogue.agree" or dialogue.agreed_on is None]
    if dialogue.held_on is None:
        return offered
    return [replace(move, label=_("Chuyển ngày")) if move.code == "dialogue.schedule" else move for move in offered]
