"""Time limits: shown with their reason, met, fixed by hand, let go again."""

from datetime import date

from django.test import Client

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import scheduling
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.deadlines.terms import DeadlineState
from tests.interfaces.console.dialogues.addresses import at, limit_at
from tests.interfaces.console.reading import words_of


def limit(dialogue: Dialogue, code: str = deadlines.NOTICE) -> Deadline:
    return next(row for row in deadlines_of(dialogue) if row.rule_code == code)


def test_each_limit_says_who_set_it_and_why(clerk: Client, dated: Dialogue) -> None:
    page = clerk.get(at(dated, "limits/"))
    notice = next(row for row in page.context["limits"] if row.row.rule_code == deadlines.NOTICE)
    assert (notice.rank, notice.strict, notice.tag.text, notice.tag.colour) == (
        "Luật định", True, "Chưa đến hạn", "grey",
    )  # fmt: skip
    assert notice.basis.startswith("Điều 43 Luật Tổ chức chính quyền địa phương")
    assert notice.counted[-1] == "Lùi đủ 7 ngày: thứ Tư 09/9/2026"
    own = next(row for row in page.context["limits"] if row.rank == "Theo kế hoạch")
    assert (own.label, own.basis) == ("Gửi nội dung trả lời", "05/KH-UBND")


def test_without_a_day_it_says_what_to_do(clerk: Client, dialogue: Dialogue) -> None:
    assert "Chưa có thời hạn nào" in words_of(clerk.get(at(dialogue, "limits/")))


def test_met_with_a_note_and_opened_again(clerk: Client, dated: Dialogue) -> None:
    row = limit(dated)
    clerk.post(limit_at(dated, row, "meet/"), {"version": row.version, "on": "10/3/2026", "note": "Đã niêm yết"})
    met = limit(dated)
    assert (met.state, met.met_on, met.met_note) == (DeadlineState.MET, date(2026, 3, 10), "Đã niêm yết")
    clerk.post(limit_at(dated, met, "reopen/"), {"version": met.version})
    assert limit(dated).state == DeadlineState.RUNNING


def test_a_day_to_come_is_no_day_of_meeting(clerk: Client, dated: Dialogue) -> None:
    row = limit(dated)
    answer = clerk.post(limit_at(dated, row, "meet/"), {"version": row.version, "on": "11/3/2026", "note": "Sắp xong"})
    assert (answer.status_code, limit(dated).state) == (422, DeadlineState.RUNNING)
    assert answer.context["meeting"]["note"].value() == "Sắp xong"


def test_fixed_by_hand_it_stays_and_is_flagged_when_the_count_moves(an: Actor, clerk: Client, dated: Dialogue) -> None:
    row = limit(dated)
    late = clerk.post(limit_at(dated, row, "fix/"), {"version": row.version, "due_on": "10/9/2026", "reason": "Họp"})
    assert (late.status_code, late.context["opens_fixing"]) == (422, True)
    clerk.post(limit_at(dated, row, "fix/"), {"version": row.version, "due_on": "07/9/2026", "reason": "Họp giao ban"})
    assert (limit(dated).due_on, limit(dated).fixed_reason) == (date(2026, 9, 7), "Họp giao ban")
    dated.refresh_from_db()
    scheduling.schedule_dialogue(actor=an, dialogue=dated, held_on=date(2026, 9, 23))
    page = words_of(clerk.get(at(dated, "limits/")))
    assert "Hạn ấn định bằng tay: Họp giao ban" in page
    assert "Theo cách tính hiện nay là 16/9/2026" in page
    fixed = limit(dated)
    clerk.post(limit_at(dated, fixed, "release/"), {"version": fixed.version})
    assert (limit(dated).due_on, limit(dated).fixed_by_hand) == (date(2026, 9, 16), False)


def test_from_an_old_page_nothing_is_changed(clerk: Client, dated: Dialogue) -> None:
    row = limit(dated)
    form = {"version": row.version, "due_on": "07/9/2026", "reason": "Họp giao ban"}
    clerk.post(limit_at(dated, row, "fix/"), form)
    answer = clerk.post(limit_at(dated, row, "fix/"), {**form, "due_on": "03/9/2026"})
    assert (answer.status_code, limit(dated).due_on) == (409, date(2026, 9, 7))


def test_an_officer_reads_limits_but_decides_nothing(officer: Client, dated: Dialogue) -> None:
    assert officer.get(at(dated, "limits/")).status_code == 200
