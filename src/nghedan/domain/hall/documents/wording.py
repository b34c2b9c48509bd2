"""What the papers of the day have in common."""

from collections.abc import Iterator
from datetime import date

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.hall.rules.programme import told_hour
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import head_of, running_delegation
from nghedan.domain.organisations.rules.names import bare_post
from nghedan.domain.papers.issuing import Issuer
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Block, Paragraph, Run
from nghedan.kernel.vietnamese import format_date, weekday_name

NOTHING = "Không có."


def presiding_of(dialogue: Dialogue) -> list[Presiding]:
    """Return who presides, the chair first; whoever heads a body on the day, where its head's post alone is given."""
    rows = dialogue.presiding.filter(state="current").select_related("officer", "body__locality")
    presiding = list(rows.order_by("part", "position"))
    for one in presiding:
        if one.officer is None and one.body and bare_post(one.post_title) == bare_post(one.body.head_post):
            _name_the_head(one, one.body, dialogue.held_on or clock.today())
    return presiding


def _name_the_head(one: Presiding, body: Body, day: date) -> None:
    """Name who heads a body on a day; who stands in for the head presides under the own post."""
    delegation = running_delegation(body, day)
    one.officer = delegation.to_officer if delegation else head_of(body, day)
    if delegation:
        one.post_title = body.deputy_post


def named(one: Presiding) -> str:
    """Return somebody on the stage: "Trần Văn Bình, Chủ tịch UBND xã"."""
    return f"{one.officer.full_name}, {one.post_title}" if one.officer else one.post_title


def chair_named(dialogue: Dialogue, issuer: Issuer) -> str:
    """Return the chair by name and post, as one says it; the head's post where nobody was chosen."""
    presiding = presiding_of(dialogue)
    if not presiding:
        return issuer.head_post
    return f"{'đồng chí ' if presiding[0].officer else ''}{named(presiding[0])}"


def when_of(dialogue: Dialogue) -> str:
    """Return hour and day: "07 giờ 30 phút, thứ Tư, ngày 16/9/2026"; dots where they are not chosen."""
    hour = told_hour(dialogue.starts_at) if dialogue.starts_at else "…… giờ ……"
    day = dialogue.held_on
    return f"{hour}, {weekday_name(day)}, ngày {format_date(day)}" if day else f"{hour}, ngày ……"


def written(text: str) -> Iterator[Block]:
    """Yield what somebody wrote, a paragraph a line."""
    yield from (Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def labelled(label: str, text: str) -> Paragraph:
    """Return "Label: text" with the label in bold."""
    return Paragraph((Run(f"{label}: ", bold=True), Run(text)))


def recipients_of(issuer: Issuer) -> tuple[str, ...]:
    """Return who gets a paper of the day, as State and Party write it."""
    if issuer.is_party:
        return ("Ban Thường vụ (báo cáo)", "Các cơ quan, đơn vị liên quan")
    heads = f"{issuer.head_post}, các {issuer.deputy_post}"
    return ("Thường trực Đảng ủy (b/c)", "Thường trực HĐND (b/c)", heads, "Ủy ban MTTQ Việt Nam (p/h)")
