"""The limits of a dialogue as the tests of the kernel need them."""

from datetime import date

from nghedan.kernel.deadlines import DeadlineRule, Direction, Due, Rank, Roll, Step, Unit, evaluate
from nghedan.kernel.workdays import WorkCalendar
from tests.kernel.calendars import VIETNAM

HELD_ON = "held_on"
LAW = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"


def limit(
    label: str,
    days: int,
    unit: Unit,
    direction: Direction,
    rank: Rank = Rank.PLAN,
    roll: Roll = Roll.NEXT_WORKING,
) -> DeadlineRule:
    return DeadlineRule(f"test.{label}", label, HELD_ON, days, unit, direction, rank, LAW, roll)


NOTICE = limit("thông báo", 7, Unit.DAY, Direction.BEFORE, Rank.LAW)
ANSWERS = limit("trả lời", 5, Unit.WORKING_DAY, Direction.BEFORE)
CONCLUSION = limit("kết luận", 7, Unit.WORKING_DAY, Direction.AFTER)
RESULT = limit("kết quả", 10, Unit.DAY, Direction.AFTER, Rank.LAW)
REPORT = limit("báo cáo", 10, Unit.DAY, Direction.AFTER, Rank.SUGGESTION)
ALL = (NOTICE, ANSWERS, CONCLUSION, RESULT)


def count(rule: DeadlineRule, held_on: date, calendar: WorkCalendar = VIETNAM) -> Due:
    due = evaluate(rule, {HELD_ON: held_on}, calendar)
    assert due is not None
    return due


def told(steps: tuple[Step, ...]) -> list[str]:
    return [step.text % step.params for step in steps]
