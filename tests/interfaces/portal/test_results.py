"""The result of a dialogue for everybody: only while published, units but no persons, no small cell."""

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from nghedan.domain.conclusions.documents.wording import SIGNS_TOLD
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.restricting import mark_conduct, restrict
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.domain.plans.terms import Openness
from nghedan.domain.reports.models import PublicResult
from nghedan.domain.reports.services import publishing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.interfaces.console.reading import words_of
from tests.support.aftermath import DUE_ON, Held, held, held_by, raised, roads

__all__ = ["held", "held_by", "roads"]

HOME = "/suoi-lanh/"


def at(dialogue: Dialogue, more: str = "") -> str:
    return f"{HOME}doi-thoai/{dialogue.public_id}/ket-qua/{more}"


@pytest.fixture
def published(an: Actor, binh: Actor, held: Held) -> PublicResult:
    """The result of Monday's conference, published on Bình's word."""
    result = publishing.show_result(actor=an, dialogue=held.dialogue, foreword="Cảm ơn bà con đã góp ý.")
    return publishing.publish_result(actor=binh, result=result)


def rows_of(client: Client, dialogue: Dialogue) -> list[dict[str, str]]:
    """Return the open data."""
    answer = client.get(at(dialogue, "du-lieu.csv"))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_nothing_is_seen_before_it_is_published_and_after_it_is_taken_down(
    client: Client, an: Actor, binh: Actor, held: Held
) -> None:
    result = publishing.show_result(actor=an, dialogue=held.dialogue)
    assert [client.get(at(held.dialogue, more)).status_code for more in ("", "du-lieu.csv")] == [404, 404]
    assert "Xem kết quả" not in client.get(f"{HOME}doi-thoai/{held.dialogue.public_id}/").content.decode()
    publishing.publish_result(actor=binh, result=result)
    assert [client.get(at(held.dialogue, more)).status_code for more in ("", "du-lieu.csv")] == [200, 200]
    assert "Xem kết quả" in client.get(f"{HOME}doi-thoai/{held.dialogue.public_id}/").content.decode()
    publishing.withdraw_result(actor=an, result=result, reason="Sai số liệu")
    assert [client.get(at(held.dialogue, more)).status_code for more in ("", "du-lieu.csv")] == [404, 404]


def test_an_internal_dialogue_and_one_of_the_party_by_invitation_have_no_page(
    client: Client, published: PublicResult, party: Body
) -> None:
    rows = Dialogue.objects.of(published.locality).filter(pk=published.dialogue_id)
    for changes in ({"openness": Openness.INTERNAL}, {"openness": Openness.INVITATION, "body": party}):
        rows.update(**changes)
        assert client.get(at(published.dialogue) + "?x").status_code == 404


def test_every_matter_is_told_with_its_result_unit_and_answer(client: Client, published: PublicResult) -> None:
    said = words_of(client.get(at(published.dialogue)))
    assert "Cảm ơn bà con đã góp ý." in said
    assert "5 nội dung kiến nghị" in said
    assert ("Nà Lốc" in said, "Giao thông" in said) == (False, True)
    assert "Phòng Kinh tế kiểm tra, trả lời." in said
    assert "Chuyển đến: Công ty Điện lực Đông Sơn" in said or "Kiến nghị Điện lực." in said
    assert "Trần Văn Bình" not in said


def test_the_open_data_has_a_row_for_every_matter_with_its_stable_id(
    client: Client, published: PublicResult, held: Held
) -> None:
    rows = rows_of(client, published.dialogue)
    assert sorted(row["Mã"] for row in rows) == sorted(Matter.objects.of(published.locality).values_list("public_id", flat=True))  # fmt: skip  # noqa: E501
    assert [row["Kết quả"] for row in rows if row["Mã"] == held.paper.public_id] == ["Đã trả lời tại hội nghị"]
    assert {row["Thôn, tổ dân phố"] for row in rows} == {""}


def test_conduct_and_denunciations_are_not_there(
    client: Client, an: Actor, published: PublicResult, roads: Field
) -> None:
    dialogue = published.dialogue
    for title, act in (("Thái độ cán bộ Lê Văn Tám", mark_conduct), ("Tố cáo Nông Văn Chín", restrict)):
        raised(an, dialogue.body, dialogue, title, roads)
        act(actor=an, opinion=Opinion.objects.of(dialogue.locality).get(words=title))
    page = client.get(at(dialogue)).content.decode() + client.get(at(dialogue, "du-lieu.csv")).content.decode()
    assert [word for word in ("Thái độ", "Tám", "Tố cáo", "Chín") if word in page] == []
    assert len(rows_of(client, dialogue)) == 5


def test_only_words_meant_for_the_people_are_told_else_field_and_unit_and_answers_are_cut(
    client: Client, published: PublicResult, held: Held
) -> None:
    Matter.objects.of(published.locality).filter(pk=held.paper.pk).update(public_text="Cấp lại giấy chứng nhận")
    rows = {row["Mã"]: row for row in rows_of(client, published.dialogue)}
    told = [rows[one.public_id]["Nội dung"] for one in (held.paper, held.market)]
    assert told == ["Cấp lại giấy chứng nhận", "Giao thông – Phòng Kinh tế"]
    assert all(len(row["Trả lời"]) <= SIGNS_TOLD + 2 for row in rows.values())


@pytest.mark.parametrize(("count", "told"), [(4, False), (5, True)])
def test_a_hamlet_is_named_from_five_matters_of_one_field_on(
    client: Client, an: Actor, published: PublicResult, roads: Field, hamlets: list[Hamlet], count: int, told: bool
) -> None:
    for number in range(count):
        matter = raised(an, published.dialogue.body, published.dialogue, f"Việc {number}", roads)
        Matter.objects.of(published.locality).filter(pk=matter.pk).update(hamlet=hamlets[0])
    assert ("Thôn Đá Bạc" in words_of(client.get(at(published.dialogue)))) == told
    assert {row["Thôn, tổ dân phố"] for row in rows_of(client, published.dialogue)} == ({"", "Thôn Đá Bạc"} if told else {""})  # noqa: E501


@pytest.mark.parametrize(
    ("answered", "still_open", "told"),
    [(5, 5, [15, 8]), (4, 2, [11, 5]), (0, 5, [10]), (9, 0, [14])],
)
def test_no_number_is_under_five_nor_can_be_told_from_the_others(
    client: Client, an: Actor, published: PublicResult, roads: Field, answered: int, still_open: int, told: list[int]
) -> None:
    ways = [("answered", "answered_in_writing")] * answered + [("in_writing", "")] * still_open
    for number, (state, outcome) in enumerate(ways):
        matter = raised(an, published.dialogue.body, published.dialogue, f"Việc {number}", roads)
        Matter.objects.of(published.locality).filter(pk=matter.pk).update(state=state, outcome=outcome)
    assert [one.value for one in client.get(at(published.dialogue)).context["numbers"]] == told


def test_no_bar_is_under_five(client: Client, an: Actor, published: PublicResult, roads: Field, hamlets: list[Hamlet]) -> None:  # fmt: skip  # noqa: E501
    for number in range(10):
        matter = raised(an, published.dialogue.body, published.dialogue, f"Việc {number}", roads)
        Matter.objects.of(published.locality).filter(pk=matter.pk).update(hamlet=hamlets[number % 2])
    page = client.get(at(published.dialogue))
    charts = [page.context["first"], *page.context["charts"]]
    bars = [bar.value for chart in charts if chart for bar in chart.bars]
    assert bars == [5, 5, 5]


def test_who_is_late_is_a_unit_and_told_from_the_day_after(client: Client, published: PublicResult, held: Held) -> None:
    on_the_day = datetime(DUE_ON.year, DUE_ON.month, DUE_ON.day, 9, tzinfo=clock.LOCAL_ZONE)
    Matter.objects.of(published.locality).filter(pk=held.road.pk).update(
        writing_due_on=DUE_ON, unit=held.market.unit
    )
    with clock.frozen(on_the_day):
        assert "Quá hạn" not in words_of(client.get(at(published.dialogue)))
    with clock.frozen(on_the_day + timedelta(days=1)):
        assert "Quá hạn trả lời: Phòng Kinh tế: 1." in words_of(client.get(at(published.dialogue)))


def test_the_list_is_narrowed_by_field_and_result(client: Client, published: PublicResult, roads: Field) -> None:
    def shown(query: str) -> int:
        return len(client.get(at(published.dialogue) + query).context["rows"])

    queries = (f"?linh-vuc={roads.public_id}", "?ket-qua=in_hall", "?ket-qua=in_hall&linh-vuc=x", "?ket-qua=zzz")
    assert [shown(query) for query in queries] == [5, 1, 1, 5]


def test_the_page_is_kept_and_a_narrowed_list_never_takes_its_place(
    client: Client, published: PublicResult, django_assert_num_queries: Callable[[int], object]
) -> None:
    client.get(at(published.dialogue))
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        whole = client.get(at(published.dialogue)).content
    assert client.get(at(published.dialogue) + "?ket-qua=in_hall").content != whole
    assert client.get(at(published.dialogue)).content == whole


@pytest.mark.parametrize("more", [0, 2])
def test_the_first_look_costs_the_same_whatever_there_is(
    client: Client, an: Actor, published: PublicResult, roads: Field, more: int,
    django_assert_num_queries: Callable[[int], object],
) -> None:  # fmt: skip
    for number in range(more):
        raised(an, published.dialogue.body, published.dialogue, f"Việc {number}", roads)
    with django_assert_num_queries(8):  # type: ignore[attr-defined]
        client.get(at(published.dialogue))


def test_the_first_page_tells_the_last_result(client: Client, published: PublicResult) -> None:
    said = words_of(client.get(HOME))
    assert "Kết quả cuộc đối thoại gần nhất" in said
    assert ("5 nội dung kiến nghị" in said, "đang giải quyết" in said) == (True, False)
