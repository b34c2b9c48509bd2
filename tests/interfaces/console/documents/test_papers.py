"""The page of a dialogue's papers: what may be opened, what is missing, and that its links lead somewhere."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services.answering import AnswerDraft, hand_in, save_answer
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Officer, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import CONSOLE, words_of


def raised(actor: Actor, dialogue: Dialogue, title: str = "Sửa cầu") -> Matter:
    draft = OpinionDraft(words=title, origin=Origin.PHONE, dialogue=dialogue)
    opinion = receive_opinion(actor=actor, body=dialogue.body, draft=draft)
    return raise_matter(actor=actor, opinion=opinion, draft=MatterDraft(title))


def links_of(client: Client, dialogue: Dialogue) -> list[str]:
    """Return the addresses of papers on the page of a dialogue's papers."""
    page = client.get(at(dialogue, "papers/")).content.decode()
    links = [part.split('"')[0] for part in page.split('href="')[1:]]
    return [link for link in links if link.startswith(f"{CONSOLE}papers/")]


def test_the_clerk_finds_every_paper_and_what_each_waits_for(
    an: Actor, clerk: Client, dated: Dialogue, economy: Unit
) -> None:
    first, second = raised(an, dated), raised(an, dated, "Sửa đường")
    assign_matter(actor=an, matter=first, unit=economy)
    hand_in(actor=an, answer=save_answer(actor=an, matter=first, draft=AnswerDraft(text="Có", short="Sửa ngay")))
    page = clerk.get(at(dated, "papers/"))
    papers = page.context["papers"]
    assert [(paper.title, paper.missing) for paper in papers] == [
        ("Kế hoạch 05/KH-UBND", None),
        (
            "Báo cáo tổng hợp ý kiến",
            ("2 ý kiến chờ phân loại", "2 nội dung chưa xếp lĩnh vực", "1 nội dung chưa giao đơn vị"),
        ),
        ("Tài liệu phục vụ chủ trì", ("1 nội dung chưa có câu trả lời", "1 câu trả lời chưa duyệt")),
    ]
    assert [row[:3] for row in page.context["letters"]] == [["Phòng Kinh tế", 1, 1]]
    assert second.unit is None


def test_every_link_leads_to_a_paper(an: Actor, clerk: Client, dated: Dialogue, economy: Unit) -> None:
    assign_matter(actor=an, matter=raised(an, dated), unit=economy)
    links = links_of(clerk, dated)
    assert len(links) == 4 * 3
    assert {clerk.get(link).status_code for link in links} == {200}


def test_an_officer_finds_the_letter_to_the_own_unit_and_nothing_else(
    an: Actor, officer: Client, dated: Dialogue, economy: Unit, office: Unit
) -> None:
    assign_matter(actor=an, matter=raised(an, dated), unit=economy)
    assign_matter(actor=an, matter=raised(an, dated, "Niêm yết"), unit=office)
    page = officer.get(at(dated, "papers/"))
    assert [paper.title for paper in page.context["papers"]] == ["Kế hoạch 05/KH-UBND"]
    assert [row[0] for row in page.context["letters"]] == ["Phòng Kinh tế"]


def test_papers_that_are_not_for_somebody_do_not_exist(
    an: Actor, officer: Client, stranger: Client, clerk: Client, dated: Dialogue, office: Unit
) -> None:
    assign_matter(actor=an, matter=raised(an, dated), unit=office)
    refused = [link for link in links_of(clerk, dated) if "/papers/plan/" not in link]
    assert len(refused) == 9
    assert {officer.get(link).status_code for link in refused} == {404}
    assert stranger.get(at(dated, "papers/")).status_code == 404


def test_it_says_that_nobody_signs_until_somebody_is_in_office(
    clerk: Client, dated: Dialogue, committee: Body, locality: Locality
) -> None:
    warning = "Chưa có người giữ chức vụ đứng đầu cơ quan"
    assert warning in words_of(clerk.get(at(dated, "papers/")))
    officer = Officer(locality=locality, full_name="Trần Văn Bình", state="current")
    officer.save()
    Post(locality=locality, officer=officer, title="Chủ tịch", body=committee, is_head=True, state="current").save()
    assert warning not in words_of(clerk.get(at(dated, "papers/")))


def test_without_a_day_it_says_so(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(at(dialogue, "papers/"))
    assert page.context["papers"][1].missing == ("Chưa chọn ngày tổ chức hội nghị",)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow(
    an: Actor, clerk: Client, dated: Dialogue, locality: Locality, committee: Body, rows: int,
    django_assert_num_queries: Callable[..., object],
) -> None:  # fmt: skip
    for place in range(rows):
        unit = Unit(locality=locality, kind="other", name=f"Đơn vị {place}", body=committee, state="current")
        unit.save()
        assign_matter(actor=an, matter=raised(an, dated, f"Việc {place}"), unit=unit)
    clerk.get(at(dated, "papers/"))
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        assert len(clerk.get(at(dated, "papers/")).context["letters"]) == rows
