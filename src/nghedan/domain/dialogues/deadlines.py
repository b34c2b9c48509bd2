"""Time limits of a dialogue: the law's, and those single plans set, offered elsewhere as suggestions.

These are the shipped defaults; what is evaluated are their versioned rows (``foundation.deadlines``).
"""

from datetime import date

from nghedan.foundation.deadlines.rulebook import DefaultRule, install_default_rules
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.kernel.deadlines import DeadlineRule, Direction, Rank, Roll, Unit
from nghedan.kernel.terms import gettext_noop as _

HELD_ON = "held_on"
"""The anchor of every limit here: the day of the conference."""

LAW_43 = _("Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025")
LAW_125 = _("Điều 125 Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015")
HABIT = _("Gợi ý theo cách làm phổ biến; không phải quy định")

NOTICE = "dialogue.notice"
COLLECT = "dialogue.collect"
CUT_OFF = "dialogue.cut_off"
TO_UNITS = "dialogue.to_units"
DRAFTS = "dialogue.drafts"
ANSWERS = "dialogue.answers"
CONCLUSION = "dialogue.conclusion"
RESULT = "dialogue.result"
REPORT = "dialogue.report"


def _before(code: str, label: str, days: int, unit: Unit, rank: Rank, basis: str) -> DeadlineRule:
    return DeadlineRule(
        code=code, label=label, anchor=HELD_ON, days=days, unit=unit, direction=Direction.BEFORE, rank=rank,
        basis=basis, roll=Roll.NONE,
    )  # fmt: skip


def _after(code: str, label: str, days: int, unit: Unit, rank: Rank, basis: str) -> DeadlineRule:
    return DeadlineRule(
        code=code, label=label, anchor=HELD_ON, days=days, unit=unit, direction=Direction.AFTER, rank=rank,
        basis=basis, roll=Roll.NEXT_WORKING,
    )  # fmt: skip


STATE_LAW = (
    _before(
        NOTICE, _("Thông báo rộng rãi thời gian, địa điểm, nội dung, cách tham gia"), 7, Unit.DAY, Rank.LAW, LAW_43
    ),
    _after(RESULT, _("Công bố, niêm yết và gửi các thôn kết quả đối thoại"), 10, Unit.DAY, Rank.LAW, LAW_43),
)
"""In force from 16/6/2025 for communes, wards and special zones."""

STATE_LAW_2015 = (
    _before(NOTICE, _("Thông báo rộng rãi thời gian, địa điểm, nội dung"), 7, Unit.DAY, Rank.LAW, LAW_125),
)
"""For conferences held while the law of 2015 was in force."""

PRACTICE = (
    _before(COLLECT, _("Bắt đầu tiếp nhận ý kiến"), 20, Unit.DAY, Rank.SUGGESTION, HABIT),
    _before(CUT_OFF, _("Chốt tiếp nhận, tổng hợp ý kiến"), 12, Unit.DAY, Rank.SUGGESTION, HABIT),
    _before(TO_UNITS, _("Giao các đơn vị chuẩn bị trả lời"), 11, Unit.DAY, Rank.SUGGESTION, HABIT),
    _before(DRAFTS, _("Các đơn vị gửi dự thảo trả lời"), 7, Unit.DAY, Rank.SUGGESTION, HABIT),
    _before(ANSWERS, _("Hoàn thiện nội dung trả lời trình người chủ trì"), 5, Unit.WORKING_DAY, Rank.SUGGESTION, HABIT),
    _after(CONCLUSION, _("Trình dự thảo thông báo kết luận"), 7, Unit.WORKING_DAY, Rank.SUGGESTION, HABIT),
    _after(REPORT, _("Báo cáo kết quả lên cấp trên"), 10, Unit.DAY, Rank.SUGGESTION, HABIT),
)
"""Working defaults; 05 working days before, 07 working days and 10 days after are rules of single plans."""


LAW_OF_2025 = date(2025, 6, 16)
LAW_OF_2015 = date(2016, 1, 1)
COMMUNE_LEVELS = (LocalityLevel.COMMUNE, LocalityLevel.WARD, LocalityLevel.SPECIAL_ZONE, LocalityLevel.TOWNSHIP)


def defaults() -> list[DefaultRule]:
    """Return every shipped rule with its validity and whom it binds; Điều 43 and 125 bind the commune's authority."""
    law = [
        DefaultRule(rule, since, until, body_kind="people_committee", level=level.value)
        for rules, since, until in (
            (STATE_LAW, LAW_OF_2025, None),
            (STATE_LAW_2015, LAW_OF_2015, date(2025, 6, 15)),
        )
        for rule in rules
        for level in COMMUNE_LEVELS
    ]
    return law + [DefaultRule(rule, LAW_OF_2015) for rule in PRACTICE]


def ship() -> None:
    """Bring the shipped rows in line with this file; called after each migration."""
    install_default_rules(defaults())


def rule_of_plan(*, code: str, what: str, days: int, unit: str, direction: str, plan_number: str) -> DeadlineRule:
    """Return a limit that a plan sets itself, with the plan as its basis."""
    before = direction == Direction.BEFORE
    return DeadlineRule(
        code=code,
        label=what,
        anchor=HELD_ON,
        days=days,
        unit=Unit(unit),
        direction=Direction(direction),
        rank=Rank.PLAN,
        basis=plan_number,
        roll=Roll.NONE if before else Roll.NEXT_WORKING,
    )
