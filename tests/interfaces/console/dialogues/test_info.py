"""What a dialogue says, who presides, which plans it carries out, what happened."""

from dataclasses import replace

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.organisations.models import Body, Hamlet, Officer
from nghedan.domain.plans.services import drafting
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.domain.plans.samples import DRAFT
from tests.interfaces.console.dialogues.addresses import at, stored
from tests.interfaces.console.dialogues.test_overview import filled
from tests.interfaces.console.reading import words_of


def test_everything_can_be_changed(clerk: Client, locality: Locality, dialogue: Dialogue) -> None:
    hamlet = Hamlet(locality=locality, kind="thon", name="Đá Bạc", voters=301, state="current")
    hamlet.save()
    form = filled(
        dialogue, theme="Nước sạch", topics="Giếng khoan\n\nĐường ống", medium="both", online_address="hop.suoilanh",
        kind="thematic", openness="invitation", expected_min="80", expected_max="1.200", hamlets=[hamlet.public_id],
    )  # fmt: skip
    assert clerk.post(at(dialogue, "info/edit/"), form).status_code == 302
    now = stored(dialogue)
    assert (now.theme, now.topics, now.medium, now.kind, now.openness) == (
        "Nước sạch", ["Giếng khoan", "Đường ống"], "both", "thematic", "invitation",
    )  # fmt: skip
    assert (now.expected_min, now.expected_max, list(now.hamlets.all())) == (80, 1200, [hamlet])
    shown = {row.key: row.value for row in clerk.get(at(dialogue, "info/")).context["rows"]}
    assert (shown["Số đại biểu dự kiến"], shown["Cụm thôn, tổ dân phố"]) == ("80 đến 1200", "Thôn Đá Bạc")


def test_figures_the_wrong_way_round_are_given_back(clerk: Client, dialogue: Dialogue) -> None:
    answer = clerk.post(at(dialogue, "info/edit/"), filled(dialogue, expected_min="100", expected_max="80"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["expected_max"])


def test_from_an_old_page_both_texts_are_shown(clerk: Client, dialogue: Dialogue) -> None:
    clerk.post(at(dialogue, "info/edit/"), filled(dialogue, theme="Nước sạch"))
    answer = clerk.post(at(dialogue, "info/edit/"), filled(dialogue, theme="Đường đi"))
    assert answer.status_code == 409
    assert [(one.mine, one.theirs) for one in answer.context["disagreements"]] == [("Đường đi", "Nước sạch")]
    assert "Nguyễn Thị An đã lưu thay đổi" in words_of(answer)


def presided(dialogue: Dialogue) -> list[tuple[str, str, str]]:
    rows = (
        Presiding.objects.of(dialogue.locality).filter(dialogue=dialogue, state="current").order_by("part", "position")
    )
    return [(row.part, row.post_title, row.officer.full_name if row.officer else "") for row in rows]


def test_who_presides_is_replaced_as_a_whole(clerk: Client, locality: Locality, dialogue: Dialogue) -> None:
    deputy = Officer(locality=locality, full_name="Ngô Thị Hoa", state="current")
    deputy.save()
    page = at(dialogue, "presiding/")
    seen = clerk.get(page).context["form"]["seen"].value()
    form = {"seen": seen, "chair": "Phó Chủ tịch UBND xã", "officer": deputy.public_id, "co_chairs": "Thường trực HĐND\nChủ tịch Mặt trận"}  # fmt: skip  # noqa: E501
    assert clerk.post(page, form).status_code == 302
    assert presided(dialogue) == [
        ("chair", "Phó Chủ tịch UBND xã", "Ngô Thị Hoa"),
        ("co_chair", "Thường trực HĐND", ""),
        ("co_chair", "Chủ tịch Mặt trận", ""),
    ]
    again = clerk.post(page, {**form, "chair": "Chủ tịch UBND xã"})
    assert (again.status_code, again.context["form"]["chair"].value()) == (409, "Chủ tịch UBND xã")
    clerk.post(page, {**form, "chair": "Chủ tịch UBND xã", "seen": again.context["form"]["seen"].value()})
    assert presided(dialogue)[0] == ("chair", "Chủ tịch UBND xã", "Ngô Thị Hoa")


def test_an_officer_only_reads_who_presides(officer: Client, dialogue: Dialogue) -> None:
    assert officer.get(at(dialogue, "presiding/")).context["may_edit"] is False
    assert officer.post(at(dialogue, "presiding/"), {"chair": "Tôi", "seen": ""}).status_code in (403, 409)


def test_one_conference_carries_out_two_plans(an: Actor, clerk: Client, party: Body, dialogue: Dialogue) -> None:
    other = drafting.draft_plan(actor=an, body=party, draft=replace(DRAFT, title="Đối thoại của Bí thư"))
    page = clerk.get(at(dialogue, "plans/"))
    (choice,) = page.context["form"].fields["item"].choices
    assert choice[1] == "Đối thoại của Bí thư: Đường liên thôn"
    assert clerk.post(at(dialogue, "plans/"), {"version": dialogue.version, "item": choice[0]}).status_code == 302
    assert {item.plan for item in stored(dialogue).items.all()} == {
        other,
        dialogue.items.exclude(plan=other).get().plan,
    }
    assert ("co_chair", "Bí thư Đảng ủy", "") in presided(dialogue)
    assert clerk.get(at(dialogue, "plans/")).context["may_join"] is False
    assert "Tổ chức chung với một kế hoạch khác" in words_of(clerk.get(at(dialogue, "journal/")))


def test_the_journal_tells_what_was_changed_in_words(clerk: Client, dated: Dialogue) -> None:
    clerk.post(at(dated, "info/edit/"), filled(dated, openness="invitation"))
    entries = clerk.get(at(dated, "journal/")).context["entries"]
    assert (entries[0].title, entries[0].by, entries[0].text) == (
        "Sửa thông tin hội nghị", "Nguyễn Thị An", "Người dự: Mở cho mọi người dân → Theo giấy mời",
    )  # fmt: skip
    assert entries[1].text == "Ngày tổ chức: 16/9/2026\nGiờ bắt đầu: 07:30"
    assert entries[-1].text == ""
