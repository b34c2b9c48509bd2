"""The pages on answers in writing, referrals and closing: what is shown, to whom, by how many queries."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Delivery, Referral, Verdict
from nghedan.domain.followup.services.verdicts import VerdictDraft, give_verdict
from nghedan.domain.followup.terms import Satisfaction
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services import leaving
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.matters.terms import Competence
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import perform
from tests.domain.followup.letters.conftest import NAME, PHONE, Heard, fresh
from tests.interfaces.console.letters.conftest import at
from tests.interfaces.console.reading import CONSOLE, filled, form_key, words_of

pytestmark = pytest.mark.django_db


def voice_at(matter: Matter, opinion: Opinion, rest: str) -> str:
    return f"{CONSOLE}matters/{matter.public_id}/voices/{opinion.public_id}/{rest}/"


def test_one_press_drafts_what_is_approved(
    clerk: Client, dialogue: Dialogue, promised: Matter, approved: Answer
) -> None:
    page = clerk.get(at(dialogue, "letters"))
    assert (page.context["to_draft"], [row.title for row in page.context["rows"]]) == (1, [promised.title])
    assert clerk.post(at(dialogue, "letters/draft")).status_code == 302
    after = clerk.get(at(dialogue, "letters"))
    [row] = after.context["rows"]
    assert (after.context["to_draft"], [voice.tag.text for voice in row.voices]) == (0, ["Dự thảo"])


def test_no_page_shows_a_name_or_number(
    clerk: Client, head: Client, dialogue: Dialogue, promised: Matter, opinion: Opinion, sent: OfficialPaper
) -> None:
    pages = [at(dialogue, "letters"), at(dialogue, "referrals"), at(dialogue, "closing"), voice_at(promised, opinion, "delivery")]  # fmt: skip  # noqa: E501
    for client in (clerk, head):
        shown = " ".join(words_of(client.get(page)) for page in pages)
        assert [mark in shown for mark in (NAME, PHONE, "Chưa có vốn làm mới")] == [False, False, False]


def test_a_delivery_is_noted_once_and_taken_back(
    clerk: Client, dialogue: Dialogue, promised: Matter, opinion: Opinion, sent: OfficialPaper
) -> None:
    assert clerk.get(at(dialogue, "letters")).context["missing_count"] == 1
    page = voice_at(promised, opinion, "delivery")
    typed = {
        "form_key": form_key(clerk, page),
        "way": "post",
        "on": "10/3/2026",
        "told_by": "Nguyễn Thị An",
        "note": "",
    }
    assert [clerk.post(page, typed).status_code for _time in range(2)] == [302, 302]
    assert Delivery.objects.of(dialogue.locality).count() == 1
    shown = clerk.get(at(dialogue, "letters")).context
    assert (shown["missing_count"], [row.reached for row in shown["reached"]]) == (0, ["Gửi bưu điện ngày 10/3/2026 (Nguyễn Thị An)"])  # fmt: skip  # noqa: E501
    clerk.post(voice_at(promised, opinion, "delivery/void"))
    assert clerk.get(at(dialogue, "letters")).context["missing_count"] == 1


def test_what_is_refused_keeps_the_text(clerk: Client, promised: Matter, opinion: Opinion, sent: OfficialPaper) -> None:
    page = voice_at(promised, opinion, "delivery")
    typed = {"form_key": form_key(clerk, page), "way": "post", "on": "11/3/2026", "told_by": "Cô Lan bưu điện", "note": "Thư bảo đảm"}  # fmt: skip  # noqa: E501
    answer = clerk.post(page, typed)
    shown = answer.content.decode()
    assert (answer.status_code, "Cô Lan bưu điện" in shown, "Thư bảo đảm" in shown) == (422, True, True)


def test_an_answer_told_by_telephone(clerk: Client, promised: Matter, opinion: Opinion, dialogue: Dialogue) -> None:
    page = f"{CONSOLE}matters/{promised.public_id}/told/"
    typed = filled(clerk.get(page).context["form"]) | {"voices": opinion.public_id}
    assert clerk.post(page, typed).status_code == 422
    assert clerk.post(page, typed | {"text": "Đã hẹn nạo vét ngày 20/3"}).status_code == 302
    matter = fresh(promised)
    assert (matter.state, matter.outcome_note) == ("answered", "Đã hẹn nạo vét ngày 20/3")


def test_another_unit_writes(clerk: Client, promised: Matter, culture: Unit) -> None:
    page = f"{CONSOLE}matters/{promised.public_id}/write/"
    typed = filled(clerk.get(page).context["form"]) | {"unit": culture.public_id, "due_on": "20/4/2026"}
    assert clerk.post(page, typed).status_code == 302
    matter = fresh(promised)
    assert (matter.unit_id, matter.writing_due_on, matter.state) == (culture.pk, date(2026, 4, 20), "in_writing")


def test_a_referral_from_choosing_to_closing(clerk: Client, dialogue: Dialogue, referred: Matter) -> None:
    [group] = clerk.get(at(dialogue, "referrals")).context["waiting"]
    form = clerk.get(group.href).context["form"]
    assert filled(form)["to_body"] == "Sở Xây dựng"
    answer = clerk.post(at(dialogue, "referrals/new"), {"to_body": "Sở Xây dựng", "matters": [referred.public_id]})
    assert answer.status_code == 302
    row = Referral.objects.of(dialogue.locality).get()
    steps: list[tuple[str, dict[str, str]]] = [
        ("send", {"number": "126/UBND", "on": "10/3/2026"}), ("ask-again", {"expected_on": "20/4/2026"}),
        ("reply", {"reply": "Đưa vào kế hoạch 2027", "number": "77/SXD", "on": "10/3/2026"}),
        ("pass-on", {}), ("close", {}),
    ]  # fmt: skip
    for move, typed in steps:
        page = f"{CONSOLE}referrals/{row.public_id}/{move}/"
        known = filled(clerk.get(page).context["form"])
        assert (move, clerk.post(page, known | typed).status_code) == (move, 302)
    row = Referral.objects.of(dialogue.locality).get()
    assert (row.state, row.asked_again, row.reply) == ("closed", 1, "Đưa vào kế hoạch 2027")
    assert "Đưa vào kế hoạch 2027" in words_of(clerk.get(f"{CONSOLE}referrals/{row.public_id}/"))


def test_closing_all_shows_what_is_left_with_its_reason(
    clerk: Client, dialogue: Dialogue, promised: Matter, referred: Matter, sent: OfficialPaper
) -> None:
    page = clerk.get(at(dialogue, "closing"))
    assert [row.title for row in page.context["ready"]] == [promised.title]
    assert [row.why for row in page.context["left"]] == [
        "Chưa gửi công văn chuyển cơ quan có thẩm quyền; xin soạn và gửi."
    ]
    clerk.post(at(dialogue, "closing"))
    assert (fresh(promised).state, fresh(referred).state) == ("closed", "referred")
    one = f"{CONSOLE}matters/{referred.public_id}/close/"
    typed = filled(clerk.get(one).context["form"])
    assert clerk.post(one, typed).status_code == 409
    assert clerk.post(one, typed | {"reason": "Tỉnh đã thông báo chung"}).status_code == 302
    assert fresh(referred).state == "closed"


def test_the_head_looks_at_what_was_opened_again_also_by_instruction(
    clerk: Client, head: Client, an: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    give_verdict(actor=an, opinion=opinion, matter=fresh(promised), draft=VerdictDraft(Satisfaction.NOT, "Vẫn ngập"))
    row = Verdict.objects.of(opinion.locality).get()
    page = f"{CONSOLE}verdicts/{row.public_id}/look/"
    assert "Vẫn ngập" in words_of(head.get(f"{CONSOLE}verdicts/"))
    own = filled(head.get(page).context["form"])
    assert ("decided_by" in own, "decided_by" in filled(clerk.get(page).context["form"])) == (False, True)
    recorded = filled(clerk.get(page).context["form"]) | {"direction": "Kiểm tra lại", "way": "phone"}
    assert clerk.post(page, recorded).status_code == 302
    assert Verdict.objects.of(opinion.locality).get().state == "looked"


def test_the_clerk_notes_a_verdict_from_paper(
    clerk: Client, promised: Matter, opinion: Opinion, sent: OfficialPaper
) -> None:
    page = voice_at(promised, opinion, "verdict")
    typed = {"form_key": form_key(clerk, page), "verdict": "not", "words": ""}
    assert clerk.post(page, typed).status_code == 422
    assert clerk.post(page, typed | {"words": "Chưa nạo vét"}).status_code == 302
    assert (fresh(promised).state, Verdict.objects.of(opinion.locality).get().way) == ("in_writing", "office")


def test_others_do_not_get_in(
    stranger: Client,
    officer: Client,
    watcher: Client,
    dialogue: Dialogue,
    promised: Matter,
    opinion: Opinion,
    sent: OfficialPaper,
    referred: Matter,
) -> None:
    for rest in ("letters", "referrals", "closing", "forward", "close"):
        assert stranger.get(at(dialogue, rest)).status_code == 404
    shown = watcher.get(at(dialogue, "letters")).context
    assert (shown["missing_count"], shown["may_write"]) == (1, False)
    assert watcher.post(at(dialogue, "closing")).status_code == 403
    assert watcher.get(voice_at(promised, opinion, "delivery")).status_code == 403
    assert officer.get(voice_at(promised, opinion, "delivery")).status_code == 404


@pytest.fixture
def more(an: Actor, heard: Heard, roads: Any, dialogue: Dialogue) -> Callable[[], None]:
    """Return a function that adds a matter to be written, one answered, and one to be sent on."""

    def add() -> None:
        for change in ("matter.put_in_writing", "matter.answer"):
            matter = raise_matter(actor=an, opinion=heard(f"Việc {change}"), draft=MatterDraft(title="Việc khác", field=roads))  # fmt: skip  # noqa: E501
            changes = {"answered_on": date(2026, 3, 10)} if change == "matter.answer" else {"writing_due_on": date(2026, 4, 1)}  # fmt: skip  # noqa: E501
            perform(change, actor=an, obj=matter, changes=changes)
        matter = raise_matter(
            actor=an, opinion=heard("Việc cấp trên"), draft=MatterDraft(title="Cấp trên", field=roads)
        )
        leaving.refer_matter(actor=an, matter=matter, competent_body="Sở", reason="", competence=Competence.ABOVE)

    return add


@pytest.mark.parametrize("page", ["letters", "referrals", "closing"])
def test_as_many_queries_for_one_row_as_for_three(
    clerk: Client, dialogue: Dialogue, more: Callable[[], None], page: str
) -> None:

    counts = []
    for _time in range(2):
        more()
        clerk.get(at(dialogue, page))
        with CaptureQueriesContext(connection) as queries:
            clerk.get(at(dialogue, page))
        counts.append(len(queries))
        more()
    assert counts[0] == counts[1] <= 12, [query["sql"][:90] for query in queries.captured_queries]
