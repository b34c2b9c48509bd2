"""Giving back and deciding, checking and approving, reminding: the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.matters.models import Answer, Bounce, Matter, Reminder
from nghedan.domain.matters.services import answering, assigning
from nghedan.domain.matters.terms import AnswerState, BounceState, MatterState
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.models import Instruction
from tests.interfaces.console.matters.conftest import WORDS, at
from tests.interfaces.console.reading import CONSOLE, words_of

MATTERS = f"{CONSOLE}matters/"
READINESS, APPROVING = f"{MATTERS}readiness/", f"{MATTERS}approve/"
SAID = {"decided_by": "Trần Văn Bình, Chủ tịch", "decided_at": "10/3/2026", "decided_time": "7h05", "way": "phone"}


def bounce_at(bounce: Bounce) -> str:
    return f"{MATTERS}bounces/{bounce.public_id}/"


@pytest.fixture
def third(an: Actor, economist: Actor, given: Matter, economy: Unit, culture: Unit) -> Bounce:
    """The third "not ours" of the economic division."""
    for _time in range(2):
        made = assigning.bounce_matter(actor=economist, matter=given, proposed_unit=culture, reason="Của phòng khác")
        assigning.decide_bounce(actor=an, bounce=made, unit=economy)
        given.refresh_from_db()
    return assigning.bounce_matter(actor=economist, matter=given, proposed_unit=culture, reason="Vẫn không phải")


def test_a_unit_gives_back_on_its_page_and_the_clerk_decides(
    officer: Client, clerk: Client, supporter: Client, given: Matter, culture: Unit
) -> None:
    sent = {"version": given.version, "reason": "Việc của phòng khác", "proposed_unit": culture.public_id}
    assert clerk.post(at(given, "bounce/"), sent).status_code == 403
    assert officer.post(at(given, "bounce/"), sent).status_code == 302
    bounce = Bounce.objects.of(given.locality).get(matter=given)
    assert [one.title for one in clerk.get(READINESS).context["bounces"]] == [given.title]
    assert officer.get(bounce_at(bounce)).status_code == 403
    answer = clerk.post(bounce_at(bounce), {"version": bounce.version, "unit": culture.public_id})
    assert answer.status_code == 302
    given.refresh_from_db()
    assert given.unit == culture
    assert clerk.get(bounce_at(bounce)).status_code == 404


def test_the_third_waits_for_the_head(clerk: Client, head: Client, third: Bounce, given: Matter, culture: Unit) -> None:
    assert [one.title for one in head.get(APPROVING).context["bounces"]] == [given.title]
    page = clerk.get(bounce_at(third))
    assert page.context["is_recorded"]
    assert clerk.post(bounce_at(third), {"version": third.version, "unit": culture.public_id}).status_code == 422
    assert head.post(bounce_at(third), {"version": third.version, "unit": culture.public_id}).status_code == 302
    given.refresh_from_db()
    assert given.unit == culture


def test_what_the_head_said_of_the_third_is_recorded(
    clerk: Client, third: Bounce, given: Matter, economy: Unit
) -> None:
    sent = {"version": third.version, "unit": economy.public_id, **SAID}
    assert clerk.post(bounce_at(third), sent).status_code == 302
    third.refresh_from_db()
    assert third.state == BounceState.CONFIRMED
    told = [entry.text for entry in clerk.get(at(given, "history/")).context["entries"]]
    assert "Theo ý kiến của Trần Văn Bình, Chủ tịch (qua điện thoại, 07:05), ngày 10/3/2026: Giao Phòng Kinh tế chủ trì chuẩn bị trả lời" in told  # fmt: skip  # noqa: E501
    assert "Phòng Kinh tế đề nghị giao Phòng Văn hóa - Xã hội: Vẫn không phải" in told


def test_an_answer_is_checked_approved_and_given_back(
    clerk: Client, head: Client, officer: Client, economist: Actor, answered: Answer, given: Matter
) -> None:
    answering.hand_in(actor=economist, answer=answered)
    assert officer.post(at(given, "answer/check/"), {"version": 2}).status_code == 403
    assert clerk.post(at(given, "answer/check/"), {"version": answered.version}).status_code == 302
    answered.refresh_from_db()
    assert head.post(at(given, "answer/approve/"), {"version": answered.version}).status_code == 302
    given.refresh_from_db()
    answered.refresh_from_db()
    assert (given.state, answered.state) == (MatterState.PREPARED, AnswerState.APPROVED)
    sent = {"version": answered.version, "reason": ""}
    assert clerk.post(at(given, "answer/return/"), sent).status_code == 422
    assert clerk.post(at(given, "answer/return/"), {**sent, "reason": "Sai số liệu"}).status_code == 302
    answered.refresh_from_db()
    assert (answered.state, answered.return_reason) == (AnswerState.DRAFT, "Sai số liệu")
    assert "Sai số liệu" in words_of(officer.get(f"{CONSOLE}work/{given.public_id}/"))


def test_there_is_nothing_to_check_without_an_answer(clerk: Client, given: Matter) -> None:
    for rest in ("check", "approve", "return"):
        assert clerk.get(at(given, f"answer/{rest}/")).status_code == 404


def checked_answers(
    an: Actor, economist: Actor, raised: Callable[..., Matter], economy: Unit, count: int
) -> list[Answer]:
    answers = []
    for number in range(count):
        matter = assigning.assign_matter(actor=an, matter=raised(f"Việc {number}"), unit=economy)
        answer = answering.save_answer(actor=economist, matter=matter, draft=WORDS)
        answering.hand_in(actor=economist, answer=answer)
        answers.append(answering.check_answer(actor=an, answer=answer))
    return answers


def states(answers: list[Answer]) -> list[str]:
    for answer in answers:
        answer.refresh_from_db()
    return [answer.state for answer in answers]


def test_the_head_approves_everything_checked_after_a_last_look(
    an: Actor, economist: Actor, head: Client, officer: Client, raised: Callable[..., Matter], economy: Unit
) -> None:
    answers = checked_answers(an, economist, raised, economy, 3)
    assert officer.get(APPROVING).status_code == 403
    looked = head.post(APPROVING, {"answer": ["all"]})
    assert (looked.status_code, len(looked.context["chosen"])) == (200, 3)
    assert states(answers) == ["checked"] * 3
    some = {"answer": [answers[0].public_id, answers[2].public_id], "confirmed": "1"}
    assert head.post(APPROVING, some).status_code == 302
    assert states(answers) == ["approved", "checked", "approved"]


def test_the_clerk_records_that_everything_was_approved(
    an: Actor, economist: Actor, clerk: Client, raised: Callable[..., Matter], economy: Unit
) -> None:
    answers = checked_answers(an, economist, raised, economy, 2)
    sent = {"answer": ["all"], "confirmed": "1"}
    assert clerk.post(APPROVING, sent).status_code == 422
    assert clerk.post(APPROVING, {**sent, **SAID}).status_code == 302
    assert states(answers) == ["approved"] * 2
    assert Instruction.objects.of(economy.locality).get().content == "Duyệt 2 câu trả lời đã kiểm tra"


@pytest.mark.parametrize("count", [1, 3])
def test_what_waits_for_the_head_takes_the_same_queries(
    an: Actor, economist: Actor, head: Client, raised: Callable[..., Matter], economy: Unit, count: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    checked_answers(an, economist, raised, economy, count)
    head.get(APPROVING)
    with django_assert_num_queries(6):
        head.get(APPROVING)


def late(an: Actor, raised: Callable[..., Matter], unit: Unit, title: str) -> Matter:
    return assigning.assign_matter(actor=an, matter=raised(title), unit=unit, due_on=clock.today())


def test_units_are_reminded_with_one_press_and_not_twice_a_day(
    an: Actor, clerk: Client, officer: Client, raised: Callable[..., Matter], economy: Unit, culture: Unit, office: Unit
) -> None:
    late(an, raised, economy, "Sửa đường")
    late(an, raised, culture, "Trường học")
    assigning.assign_matter(actor=an, matter=raised("Việc còn xa"), unit=office)
    with clock.frozen(clock.now().replace(day=11)):
        page = clerk.get(READINESS)
        assert [(str(row.unit), row.tag.text) for row in page.context["rows"]] == [
            ("Phòng Kinh tế", "Quá hạn"), ("Phòng Văn hóa - Xã hội", "Quá hạn"),
            ("Văn phòng HĐND và UBND xã", "Chưa đến hạn"),
        ]  # fmt: skip
        assert officer.get(READINESS).status_code == 403
        everyone = {"dialogue": "all", "unit": "all"}
        assert [clerk.post(f"{READINESS}remind/", everyone).status_code for _ in range(2)] == [302, 302]
        sent = Reminder.objects.of(economy.locality)
        assert sorted(str(row.unit) for row in sent) == ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]
        kept = sent.get(unit=economy).text
        assert kept == "Còn 1 nội dung chưa gửi dự thảo trả lời, hạn sớm nhất 10/3/2026"
        words = {str(row.unit): row.words for row in clerk.get(READINESS).context["rows"]}["Phòng Kinh tế"]
        assert words == (
            "Kính gửi Phòng Kinh tế: còn 1 nội dung chưa gửi dự thảo trả lời.\n- Sửa đường (hạn 10/3/2026)\n"
            "Mở để trả lời: http://testserver/console/suoi-lanh/work/"
        )
        one = {"dialogue": "all", "unit": economy.public_id}
        assert clerk.post(f"{READINESS}remind/", one).status_code == 409
        assert clerk.post(f"{READINESS}remind/", {**one, "again": "1"}).status_code == 302
        assert sent.filter(unit=economy).count() == 2
        assert "đã đôn đốc lúc 09:00 hôm nay" in words_of(clerk.get(READINESS))


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_takes_the_same_queries(
    an: Actor, clerk: Client, raised: Callable[..., Matter], economy: Unit, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        late(an, raised, economy, f"Việc {number}")
    clerk.get(READINESS)
    with django_assert_num_queries(11):
        clerk.get(READINESS)


def test_rows_of_another_locality_do_not_exist(
    stranger: Client, third: Bounce, given: Matter, answered: Answer
) -> None:
    foreign = "/console/go-nang/"
    for rest in (f"matters/{given.public_id}/", f"matters/{given.public_id}/history/", f"work/{given.public_id}/",
                 f"matters/{given.public_id}/assign/", f"matters/{given.public_id}/answer/check/",
                 f"matters/bounces/{third.public_id}/"):  # fmt: skip
        assert stranger.get(f"{foreign}{rest}").status_code == 404
        assert stranger.post(f"{foreign}{rest}", {"version": 1}).status_code in (404, 405)


@pytest.mark.parametrize(("way", "state"), [("refer", "referred"), ("settle", "settled"), ("set-aside", "set_aside")])
def test_a_matter_leaves_on_its_page_and_comes_back(
    clerk: Client, officer: Client, given: Matter, way: str, state: str
) -> None:
    told = {"reason": "Không thuộc xã", "competence": "other", "competent_body": "Điện lực"}
    sent = {"version": given.version, **told}
    assert officer.post(at(given, f"{way}/"), sent).status_code == 403
    missing = "competent_body" if way == "refer" else "reason"
    assert clerk.post(at(given, f"{way}/"), {**sent, missing: ""}).status_code == 422
    assert clerk.post(at(given, f"{way}/"), sent).status_code == 302
    given.refresh_from_db()
    assert given.state == state
    assert "Không thuộc xã" in words_of(clerk.get(at(given)))
    assert clerk.post(at(given, "take-up/")).status_code == 302
    given.refresh_from_db()
    assert given.state == MatterState.SCREENED
