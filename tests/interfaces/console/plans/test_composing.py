"""A new plan from eight questions."""

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.composing import default_bases
from nghedan.domain.plans.models import Plan
from tests.interfaces.console.plans.papers import PLANS
from tests.interfaces.console.reading import filled

pytestmark = pytest.mark.usefixtures("frozen_today")
NEW = f"{PLANS}new/"


def frame(body: Body, **changes: str) -> dict[str, str]:
    return {
        "body": body.public_id, "legal_bases": "", "year": "2026", "count": "2", "head_post": "", "co_chairs": "",
        "stand_in": "", "special_duties": "Trạm Y tế: trực y tế", **changes,
    }  # fmt: skip


DIALOGUES = {
    "dialogue1-kind": "thematic", "dialogue1-openness": "open", "dialogue1-topics": "Đất ở", "dialogue1-quarter": "2",
    "dialogue1-audience": "Nhân dân thôn Đồi Chè", "dialogue1-venue": "Nhà văn hóa",
    "dialogue2-kind": "regular", "dialogue2-openness": "open", "dialogue2-held_on": "18/9/2026",
}  # fmt: skip


def checked(clerk: Client) -> dict[str, str]:
    """Return what the last look sends when nothing is touched."""
    page = clerk.get(f"{NEW}check/")
    return {**filled(page.context["form"]), "form_key": str(page.context["form_key"])}


def test_it_begins_with_what_is_known(clerk: Client, committee: Body) -> None:
    form = clerk.get(NEW).context["form"]
    assert form["body"].value() == committee.public_id
    assert form["legal_bases"].value() == "\n".join(default_bases("people_committee"))
    assert (form["year"].value(), form["head_post"].value()) == (2026, committee.head_post)
    assert form["co_chairs"].value() == "Đại diện Thường trực Hội đồng nhân dân"


def test_eight_answers_make_a_draft_once(clerk: Client, committee: Body, office: Unit) -> None:
    assert clerk.post(NEW, frame(committee))["Location"] == f"{NEW}dialogues/"
    assert clerk.post(f"{NEW}dialogues/", DIALOGUES)["Location"] == f"{NEW}check/"
    answers = checked(clerk)
    first = clerk.post(f"{NEW}check/", answers)["Location"]
    assert clerk.post(f"{NEW}check/", answers)["Location"] == first
    plan = Plan.objects.of(committee.locality).get()
    assert first == f"{PLANS}{plan.public_id}/"
    assert [(item.kind, item.quarter, item.venue) for item in plan.items.all()] == [
        ("thematic", 2, "Nhà văn hóa"),
        ("regular", None, ""),
    ]
    assert plan.items.all()[1].held_on.isoformat() == "2026-09-18"
    assert list(plan.duties.filter(unit_text="Trạm Y tế").values_list("text", flat=True)) == ["trực y tế"]
    assert plan.duties.filter(unit=office).count() == 3
    assert Dialogue.objects.of(committee.locality).count() == 0


def test_the_dialogues_come_with_it_when_asked(clerk: Client, committee: Body) -> None:
    clerk.post(NEW, frame(committee))
    clerk.post(f"{NEW}dialogues/", DIALOGUES)
    clerk.post(f"{NEW}check/", {**checked(clerk), "with_dialogues": "on"})
    assert Dialogue.objects.of(committee.locality).count() == 2


def test_the_last_look_asks_once_more_who_may_come(clerk: Client, committee: Body) -> None:
    clerk.post(NEW, frame(committee))
    clerk.post(f"{NEW}dialogues/", {**DIALOGUES, "dialogue1-audience": "Đảng viên các chi bộ"})
    page = clerk.get(f"{NEW}check/")
    assert [(one.openness.value(), one.advice) for one in page.context["form"].dialogues] == [
        ("open", "Theo đối tượng đã ghi, cuộc này thường là: Nội bộ."),
        ("open", ""),
    ]
    clerk.post(f"{NEW}check/", {**checked(clerk), "openness1": "internal", "with_dialogues": "on"})
    kept = Dialogue.objects.of(committee.locality).order_by("id")
    assert [(one.kind, one.openness) for one in kept] == [("thematic", "internal"), ("regular", "open")]


def test_answers_stay_while_going_back(clerk: Client, committee: Body) -> None:
    clerk.post(NEW, frame(committee))
    clerk.post(f"{NEW}dialogues/", DIALOGUES)
    assert clerk.get(NEW).context["form"]["special_duties"].value() == "Trạm Y tế: trực y tế"
    clerk.post(NEW, frame(committee, count="3"))
    forms = clerk.get(f"{NEW}dialogues/").context["forms"]
    assert [form["venue"].value() for form in forms] == ["Nhà văn hóa", None, None]
    assert clerk.get(f"{NEW}check/")["Location"] == f"{NEW}dialogues/"


def test_after_the_draft_the_next_one_begins_afresh(clerk: Client, committee: Body) -> None:
    test_the_dialogues_come_with_it_when_asked(clerk, committee)
    assert clerk.get(NEW).context["form"].is_bound is False


def test_what_is_wrong_is_said_and_kept(clerk: Client, committee: Body) -> None:
    wrong = clerk.post(NEW, frame(committee, count="0", special_duties="không có hai chấm"))
    assert (wrong.status_code, sorted(wrong.context["form"].errors)) == (422, ["count", "special_duties"])
    assert wrong.context["form"]["special_duties"].value() == "không có hai chấm"
    clerk.post(NEW, frame(committee))
    answer = clerk.post(f"{NEW}dialogues/", {**DIALOGUES, "dialogue2-held_on": "31/2/2026"})
    assert answer.status_code == 422
    assert answer.context["forms"][1]["held_on"].value() == "31/2/2026"


def test_steps_cannot_be_skipped(clerk: Client, committee: Body) -> None:
    assert clerk.get(f"{NEW}check/")["Location"] == f"{NEW}dialogues/"
    assert clerk.get(f"{NEW}dialogues/")["Location"] == NEW


def test_an_officer_composes_nothing(officer: Client) -> None:
    assert officer.get(NEW).status_code == 403
