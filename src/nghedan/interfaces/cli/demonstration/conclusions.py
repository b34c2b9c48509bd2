"""What is concluded in a demonstration, what the people are told of it, and what units make of what they owe."""

from collections.abc import Sequence
from datetime import date, timedelta

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import CONCLUSION, items_in_force, lacking
from nghedan.domain.conclusions.services.drafting import draft_items
from nghedan.domain.conclusions.services.items import ItemDraft, add_item, edit_item
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.services.extending import ExtensionDraft, ask_extension, grant_extension
from nghedan.domain.followup.services.nudging import Owed, send_nudge
from nghedan.domain.followup.services.opening import open_commitments
from nghedan.domain.followup.services.working import (
    ProgressDraft,
    close_commitment,
    confirm_commitment,
    report_progress,
)
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.voices import Cast

RESULT = "result_notice"
NUMBERS = {CONCLUSION: 41, RESULT: 42}
DAYS = (9, 14, 21, 30)
"""After how many days what is given to units is due, one after the other."""

GENERAL = "Các đơn vị rà soát nội dung đã trả lời tại hội nghị, thực hiện đúng những gì đã nêu với Nhân dân"
DONE = "Đã kiểm tra thực tế cùng trưởng thôn, lập biên bản; đã trả lời người kiến nghị."
UNDER_WAY = "Đã khảo sát, đang lập dự toán trình phê duyệt."
RAIN = "Mưa kéo dài, chưa thi công được đoạn qua suối."
CHECKED = "Văn phòng đã kiểm tra tại chỗ, có xác nhận của trưởng thôn."


def live_conclusions(actors: Cast, dialogue: Dialogue) -> None:
    """Draft the conclusion from the hall, complete it, issue it, and tell the people the result."""
    draft_items(actor=actors.clerk, dialogue=dialogue)
    _complete(actors, dialogue)
    add_item(actor=actors.clerk, dialogue=dialogue, draft=ItemDraft(GENERAL, ItemGroup.GENERAL))
    paper = _issue(actors, dialogue, CONCLUSION)
    open_commitments(actor=actors.clerk, paper=paper)
    if PAPER_KINDS[RESULT].is_for(dialogue):
        _issue(actors, dialogue, RESULT)


def live_commitments(actors: Cast, dialogue: Dialogue) -> None:
    """Let one commitment be closed, one be reported, one get more time, one ask for it; the rest goes on or is late."""
    rows = list(
        Commitment.objects.of(dialogue.locality).select_related("unit", "dialogue__body", "locality")
        .filter(dialogue=dialogue).order_by("due_on", "pk")
    )  # fmt: skip
    for place, row in enumerate(rows):
        _live_one(actors, row, place)
    late = [row for row in rows if row.state in ("open", "in_progress") and row.due_on < clock.today()]
    for unit in {row.unit_id: row.unit for row in late}.values():
        count = sum(row.unit_id == unit.pk for row in late)
        send_nudge(actor=actors.clerk, owed=Owed(unit, count, 0))


def _live_one(actors: Cast, row: Commitment, place: int) -> None:
    clerk = actors.clerk
    if place == 1:
        report_progress(actor=clerk, commitment=row, draft=_told_by_phone(DONE, is_final=True))
        confirm_commitment(actor=clerk, commitment=row)
        close_commitment(actor=clerk, commitment=row, reason=CHECKED)
    elif place == 2:
        report_progress(actor=clerk, commitment=row, draft=_told_by_phone(UNDER_WAY))
        later = ExtensionDraft(_later(row, 30), RAIN, for_unit=True)
        grant_extension(actor=actors.head, extension=ask_extension(actor=clerk, commitment=row, draft=later))
    elif place == 3:
        ask_extension(actor=clerk, commitment=row, draft=ExtensionDraft(_later(row, 15), RAIN, for_unit=True))
    elif place == 4:
        report_progress(actor=clerk, commitment=row, draft=_told_by_phone(DONE, is_final=True))


def _told_by_phone(text: str, *, is_final: bool = False) -> ProgressDraft:
    return ProgressDraft(text, is_final=is_final, for_unit=True, received_how="điện thoại")


def _complete(actors: Cast, dialogue: Dialogue) -> None:
    """Give every item its unit, its day, its other body."""
    items: Sequence[ConclusionItem] = list(items_in_force(dialogue))
    usual = next(iter(actors.units.values()))
    for place, item in enumerate(item for item in items if lacking(item) or item.group == ItemGroup.ASSIGNED):
        group = ItemGroup(item.group)
        held_on = dialogue.held_on or clock.today()
        due_on = item.due_on or held_on + timedelta(days=DAYS[place % len(DAYS)])
        is_given = group is ItemGroup.ASSIGNED
        draft = ItemDraft(
            item.text, group, unit=(item.unit or usual) if is_given else None, supporting=item.supporting,
            competent_body=item.competent_body or ("" if is_given else "cơ quan có thẩm quyền"),
            due_on=due_on if is_given else None, product=item.product,
        )  # fmt: skip
        edit_item(actor=actors.clerk, item=item, draft=draft)


def _issue(actors: Cast, dialogue: Dialogue, code: str) -> OfficialPaper:
    paper = draft_paper(actor=actors.clerk, dialogue=dialogue, code=code)
    submit_paper(actor=actors.clerk, paper=paper)
    sign_paper(actor=actors.head, paper=paper)
    body, number = paper.body, NUMBERS[code]
    symbol = f"{number}-TB/{body.document_code}" if body.is_party else f"{number}/TB-{body.document_code}"
    return issue_paper(actor=actors.clerk, paper=paper, number=symbol, issued_on=clock.today())


def _later(row: Commitment, days: int) -> date:
    return max(row.due_on, clock.today()) + timedelta(days=days)
