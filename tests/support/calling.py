"""What tests of notices share: the day of the conference, and a dialogue about which all is said and agreed."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import agree_dialogue, schedule_dialogue
from nghedan.domain.notices.models import Posting
from nghedan.domain.organisations.models import Body, Officer, Post
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock

HELD_ON = date(2026, 4, 15)
"""A Wednesday; the people are to be told by 8 April."""

Issue = Callable[..., OfficialPaper]
Log = Callable[..., Posting]


def someone(body: Body, full_name: str) -> None:
    officer = Officer(locality=body.locality, full_name=full_name, state="current")
    officer.save()
    Post(locality=body.locality, officer=officer, body=body, title=body.head_post, is_head=True, state="current").save()


def prepared(an: Actor, binh: Actor, body: Body) -> Dialogue:
    """Return a dialogue about which everything is said and agreed, with a co-chair."""
    someone(body, "Trần Văn Bình")
    told = planning.DialogueDraft(
        theme="Nước sinh hoạt và đường liên thôn", topics=("Nước sinh hoạt mùa khô", "Đường liên thôn"),
        audience=("Nhân dân trong xã",), venue="Nhà văn hóa xã",
    )  # fmt: skip
    row = planning.plan_dialogue(actor=an, body=body, draft=told)
    schedule_dialogue(actor=an, dialogue=row, held_on=HELD_ON, starts_at=time(7, 30))
    co_chair = {"part": "co_chair", "position": 2, "post_title": "Phó Chủ tịch HĐND xã", "state": "current"}
    Presiding(locality=body.locality, dialogue=row, **co_chair).save()
    return agree_dialogue(actor=binh, dialogue=row, on=clock.today())


def issued(an: Actor, binh: Actor, dialogue: Dialogue, code: str = "announcement", **options: Any) -> OfficialPaper:
    """Take a notice from draft to force, today."""
    paper = draft_paper(actor=an, dialogue=dialogue, code=code, **options)
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    return issue_paper(actor=an, paper=paper, number="12/TB-UBND", issued_on=clock.today())
