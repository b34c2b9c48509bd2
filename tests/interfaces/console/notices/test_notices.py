"""The page of a dialogue's notices: what has to go out, who was told, and what changed since."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.scheduling import postpone_dialogue, schedule_dialogue
from nghedan.domain.notices.services.posting import PostingDraft, record_postings
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import form_key, words_of

TODAY = date(2026, 3, 10)


def told(an: Actor, paper: OfficialPaper, channel: PostingChannel, *hamlets: Hamlet) -> None:
    record_postings(actor=an, paper=paper, draft=PostingDraft(channel, TODAY), hamlets=hamlets)


def test_before_the_notice_the_page_asks_for_it(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(at(dialogue, "notices/"))
    assert (page.context["due"].code, page.context["notices"], page.context["record_href"]) == ("announcement", [], "")
    begun = clerk.post(at(dialogue, "papers/new/announcement/"), {"form_key": page.context["form_key"]})
    draft = OfficialPaper.objects.of(dialogue.locality).get()
    assert begun.headers["Location"] == at(dialogue, f"papers/{draft.public_id}/")
    again = clerk.get(at(dialogue, "notices/")).context
    assert (again["due"].draft.href, [one.tag.text for one in again["notices"]]) == (
        at(dialogue, f"papers/{draft.public_id}/"), ["Dự thảo"],
    )  # fmt: skip


def test_each_hamlet_stands_in_a_row_with_the_day_of_each_channel(
    an: Actor, clerk: Client, notice: OfficialPaper, hamlets: list[Hamlet]
) -> None:
    told(an, notice, PostingChannel.HAMLET_BOARD, hamlets[0])
    told(an, notice, PostingChannel.WEBSITE)
    page = clerk.get(at(notice.dialogue, "notices/"))
    assert [[getattr(cell, "text", cell) for cell in row] for row in page.context["hamlets"]] == [
        ["Thôn Đá Bạc", "Đã báo, kịp hạn", "–", "10/3/2026", "–", "–", "–"],
        ["Thôn Lân Hạ", "Chưa báo", "–", "–", "–", "–", "–"],
    ]
    assert (page.context["untold"], page.context["elsewhere"], page.context["due"]) == (
        ["Thôn Lân Hạ"], ["Trang thông tin điện tử: 10/3/2026"], None,
    )  # fmt: skip
    assert "08/4/2026 · đã phát trên phương tiện thông tin đại chúng ngày 10/3/2026 Kịp hạn" in words_of(page)


def test_a_change_shows_old_and_new_and_where_the_first_notice_went(
    an: Actor, clerk: Client, notice: OfficialPaper
) -> None:
    told(an, notice, PostingChannel.LOUDSPEAKER)
    dialogue = notice.dialogue
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 4, 22), starts_at=time(14), venue="Sân kho")
    due = clerk.get(at(dialogue, "notices/")).context["due"]
    assert (due.code, due.channels) == ("correction", ["Loa truyền thanh"])
    assert due.changes == [
        ["Ngày", "15/4/2026", "22/4/2026"],
        ["Giờ bắt đầu", "07:30", "14:00"],
        ["Địa điểm", "Nhà văn hóa xã", "Sân kho"],
    ]
    key = {"form_key": clerk.get(at(dialogue, "notices/")).context["form_key"]}
    first = clerk.post(at(dialogue, "notices/draft/correction/"), key).headers["Location"]
    assert clerk.post(at(dialogue, "notices/draft/correction/"), key).headers["Location"] == first
    assert OfficialPaper.objects.of(dialogue.locality).filter(kind="correction").count() == 1


def test_postponed_it_asks_to_tell_so(binh: Actor, clerk: Client, notice: OfficialPaper) -> None:
    postpone_dialogue(actor=binh, dialogue=notice.dialogue, reason="Mưa lũ")
    page = clerk.get(at(notice.dialogue, "notices/"))
    assert page.context["due"].code == "postponement"
    key = {"form_key": page.context["form_key"]}
    assert clerk.post(at(notice.dialogue, "notices/draft/announcement/"), key).status_code == 404


def test_the_forms_of_the_call_lead_somewhere(
    clerk: Client, notice: OfficialPaper, hamlets: list[Hamlet], settings: Any
) -> None:
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"
    address = at(notice.dialogue, "notices/texts/")
    page = clerk.get(address, {"hamlet": hamlets[1].public_id})
    assert page.context["short_text"].startswith("Kính báo bà con thôn Lân Hạ: ")
    links = [link.href for _label, _view, files in page.context["posters"] for link in files]
    links += [view for _label, view, _files in page.context["posters"]]
    links += [link.href for link in page.context["script_files"]]
    assert {clerk.get(link).status_code for link in links} == {200}
    assert len(links) == 8
    assert clerk.get(address, {"hamlet": "nonsense"}).context["chosen"] is None


def test_an_internal_dialogue_has_nothing_of_all_this(clerk: Client, dialogue: Dialogue) -> None:
    Dialogue.objects.of(dialogue.locality).update(openness="internal")
    assert "Hội nghị nội bộ không thông báo rộng rãi" in words_of(clerk.get(at(dialogue, "notices/")))
    assert clerk.get(at(dialogue, "notices/texts/")).status_code == 404
    key = {"form_key": form_key(clerk, at(dialogue, "papers/"))}
    assert clerk.post(at(dialogue, "papers/new/announcement/"), key).status_code == 409


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_much_for_one_hamlet_as_for_three(
    an: Actor, clerk: Client, locality: Locality, notice: OfficialPaper, count: int, django_assert_num_queries: Any
) -> None:
    rows = [Hamlet(locality=locality, kind="thon", name=f"Số {number}", state="current") for number in range(count)]
    for row in rows:
        row.save()
    told(an, notice, PostingChannel.HAMLET_BOARD, *rows)
    clerk.get(at(notice.dialogue, "notices/"))
    with django_assert_num_queries(12):
        assert clerk.get(at(notice.dialogue, "notices/")).status_code == 200
