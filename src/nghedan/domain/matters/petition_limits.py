"""Time limits of petitions of law: counted when shown and never stored, so that no list of limits can tell of them.

These are the shipped defaults; what is evaluated are their versioned rows (``foundation.deadlines``).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.terms import MatterKind, PetitionState
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.deadlines.queries import rules_for
from nghedan.foundation.deadlines.rulebook import DefaultRule, install_default_rules
from nghedan.kernel.deadlines import DeadlineRule, Direction, Due, Rank, Roll, Unit, evaluate, strictness
from nghedan.kernel.terms import gettext_noop as _

REGISTERED_ON, ACCEPTED_ON = "registered_on", "accepted_on"
"""The anchors: the day a petition was entered into the register, and the day it was accepted."""

COMPLAINTS_27 = _("Điều 27 Luật Khiếu nại số 02/2011/QH13 ngày 11/11/2011")
COMPLAINTS_28 = _("Điều 28 Luật Khiếu nại số 02/2011/QH13 ngày 11/11/2011")
DENUNCIATIONS_24 = _("Điều 24 Luật Tố cáo số 25/2018/QH14 ngày 12/6/2018")
DENUNCIATIONS_30 = _("Điều 30 Luật Tố cáo số 25/2018/QH14 ngày 12/6/2018")

ACCEPT, CHECK = "petition.accept_complaint", "petition.check_denunciation"
SETTLE = "petition.settle_complaint"
SETTLE_COMPLEX = "petition.settle_complex_complaint"
SETTLE_REMOTE = "petition.settle_remote_complaint"
SETTLE_REMOTE_COMPLEX = "petition.settle_remote_complex_complaint"
CONCLUDE = "petition.conclude_denunciation"
EXTENDED = (SETTLE_COMPLEX, SETTLE_REMOTE, SETTLE_REMOTE_COMPLEX)
"""What the law allows instead of the ordinary limit, for complex cases and places hard to reach."""

OVER = (PetitionState.TRANSFERRED, PetitionState.SETTLED, PetitionState.WITHDRAWN)

LAW_OF_COMPLAINTS, LAW_OF_DENUNCIATIONS = date(2012, 7, 1), date(2019, 1, 1)
FARTHEST = timedelta(days=100)
"""How far the calendar is read; no limit here reaches farther."""


def _limit(code: str, label: str, anchor: str, days: int, basis: str, unit: Unit = Unit.DAY) -> DeadlineRule:
    return DeadlineRule(
        code=code, label=label, anchor=anchor, days=days, unit=unit, direction=Direction.AFTER, rank=Rank.LAW,
        basis=basis, roll=Roll.NEXT_WORKING,
    )  # fmt: skip


COMPLAINT = (
    _limit(ACCEPT, _("Thụ lý đơn khiếu nại hoặc trả lời lý do không thụ lý"), REGISTERED_ON, 10, COMPLAINTS_27),
    _limit(SETTLE, _("Giải quyết khiếu nại lần đầu"), ACCEPTED_ON, 30, COMPLAINTS_28),
    _limit(SETTLE_COMPLEX, _("Giải quyết khiếu nại lần đầu, vụ việc phức tạp"), ACCEPTED_ON, 45, COMPLAINTS_28),
    _limit(
        SETTLE_REMOTE, _("Giải quyết khiếu nại lần đầu, vùng sâu, vùng xa đi lại khó khăn"),
        ACCEPTED_ON, 45, COMPLAINTS_28
    ),
    _limit(
        SETTLE_REMOTE_COMPLEX, _("Giải quyết khiếu nại lần đầu, vùng sâu, vùng xa, vụ việc phức tạp"),
        ACCEPTED_ON, 60, COMPLAINTS_28
    ),
)
DENUNCIATION = (
    _limit(
        CHECK, _("Kiểm tra điều kiện thụ lý tố cáo; không thuộc thẩm quyền thì chuyển"),
        REGISTERED_ON, 7, DENUNCIATIONS_24, Unit.WORKING_DAY
    ),
    _limit(CONCLUDE, _("Giải quyết tố cáo"), ACCEPTED_ON, 30, DENUNCIATIONS_30),
)


def defaults() -> list[DefaultRule]:
    """Return every shipped rule with its validity and the kind of petition it is for."""
    of_kind = (
        (COMPLAINT, LAW_OF_COMPLAINTS, MatterKind.COMPLAINT),
        (DENUNCIATION, LAW_OF_DENUNCIATIONS, MatterKind.DENUNCIATION),
    )
    return [DefaultRule(rule, since, subject_kind=kind.value) for rules, since, kind in of_kind for rule in rules]


def ship() -> None:
    """Bring the shipped rows in line with this file; called after each migration."""
    install_default_rules(defaults())


def limits_of(petitions: Sequence[Petition]) -> dict[int, list[Due]]:
    """Return id of a petition -> the limits that run for it, the strictest first (two queries per kind, or none).

    Until it is accepted only the first runs; once transferred or settled, none.
    """
    running = [one for one in petitions if one.state not in OVER]
    limits: dict[int, list[Due]] = {one.pk: [] for one in petitions}
    for kind in sorted({one.kind for one in running}):
        of_kind = [one for one in running if one.kind == kind]
        for one, dues in _counted(of_kind):
            limits[one.pk] = dues
    return limits


def _counted(petitions: Sequence[Petition]) -> list[tuple[Petition, list[Due]]]:
    """Count for petitions of one kind and locality, by the rules in force when the first of them came in."""
    first = min(one.registered_on for one in petitions)
    last = max(one.accepted_on or one.registered_on for one in petitions)
    locality = petitions[0].locality
    rules = rules_for(locality, body_kind="", level=locality.level, subject_kind=petitions[0].kind, on=first)
    calendar = calendar_for(locality, first, last + FARTHEST)
    counted = []
    for one in petitions:
        anchor, on = (ACCEPTED_ON, one.accepted_on) if one.accepted_on else (REGISTERED_ON, one.registered_on)
        mine = (evaluate(rule, {anchor: on}, calendar) for rule in rules)
        counted.append((one, sorted((due for due in mine if due is not None), key=strictness)))
    return counted
