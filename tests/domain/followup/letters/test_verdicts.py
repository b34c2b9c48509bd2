"""Satisfied or not: the first "not" opens the matter once more for the head, and only the first."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.session import close_dialogue
from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.verdicts import verdicts_visible_to, waiting_for_the_head
from nghedan.domain.followup.services.closing import close_matter
from nghedan.domain.followup.services.letters import draft_letter, draft_letters
from nghedan.domain.followup.services.verdicts import (
    VerdictDraft,
    give_own_verdict,
    give_verdict,
    look_at_verdict,
)
from nghedan.domain.followup.terms import Satisfaction
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.issuing import submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.domain.followup.letters.conftest import approve, fresh, held, issue, voice

NOT = VerdictDraft(Satisfaction.NOT, "Cống vẫn tắc")
DIGITS = "2345"


@pytest.mark.django_db
def test_not_satisfied_opens_the_matter_again(
    dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    matter = fresh(promised)
    row = give_own_verdict(actor=dung, opinion=opinion, matter=matter, draft=NOT, digits=DIGITS)
    assert (row.reopened, matter.state, matter.reopened_on, matter.writing_due_on) == (
        True, "in_writing", date(2026, 3, 10), date(2026, 3, 24),
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", [Satisfaction.SOLVED, Satisfaction.PARTLY])
def test_anything_else_is_only_kept(dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper, verdict: Satisfaction) -> None:  # fmt: skip  # noqa: E501
    matter = fresh(promised)
    row = give_own_verdict(actor=dung, opinion=opinion, matter=matter, draft=VerdictDraft(verdict), digits=DIGITS)
    assert (row.reopened, matter.state) == (False, "answered")


@pytest.mark.django_db
def test_only_once(
    an: Actor, binh: Actor, dung: Actor, economist: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    matter = fresh(promised)
    first = give_own_verdict(actor=dung, opinion=opinion, matter=matter, draft=NOT, digits=DIGITS)
    look_at_verdict(actor=binh, verdict=first, direction="Kiểm tra lại tại chỗ")
    approve(an, binh, economist, matter)
    again = draft_letter(actor=an, voice=voice(an, matter))
    assert again.pk != sent.pk
    issue(an, binh, again, "140/UBND-VP", date(2026, 3, 10))
    matter = fresh(promised)
    second = give_own_verdict(actor=dung, opinion=opinion, matter=matter, draft=NOT, digits=DIGITS)
    assert (second.reopened, fresh(promised).state) == (False, "answered")


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "reopens"), [(date(2026, 4, 9), True), (date(2026, 4, 10), False)])
def test_within_the_time_for_asking(
    dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper, later: Callable[[date], None], day: date,
    reopens: bool,
) -> None:  # fmt: skip
    later(day)
    row = give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=NOT, digits=DIGITS)
    assert row.reopened is reopens


@pytest.mark.django_db
def test_it_asks_for_a_choice_a_sentence_and_the_digits(
    dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    tries = [
        (VerdictDraft(None), DIGITS, "verdict"),
        (VerdictDraft(Satisfaction.NOT, " "), DIGITS, "words"),
        (NOT, "1111", "digits"),
    ]
    for draft, digits, field in tries:
        with pytest.raises(Invalid) as error:
            give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=draft, digits=digits)
        assert error.value.field == field
    assert Verdict.objects.of(opinion.locality).count() == 0


@pytest.mark.django_db
def test_what_is_not_answered_has_no_verdict(dung: Actor, opinion: Opinion, promised: Matter) -> None:
    with pytest.raises(Refused) as refused:
        give_own_verdict(actor=dung, opinion=opinion, matter=promised, draft=NOT, digits=DIGITS)
    assert (refused.value.code, Verdict.objects.of(opinion.locality).count()) == ("verdict.not_answered", 0)


@pytest.mark.django_db
def test_the_same_form_twice_is_one_verdict(
    dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    rows = {
        give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=NOT, digits=DIGITS, key="k").pk
        for _time in range(2)
    }
    assert (len(rows), Verdict.objects.of(opinion.locality).count()) == (1, 1)


@pytest.mark.django_db
def test_the_heads_look_sends_the_answer_back_to_the_unit(
    an: Actor, binh: Actor, dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    row = give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=NOT, digits=DIGITS)
    assert list(waiting_for_the_head(binh)) == [row]
    with pytest.raises(NotAllowed):
        look_at_verdict(actor=an, verdict=row, direction="Làm lại")
    with pytest.raises(Invalid):
        look_at_verdict(actor=binh, verdict=row, direction="  ")
    look_at_verdict(actor=binh, verdict=Verdict.objects.of(row.locality).get(), direction="Kiểm tra lại")
    answer = Answer.objects.of(row.locality).get(matter=promised)
    assert (answer.state, answer.return_reason, list(waiting_for_the_head(binh))) == ("draft", "Kiểm tra lại", [])


@pytest.mark.django_db
def test_the_answer_may_stay_and_be_explained_once_more(
    binh: Actor, dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    row = give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=NOT, digits=DIGITS)
    look_at_verdict(actor=binh, verdict=row, direction="Giải thích thêm", rework=False)
    assert Answer.objects.of(row.locality).get(matter=promised).state == "approved"


@pytest.mark.django_db
def test_a_closed_dialogue_is_taken_up_with_its_matter(
    an: Actor, dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper, dialogue: Dialogue
) -> None:
    close_matter(actor=an, matter=fresh(promised))
    close_dialogue(actor=an, dialogue=held(an, dialogue))
    give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=NOT, digits=DIGITS)
    dialogue.refresh_from_db(from_queryset=Dialogue.objects.of(dialogue.locality))
    assert (dialogue.state, fresh(promised).state, fresh(promised).closed_on) == ("concluded", "in_writing", None)


@pytest.mark.django_db
def test_who_may_note_and_read_it(
    an: Actor, binh: Actor, economist: Actor, thu: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    draft = VerdictDraft(Satisfaction.SOLVED)
    for actor in (binh, economist, thu):
        with pytest.raises(NotAllowed):
            give_verdict(actor=actor, opinion=opinion, matter=fresh(promised), draft=draft)
    give_verdict(actor=an, opinion=opinion, matter=fresh(promised), draft=draft)
    assert [verdicts_visible_to(actor).count() for actor in (an, binh, economist)] == [1, 1, 0]


@pytest.mark.django_db
def test_no_new_letter_before_the_head_has_looked(
    an: Actor, binh: Actor, dung: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper, dialogue: Dialogue
) -> None:
    row = give_own_verdict(actor=dung, opinion=opinion, matter=fresh(promised), draft=NOT, digits=DIGITS)
    assert draft_letters(actor=an, dialogue=dialogue) == []
    early = draft_letter(actor=an, voice=voice(an, promised))
    with pytest.raises(Refused, match="Chưa trình ký được"):
        submit_paper(actor=an, paper=early)
    look_at_verdict(actor=binh, verdict=row, direction="Giải thích thêm", rework=False)
    assert submit_paper(actor=an, paper=early).state == "submitted"
