"""What follows a conference in a demonstration: letters, something sent on, a verdict, matters closed."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.queries.letters import matters_in_writing, voices_told
from nghedan.domain.followup.queries.referrals import matters_to_refer, referrals_in
from nghedan.domain.followup.services import letters, referrals
from nghedan.domain.followup.services.closing import close_matters
from nghedan.domain.followup.services.verdicts import VerdictDraft, give_verdict
from nghedan.domain.followup.terms import DeliveryWay, Satisfaction, VerdictWay
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.services import answering
from nghedan.domain.matters.terms import AnswerState
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.voices import Cast

LEFT_TO_WRITE = 1
"""Written answers that stay owed, so that the page has something to do."""

ANSWER = answering.AnswerDraft(
    text="Đã cử cán bộ kiểm tra thực tế cùng trưởng thôn; phản ánh của người dân là đúng.",
    short="Bố trí sửa chữa trong quý này; đơn vị báo trưởng thôn trước khi làm.",
    basis="Dự toán chi thường xuyên năm nay",
)  # fmt: skip
VANISHED = "Đã sửa một đoạn, đoạn cuối xóm vẫn chưa làm."
REPLIED = "Nội dung đã đưa vào kế hoạch bảo trì năm sau; trước mắt cắm biển cảnh báo."


def live_letters(actors: Cast, dialogue: Dialogue) -> None:
    """Answer what was promised in writing, send on what is not ours, let one person be dissatisfied, close the rest."""
    clerk = actors.clerk
    matters = list(matters_in_writing(clerk, dialogue))
    for matter in matters[: max(len(matters) - LEFT_TO_WRITE, 1)]:
        _approve(actors, matter)
    if matters:
        for number, paper in enumerate(letters.draft_letters(actor=clerk, dialogue=dialogue), 201):
            _issue(actors, paper, number)
    _bring(clerk, dialogue)
    _send_on(actors, dialogue)
    _say(clerk, dialogue)
    answered = matters_visible_to(clerk).filter(dialogue=dialogue, state__in=("answered_in_hall", "settled"))
    close_matters(actor=clerk, matters=list(answered.order_by("pk")))


def _approve(actors: Cast, matter: Matter) -> None:
    known = Answer.objects.of(matter.locality).select_related("matter").filter(matter=matter).first()
    if known is not None and known.state == AnswerState.APPROVED:
        return
    if known is None or known.state == AnswerState.DRAFT:
        known = answering.save_answer(actor=actors.clerk, matter=matter, draft=ANSWER, answer=known)
        answering.hand_in(actor=actors.clerk, answer=known)
    if known.state == AnswerState.HANDED_IN:
        answering.check_answer(actor=actors.clerk, answer=known)
    answering.approve_answer(actor=actors.head, answer=known)


def _issue(actors: Cast, paper: OfficialPaper, number: int) -> None:
    submit_paper(actor=actors.clerk, paper=paper)
    sign_paper(actor=actors.head, paper=paper)
    symbol = f"{number}-CV/{paper.body.document_code}" if paper.body.is_party else f"{number}/{paper.body.document_code}-VP"  # fmt: skip  # noqa: E501
    issue_paper(actor=actors.clerk, paper=paper, number=symbol, issued_on=clock.today())


def _answered(clerk: Actor, dialogue: Dialogue) -> list[Matter]:
    rows = matters_visible_to(clerk).filter(dialogue=dialogue, state="answered").order_by("pk")
    return list(rows.select_related("answer", "dialogue__body"))


def _bring(clerk: Actor, dialogue: Dialogue) -> None:
    """Let the first letters reach people; the last still waits."""
    waiting = [one for one in voices_told(clerk, _answered(clerk, dialogue)) if one.letter is not None]
    draft = letters.DeliveryDraft(DeliveryWay.POST, clock.today(), clerk.label)
    for voice in waiting[:-1]:
        letters.record_delivery(actor=clerk, voice=voice, draft=draft)


def _send_on(actors: Cast, dialogue: Dialogue) -> None:
    """Send every body its letter; the first has replied, the others are waited for."""
    clerk = actors.clerk
    groups: dict[tuple[str, str], list[Matter]] = {}
    for matter in matters_to_refer(clerk, dialogue):
        groups.setdefault((matter.competent_body, matter.competence), []).append(matter)
    for place, ((body, _competence), matters) in enumerate(groups.items()):
        paper = referrals.draft_referral(actor=clerk, dialogue=dialogue, matters=matters, to_body=body)
        _issue(actors, paper, 301 + place)
        if place == 0:
            for row in referrals_in(paper):
                referrals.record_reply(actor=clerk, referral=row, text=REPLIED, number="77/SXD", on=clock.today())
                referrals.pass_on(actor=clerk, referral=row)


def _say(clerk: Actor, dialogue: Dialogue) -> None:
    """One person is satisfied, another is not: her matter waits for the head."""
    verdicts = (
        VerdictDraft(Satisfaction.SOLVED, "", VerdictWay.OFFICE),
        VerdictDraft(Satisfaction.NOT, VANISHED, VerdictWay.OFFICE),
    )
    voices = {one.matter.pk: one for one in reversed(voices_told(clerk, _answered(clerk, dialogue)))}
    ordinary = [one for one in voices.values() if one.matter.level == "ordinary"]
    for voice, draft in zip(ordinary, verdicts, strict=False):
        give_verdict(actor=clerk, opinion=voice.opinion, matter=voice.matter, draft=draft)
