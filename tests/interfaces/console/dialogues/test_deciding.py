"""What the head decides: by the own hand, or recorded by the clerk."""

from datetime import date, timedelta
from typing import Any

from django.test import Client

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import WHOLE_LOCALITY
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.models import Instruction
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.interfaces.console.dialogues.addresses import at, stored
from tests.interfaces.console.dialogues.test_overview import filled
from tests.interfaces.console.reading import words_of
from tests.support import people

WORD = {"decided_by": "Trần Văn Bình, Chủ tịch", "decided_at": "10/3/2026", "decided_time": "7h05", "way": "phone"}


def word(dialogue: Dialogue, **changes: Any) -> dict[str, Any]:
    return {"version": dialogue.version, **WORD, **changes}


def test_the_head_agrees(head: Client, dated: Dialogue) -> None:
    page = head.get(at(dated, "agree/"))
    assert list(page.context["form"].fields) == ["version"]
    assert head.post(at(dated, "agree/"), {"version": dated.version}).status_code == 302
    assert stored(dated).agreed_on == clock.today()


def test_the_clerk_records_that_the_head_agreed_by_telephone(clerk: Client, dated: Dialogue) -> None:
    clerk.post(at(dated, "agree/"), word(dated, paper_due="on"))
    assert stored(dated).agreed_on == date(2026, 3, 10)
    (instruction,) = Instruction.objects.of(dated.locality)
    assert (instruction.decided_by, instruction.way, instruction.paper_due, instruction.content) == (
        "Trần Văn Bình, Chủ tịch", "phone", True, "Thống nhất nội dung, đối tượng đối thoại",
    )  # fmt: skip
    told = words_of(clerk.get(at(dated, "journal/")))
    heading = "Theo ý kiến của Trần Văn Bình, Chủ tịch (qua điện thoại, 07:05), ngày 10/3/2026"
    assert f"{heading}: Thống nhất nội dung, đối tượng đối thoại" in told


def test_an_incomplete_record_is_given_back_and_nothing_is_kept(clerk: Client, dated: Dialogue) -> None:
    answer = clerk.post(at(dated, "agree/"), word(dated, way=""))
    assert answer.status_code == 422
    assert answer.context["form"]["decided_by"].value() == "Trần Văn Bình, Chủ tịch"
    assert Instruction.objects.of(dated.locality).count() == 0


def test_an_old_page_records_nothing(an: Actor, clerk: Client, dated: Dialogue) -> None:
    answer = clerk.post(at(dated, "agree/"), word(dated, version=dated.version - 1))
    assert (answer.status_code, stored(dated).agreed_on) == (409, None)
    assert Instruction.objects.of(dated.locality).count() == 0


def test_a_change_of_contents_makes_the_agreement_lapse_and_says_so(
    head: Client, clerk: Client, dated: Dialogue
) -> None:
    head.post(at(dated, "agree/"), {"version": dated.version})
    now = stored(dated)
    page = clerk.get(at(dated, "info/edit/"))
    assert "phải thống nhất lại" in words_of(page)
    answer = clerk.post(at(dated, "info/edit/"), filled(now, venue="Sân kho"), follow=True)
    assert (stored(dated).agreed_on, "thống nhất lại" in words_of(answer)) == (clock.today(), False)
    answer = clerk.post(at(dated, "info/edit/"), filled(stored(dated), topics="Nước sạch"), follow=True)
    assert (stored(dated).agreed_on, "thống nhất lại" in words_of(answer)) == (None, True)


def test_postponing_opens_the_day_again(head: Client, dated: Dialogue) -> None:
    assert head.post(at(dated, "postpone/"), {"version": dated.version, "reason": ""}).status_code == 422
    head.post(at(dated, "postpone/"), {"version": dated.version, "reason": "Bão số 3"})
    now = stored(dated)
    assert (now.state, now.held_on, now.reason) == (DialogueState.POSTPONED, None, "Bão số 3")
    assert deadlines_of(now) == []
    following = head.get(at(dated)).context["next"]
    assert (following.title, following.text) == ("Chọn ngày mới", "Bão số 3")


def test_cancelling_is_looked_at_once_more(clerk: Client, dated: Dialogue) -> None:
    form = word(dated, reason="Nhập xã")
    answer = clerk.post(at(dated, "cancel/"), form)
    assert stored(dated).state == DialogueState.PLANNED
    rows = {row.key: row.value for row in answer.context["rows"]}
    assert (rows["Lý do"], rows["Ai cho ý kiến"]) == ("Nhập xã", "Trần Văn Bình, Chủ tịch")
    assert dict(answer.context["sent"])["reason"] == "Nhập xã"
    clerk.post(at(dated, "cancel/"), {**dict(answer.context["sent"]), "confirmed": "1"})
    now = stored(dated)
    assert (now.state, now.reason) == (DialogueState.CANCELLED, "Nhập xã")
    assert clerk.get(at(dated)).context["next"].title == "Không tổ chức"


def test_who_has_no_say_is_told_so(officer: Client, dated: Dialogue) -> None:
    answer = officer.post(at(dated, "agree/"), {"version": dated.version})
    assert (answer.status_code, stored(dated).agreed_on) == (403, None)


def test_after_the_delegation_a_clear_refusal_keeps_the_text(locality: Locality, dated: Dialogue) -> None:
    deputy = people.user("hoa", "Ngô Thị Hoa")
    people.grant(deputy, locality, roles.OBSERVER)
    people.grant(deputy, locality, roles.HEAD, WHOLE_LOCALITY, since=clock.today(), until=clock.today())
    reason = "Mưa lũ kéo dài, đường vào nhà văn hóa ngập sâu"
    with clock.frozen(clock.now() + timedelta(days=1)):
        client = signed_in(deputy)
        answer = client.post(
            at(dated, "postpone/"),
            {"version": dated.version, "reason": reason},
            headers={"origin": "http://testserver"},
        )
    assert (answer.status_code, stored(dated).state) == (403, DialogueState.PLANNED)
    assert "Tài khoản chưa được giao quyền này" in words_of(answer)
    assert reason in words_of(answer)


def signed_in(account: User) -> Client:
    client = Client()
    client.force_login(account)
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    return client
