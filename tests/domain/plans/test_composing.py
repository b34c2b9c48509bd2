"""A plan from eight answers."""

import pytest

from nghedan.domain.organisations.terms import BodyKind
from nghedan.domain.plans.composing import Answers, Workforce, compose, default_bases, starting_texts
from nghedan.domain.plans.intake import DutyDraft, ItemDraft
from nghedan.domain.plans.rules import PlanFacts, missing_parts

WORKFORCE = Workforce((("office", "Văn phòng HĐND và UBND"), ("school", "Trường Tiểu học")), "Trưởng các thôn")


def answers(**changes: object) -> Answers:
    return Answers(
        **{
            "body_kind": "people_committee",
            "place": "xã Suối Lành",
            "year": 2026,
            "head_post": "Chủ tịch UBND xã",
            **changes,
        }
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", list(BodyKind))
def test_every_body_kind_has_its_sentences_and_a_complete_plan(kind: BodyKind) -> None:
    draft = compose(answers(body_kind=kind.value), WORKFORCE)
    facts = PlanFacts(draft.title, len(draft.content.legal_bases), len(draft.items), 0, len(draft.duties))
    assert missing_parts(facts) == []
    assert "{" not in str(draft)


def test_units_get_the_duties_of_their_kind_and_special_ones_are_added() -> None:
    special = DutyDraft("Văn phòng HĐND và UBND", ("Bố trí người phiên dịch.",))
    draft = compose(answers(special_duties=[special, DutyDraft("Bưu điện", ("Phát phiếu.",))]), WORKFORCE)
    assert [duty.unit_text for duty in draft.duties] == ["Văn phòng HĐND và UBND", "Trưởng các thôn", "Bưu điện"]
    assert draft.duties[0].tasks[-1] == "Bố trí người phiên dịch."


def test_answers_stand_and_the_rest_is_filled() -> None:
    item = ItemDraft(quarter=3, topics=("Nước sạch",), venue="Nhà văn hóa thôn Đá Bạc")
    draft = compose(
        answers(dialogues=[item], co_chairs=["Đại diện Thường trực HĐND"], stand_in="Phó Chủ tịch"), WORKFORCE
    )
    (only,) = draft.items
    assert (only.topics, only.venue, only.quarter, only.year) == (("Nước sạch",), "Nhà văn hóa thôn Đá Bạc", 3, 2026)
    assert only.audience == ("Nhân dân trên địa bàn xã Suối Lành.",)
    assert [member.role for member in draft.content.committee] == [
        "Chủ trì", "Đồng chủ trì", "Thay mặt chủ trì khi được ủy quyền",
    ]  # fmt: skip


def test_bases_keep_number_and_date_when_known() -> None:
    chosen = [default_bases("people_committee")[0], "Chương trình công tác năm 2026"]
    first, second = compose(answers(legal_bases=chosen), WORKFORCE).content.legal_bases
    assert (first.number, first.date) == ("72/2025/QH15", "2025-06-16")
    assert (second.text, second.number) == ("Chương trình công tác năm 2026", None)


def test_starting_texts_of_an_unknown_kind_are_refused() -> None:
    with pytest.raises(FileNotFoundError):
        starting_texts("club")
