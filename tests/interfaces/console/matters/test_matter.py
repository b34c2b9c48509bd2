"""The page of one matter: what each reader finds there, and what can be done."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.services import answering, assigning
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.matters.services.raising import PastMatter, also_raises, record_past_matter
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.organisations.models import Body, Officer, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.db import clock
from tests.interfaces.console.matters.conftest import at
from tests.interfaces.console.reading import words_of


def test_everybody_sees_how_often_and_where_and_nobody_a_name(
    an: Actor, clerk: Client, officer: Client, given: Matter, said: Callable[..., Opinion]
) -> None:
    for number in range(2):
        also_raises(actor=an, opinion=said(f"Đường hỏng {number}"), matter=given)
    hidden = said("Cán bộ nhận tiền làm đường")
    also_raises(actor=an, opinion=hidden, matter=given)
    restrict_opinion(actor=an, opinion=hidden)
    given.refresh_from_db()
    told = clerk.get(at(given)).context["raised"]
    assert (told.times, told.places, told.neutral) == (
        "4 lượt ý kiến", "Thôn Nà Lốc 3", "1 ý kiến đã chuyển theo quy định",
    )  # fmt: skip
    assert [link.text for link in told.opinions] == ["1/2026", "2/2026", "3/2026"]
    for_unit = officer.get(at(given)).context["raised"]
    assert (for_unit.times, for_unit.places, for_unit.opinions) == (told.times, told.places, [])


def test_since_when_and_what_was_promised(
    an: Actor, officer: Client, committee: Body, raised: Callable[..., Matter], economy: Unit
) -> None:
    oldest = record_past_matter(actor=an, body=committee, past=PastMatter(year=2023, title="Đường Nà Lốc lầy"))
    past = PastMatter(
        year=2024, title="Đường Nà Lốc hỏng", promise="đổ bê tông", promised_on=date(2025, 6, 30), continues=oldest
    )
    earlier = record_past_matter(actor=an, body=committee, past=past)
    matter = assigning.assign_matter(actor=an, matter=raised(continues=earlier), unit=economy)
    told = officer.get(at(matter)).context["raised"]
    assert told.since == "Đã nêu từ năm 2023"
    assert [(one.year, one.title, one.promise) for one in told.earlier] == [
        (2024, "Đường Nà Lốc hỏng", "đổ bê tông, hẹn đến 30/6/2025"),
        (2023, "Đường Nà Lốc lầy", ""),
    ]


def test_the_limit_says_why(clerk: Client, given: Matter) -> None:
    due = clerk.get(at(given)).context["due"]
    assert (due.due_on, due.note) == (date(2026, 3, 24), "")
    assert due.basis == "Chuẩn bị nội dung trả lời – Số ngày làm việc đặt cho lĩnh vực, tại Cài đặt → Lĩnh vực"
    assert due.counted[-1] == "Đủ 10 ngày làm việc: thứ Ba 24/3/2026"


def test_a_limit_fixed_by_hand_is_flagged_when_the_day_moves(
    an: Actor, clerk: Client, dialogue: Dialogue, raised: Callable[..., Matter], economy: Unit
) -> None:
    matter = assigning.assign_matter(actor=an, matter=raised(of=dialogue), unit=economy)
    assert clerk.post(at(matter, "due/"), {"version": matter.version, "due_on": "1/4/2026"}).status_code == 302
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 5, 20))
    due = clerk.get(at(matter)).context["due"]
    assert (due.due_on, due.note) == (date(2026, 4, 1), "Hạn ấn định bằng tay; theo cách tính là 13/5/2026")
    matter.refresh_from_db()
    assert clerk.post(at(matter, "due/release/"), {"version": matter.version}).status_code == 302
    matter.refresh_from_db()
    assert (matter.due_on, matter.due_by_hand) == (date(2026, 5, 13), False)


def next_of(client: Client, matter: Matter) -> tuple[str, str]:
    following = client.get(at(matter)).context["next"]
    return following.title, following.button.text if following.button else ""


def test_each_is_told_the_next_thing(
    an: Actor, economist: Actor, clerk: Client, head: Client, officer: Client, watcher: Client, given: Matter
) -> None:
    everybody = (clerk, head, officer, watcher)
    waits = "Đơn vị đang chuẩn bị trả lời"
    write = ("Viết câu trả lời", "Viết câu trả lời")
    assert [next_of(who, given) for who in everybody] == [(waits, "Nhập thay đơn vị"), (waits, ""), write, (waits, "")]
    answer = answering.save_answer(actor=economist, matter=given, draft=answering.AnswerDraft(text="A", short="B"))
    answering.hand_in(actor=economist, answer=answer)
    sent = "Đơn vị đã gửi, chờ văn phòng kiểm tra"
    assert [next_of(who, given) for who in everybody] == [(sent, "Kiểm tra câu trả lời"), (sent, ""), (sent, ""), (sent, "")]  # fmt: skip  # noqa: E501
    answering.check_answer(actor=an, answer=answer)
    done = "Đã kiểm tra, chờ duyệt"
    assert [next_of(who, given) for who in everybody] == [(done, "Ghi nhận đã duyệt"), (done, "Duyệt câu trả lời"), (done, ""), (done, "")]  # fmt: skip  # noqa: E501


def test_no_limit_runs_once_it_is_answered(clerk: Client, watcher: Client, given: Matter) -> None:
    with clock.frozen(datetime(2026, 5, 8, 9, tzinfo=clock.LOCAL_ZONE)):
        assert ["quá 45 ngày" in words_of(who.get(at(given))) for who in (clerk, watcher)] == [True, True]
        Matter.objects.of(given.locality).filter(pk=given.pk).update(state=MatterState.ANSWERED)
        pages = [words_of(who.get(at(given))) for who in (clerk, watcher)]
    assert ["24/3/2026" in page for page in pages] == [True, True]
    assert ["quá 45 ngày" in page for page in pages] == [False, False]
    assert ["Việc tiếp theo" in page for page in pages] == [False, False]


def test_what_to_beware_of_is_not_for_everybody(
    an: Actor, clerk: Client, head: Client, officer: Client, supporter: Client, watcher: Client, answered: Answer,
    economy: Unit, culture: Unit,
) -> None:  # fmt: skip
    assigning.assign_matter(actor=an, matter=answered.matter, unit=economy, supports=[culture])
    readers = (clerk, head, officer, supporter, watcher)
    for rest in ("", "history/"):
        pages = [words_of(client.get(at(answered.matter, rest))) for client in readers]
        assert ["Đã bố trí vốn" in page for page in pages] == [True] * 5
        assert ["Chưa có vốn cho đoạn cuối" in page for page in pages] == [True, True, True, False, False]


def test_every_version_of_an_answer_is_kept(
    economist: Actor, clerk: Client, answered: Answer, given: Matter
) -> None:
    answering.save_answer(
        actor=economist, matter=given, draft=answering.AnswerDraft(text="Bản thứ hai", short="Hai"), answer=answered
    )
    page = clerk.get(at(given, "history/"))
    texts = [[row.value for row in version.rows] for version in page.context["versions"]]
    assert texts == [
        ["Bản thứ hai", "Hai"],
        ["Đã bố trí vốn sửa đường trong quý II.", "Sửa xong trước 30/6.", "Chưa có vốn cho đoạn cuối."],
    ]
    assert [entry.title for entry in page.context["entries"]][:2] == ["Sửa câu trả lời", "Soạn câu trả lời"]


def test_a_matter_about_an_officer_is_not_for_whom_it_names(
    an: Actor, hoa: Actor, clerk: Client, head: Client, watcher: Client, officer: Client, supporter: Client,
    raised: Callable[..., Matter], culture: Unit, locality: Any,
) -> None:  # fmt: skip
    matter = raised("Thái độ của cán bộ một cửa")
    opinion = Opinion.objects.of(locality).get(raisings__matter=matter)
    mark_conduct(actor=an, opinion=opinion)
    Matter.objects.of(locality).filter(pk=matter.pk).update(level="conduct")
    matter.refresh_from_db()
    assigning.assign_matter(actor=an, matter=matter, unit=culture)
    everybody = (clerk, head, supporter, watcher, officer)
    assert [client.get(at(matter)).status_code for client in everybody] == [200, 200, 200, 404, 404]
    named = Officer(
        locality=locality, full_name=hoa.label, user=User.objects.get(pk=hoa.user_id), state="current"
    )
    named.save()
    mark_conduct(actor=an, opinion=opinion, named=[named])
    assert [client.get(at(matter)).status_code for client in everybody] == [200, 200, 404, 404, 404]
    assert list(matters_visible_to(hoa)) == []


def test_what_was_grouped_leads_to_the_main_matter(
    an: Actor, clerk: Client, given: Matter, raised: Callable[..., Matter]
) -> None:
    other = raised("Đường Nà Lốc hỏng")
    group(actor=an, matter=other, into=given)
    page = clerk.get(at(other))
    assert page.context["main"] == given
    closed = {move.code: move.reason for move, _page in page.context["moves"] if not move.allowed}
    assert set(closed) == {"matter.assign", "matter.refer", "matter.settle", "matter.set_aside", "matter.group"}
    assert set(closed.values()) == {"Nội dung này đã gộp vào nội dung khác; xin xử lý ở nội dung chính."}


@pytest.mark.parametrize("count", [1, 3])
def test_a_matter_takes_the_same_queries_however_often_it_was_raised(
    an: Actor, clerk: Client, given: Matter, answered: Answer, said: Callable[..., Opinion], count: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for number in range(count):
        also_raises(actor=an, opinion=said(f"Đường hỏng {number}"), matter=given)
    clerk.get(at(given))
    with django_assert_num_queries(12):
        clerk.get(at(given))
