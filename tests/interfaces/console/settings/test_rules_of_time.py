"""Days off and rules about limits through their pages."""

from datetime import date

import pytest
from django.test import Client

from nghedan.domain.dialogues.deadlines import NOTICE
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.deadlines.models import Deadline, DeadlineRuleVersion
from nghedan.foundation.deadlines.queries import rules_for
from nghedan.foundation.deadlines.services import set_deadlines
from nghedan.foundation.outbox import worker
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.deadlines import DeadlineRule, Direction, Rank, Unit
from tests.interfaces.console.settings.pages import SETTINGS, body, confirmed, form_of

pytestmark = pytest.mark.usefixtures("frozen_today")

CALENDAR, LIMITS = SETTINGS + "calendar/", SETTINGS + "limits/"
DAY = {"day": "17/4/2026", "kind": "holiday", "name": "Hội mùa xuân", "source": "Thông báo 12/TB-UBND"}


def own_day(locality: Locality) -> DayOff:
    return DayOff.objects.of(locality).get()


def test_the_year_shows_each_day_with_its_source_and_marks_forecasts(clerk: Client) -> None:
    page = body(clerk.get(CALENDAR))
    assert "Lịch nghỉ năm 2026" in page
    assert "Bộ luật Lao động 2019, khoản 1 Điều 112" in page
    assert "dự kiến</strong>" in body(clerk.get(CALENDAR + "?year=2028")).replace("\n", "")


def test_a_day_is_added_once_edited_and_taken_out(clerk: Client, locality: Locality) -> None:
    path = CALENDAR + "add/"
    data = {**form_of(clerk, path), **DAY}
    for _time in range(2):
        assert clerk.post(path, data).headers["Location"] == CALENDAR + "?year=2026"
    row = own_day(locality)
    page = f"{CALENDAR}{row.public_id}/"
    old = form_of(clerk, page)
    assert clerk.post(page, {**old, **DAY, "name": "Hội xuân"}).status_code == 302
    assert clerk.post(page, {**old, **DAY, "name": "Hội khác"}).status_code == 409
    end = page + "end/"
    assert confirmed(clerk, end, form_of(clerk, end)).status_code == 302
    row.refresh_from_db()
    assert (row.name, row.state) == ("Hội xuân", "ended")
    assert clerk.get(page).status_code == 404


def test_a_day_without_source_is_told(clerk: Client) -> None:
    path = CALENDAR + "add/"
    assert clerk.post(path, {**form_of(clerk, path), **DAY, "source": " "}).status_code == 422


def test_the_limits_that_moved_are_shown_with_both_days(clerk: Client, an: Actor, locality: Locality) -> None:
    rule = DeadlineRule(
        code="tell", label="Niêm yết kết quả", anchor="held_on", days=3, unit=Unit.WORKING_DAY,
        direction=Direction.AFTER, rank=Rank.PLAN, basis="Kế hoạch",
    )  # fmt: skip
    set_deadlines(
        actor=Actor.system(locality), subject=_anything(locality), rules=[rule], anchors={"held_on": date(2026, 4, 14)}
    )
    path = CALENDAR + "add/"
    clerk.post(path, {**form_of(clerk, path), **DAY})
    while worker.run_once():
        pass
    page = body(clerk.get(CALENDAR)).replace("\n", "")
    assert "Niêm yết kết quả" in page
    moved = page.split("Niêm yết kết quả")[1].split("</li>")[0]
    assert (">17/4/2026<" in moved, ">20/4/2026<" in moved) == (True, True)
    assert Deadline.objects.of(locality).get().due_on == date(2026, 4, 20)


def _anything(locality: Locality) -> DayOff:
    row = DayOff(locality=locality, day=date(2030, 1, 5), kind="swapped", name="x", source="x", state="ended")
    row.save()
    return row


@pytest.fixture
def notice(db: None) -> DeadlineRuleVersion:
    """The shipped rule of Điều 43: seven days before."""
    return DeadlineRuleVersion.objects.shipped().get(rule_code=NOTICE, level="commune", valid_to=None)


def typed(**values: str) -> dict[str, str]:
    return {
        "label": "Thông báo rộng rãi", "days": "10", "unit": "day", "rank": "law", "basis": "Kế hoạch 05/KH-UBND",
        "valid_from": "10/3/2026", "valid_to": "",
    } | values  # fmt: skip


def days_of_notice(locality: Locality) -> list[int]:
    rules = rules_for(
        locality, body_kind="people_committee", level="commune", subject_kind="regular", on=date(2026, 5, 4)
    )
    return [rule.days for rule in rules if rule.code == NOTICE]


def test_a_locality_is_stricter_than_the_law_once_edits_it_and_takes_it_out(
    clerk: Client, locality: Locality, notice: DeadlineRuleVersion
) -> None:
    path = f"{LIMITS}{notice.public_id}/own/"
    data = {**form_of(clerk, path), **typed()}
    for _time in range(2):
        assert clerk.post(path, data).headers["Location"] == LIMITS
    assert days_of_notice(locality) == [10]
    assert "địa phương có quy định riêng" in body(clerk.get(LIMITS))
    own = DeadlineRuleVersion.objects.of(locality).get()
    page = f"{LIMITS}{own.public_id}/"
    old = form_of(clerk, page)
    assert clerk.post(page, {**old, **typed(days="12")}).status_code == 302
    assert clerk.post(page, {**old, **typed(days="9")}).status_code == 409
    assert days_of_notice(locality) == [12]
    end = page + "end/"
    assert confirmed(clerk, end, form_of(clerk, end)).headers["Location"] == LIMITS
    assert days_of_notice(locality) == [7]


def test_the_days_a_reply_is_waited_for_are_among_the_limits(clerk: Client) -> None:
    page = " ".join(body(clerk.get(LIMITS)).split())
    told = ("15 ngày làm việc sau ngày gửi", "Nội dung đã chuyển cơ quan khác", "30 ngày sau ngày trả lời")
    assert [words in page for words in told] == [True, True, True]


def test_the_law_is_not_loosened(clerk: Client, locality: Locality, notice: DeadlineRuleVersion) -> None:
    path = f"{LIMITS}{notice.public_id}/own/"
    answer = clerk.post(path, {**form_of(clerk, path), **typed(days="5")})
    assert (answer.status_code, "chỉ quy định chặt hơn" in body(answer)) == (422, True)
    assert days_of_notice(locality) == [7]


def test_a_shipped_rule_is_not_edited(clerk: Client, notice: DeadlineRuleVersion) -> None:
    answer = clerk.get(f"{LIMITS}{notice.public_id}/")
    assert (answer.status_code, "dùng chung cho mọi địa phương" in body(answer)) == (409, True)
