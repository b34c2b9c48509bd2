"""The conclusion as a paper: nothing without owner and day, fixed while it is signed, followed up once it is issued."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.conclusions.documents.conclusion import missing_of
from nghedan.domain.conclusions.services.drafting import draft_items
from nghedan.domain.conclusions.services.items import ItemDraft, add_item
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.deadlines import CONCLUSION
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.followup.models import Commitment
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import public_papers
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import return_paper, submit_paper, withhold_papers
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.kernel.errors import Refused
from tests.support.aftermath import DUE_ON, Held, complete, drain, issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(an: Actor, held: Held) -> OfficialPaper:
    return draft_paper(actor=an, dialogue=held.dialogue, code="conclusion")


def test_it_is_not_submitted_while_an_item_lacks_owner_day_or_body(an: Actor, held: Held, paper: OfficialPaper) -> None:
    assert list(missing_of(paper)) == [
        "Chưa có nội dung kết luận nào; xin mở trang Kết luận, lập từ kết quả hội nghị hoặc ghi tay."
    ]
    draft_items(actor=an, dialogue=held.dialogue)
    add_item(actor=an, dialogue=held.dialogue, draft=ItemDraft("Quốc lộ", group=ItemGroup.OUTSIDE))
    assert list(missing_of(paper)) == [
        f"Nội dung {what}; xin bổ sung ở trang Kết luận."
        for what in (
            "“Xây cầu Đá Bạc: Khảo sát, lập dự toán.” chưa có đơn vị chủ trì, thời hạn",
            "“Dọn chợ: chưa trao đổi tại hội nghị, trả lời bằng văn bản” chưa có thời hạn",
            "“Quốc lộ” chưa có cơ quan được chuyển",
        )
    ]
    with pytest.raises(Refused) as refused:
        submit_paper(actor=an, paper=paper)
    assert refused.value.params["missing"] == " ".join(missing_of(paper))
    assert paper.state == "draft"


def test_nothing_is_changed_in_it_while_it_is_being_signed(
    an: Actor, binh: Actor, completed: Held, economy: Unit
) -> None:
    paper = draft_paper(actor=an, dialogue=completed.dialogue, code="conclusion")
    submit_paper(actor=an, paper=paper)
    with pytest.raises(Refused) as refused:
        add_item(actor=an, dialogue=completed.dialogue, draft=ItemDraft("Thêm việc", unit=economy, due_on=DUE_ON))
    assert refused.value.code == "conclusion_item.fixed"
    return_paper(actor=binh, paper=paper, reason="Bổ sung")
    assert add_item(actor=an, dialogue=completed.dialogue, draft=ItemDraft("Thêm việc")).state == "current"


def test_submitting_the_draft_meets_the_limit(an: Actor, completed: Held, frozen_today: date) -> None:
    paper = draft_paper(actor=an, dialogue=completed.dialogue, code="conclusion")
    submit_paper(actor=an, paper=paper)
    limit = every_limit_of(completed.dialogue)[CONCLUSION]
    assert (limit.state, limit.met_on) == ("met", frozen_today)


def test_issuing_concludes_the_dialogue_and_opens_what_is_followed_up(
    an: Actor, binh: Actor, completed: Held, economy: Unit
) -> None:
    paper = issue(an, binh, completed.dialogue, "conclusion", "12/TB-UBND")
    drain()
    completed.dialogue.refresh_from_db()
    assert completed.dialogue.state == DialogueState.CONCLUDED
    rows = Commitment.objects.of(completed.dialogue.locality).order_by("pk")
    assert [(row.matter_id, row.unit_id, row.due_on, row.first_due_on, row.state, row.paper_id) for row in rows] == [
        (matter.pk, economy.pk, DUE_ON, DUE_ON, "open", paper.pk)
        for matter in (completed.road, completed.bridge, completed.market)
    ]
    completed.market.refresh_from_db()
    assert (completed.market.state, completed.market.writing_due_on) == ("in_writing", DUE_ON)
    drain()
    assert rows.count() == 3
    assert not public_papers(completed.dialogue.locality).exists()


def test_after_issuing_only_a_decision_changes_anything(an: Actor, binh: Actor, completed: Held) -> None:
    issue(an, binh, completed.dialogue, "conclusion", "12/TB-UBND")
    item = completed.dialogue.pk and draft_items(actor=an, dialogue=completed.dialogue)
    assert item == []
    with pytest.raises(Refused):
        add_item(actor=an, dialogue=completed.dialogue, draft=ItemDraft("Việc"))


def test_a_matter_set_apart_takes_the_paper_back_and_a_new_one_opens_nothing_twice(
    an: Actor, binh: Actor, completed: Held
) -> None:
    paper = issue(an, binh, completed.dialogue, "conclusion", "12/TB-UBND")
    drain()
    Matter.objects.of(paper.locality).filter(pk=completed.road.pk).update(level="restricted")
    withhold_papers(actor=an, rows=[completed.road])
    paper.refresh_from_db()
    assert paper.state == "withheld"
    again = issue(an, binh, completed.dialogue, "conclusion", "13/TB-UBND")
    drain()
    assert "Nà Lốc" not in again.frozen_text
    assert Commitment.objects.of(paper.locality).count() == 3


def test_the_party_speaks_in_its_own_words(
    an: Actor, binh: Actor, held_by: Callable[[Body], Held], party: Body, economy: Unit
) -> None:
    held = held_by(party)
    complete(an, held.dialogue, economy)
    paper = issue(an, binh, held.dialogue, "conclusion", "12-TB/ĐU")
    assert paper.title == "kết luận của đồng chí Bí thư Đảng ủy tại hội nghị đối thoại với Nhân dân ngày 09/3/2026"
    assert "T/M BAN THƯỜNG VỤ" in paper.frozen_text
