"""Fixtures of the papers: a dialogue with matters of every kind and state, answered, promised, bounced, restricted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Answer, Field, Matter, Petition
from nghedan.domain.matters.services import raising
from nghedan.domain.matters.services.answering import AnswerDraft, approve_answer, check_answer, hand_in, save_answer
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.terms import Competence, MatterKind, Outcome
from nghedan.domain.opinions.models import AwaitedReport, Opinion
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.organisations.models import Body, Delegation, Officer, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality

CONDUCT = "Thái độ MARKCONDUCT của cán bộ một cửa"
CONDUCT_WORDS = "MARKWORDS cán bộ một cửa quát tháo"
DENOUNCED = "MARKDENOUNCED nhận tiền"
COMPLAINED = "MARKCOMPLAINT về thu hồi đất"
CAUTION = "MARKCAUTION chưa có vốn"


@pytest.fixture
def field_of_officials(locality: Locality, culture: Unit) -> Field:
    row = Field(
        locality=locality, code="can-bo", name="Cán bộ, công vụ", keywords=[], unit=culture, is_conduct=True,
        position=9, state="current",
    )  # fmt: skip
    row.save()
    return row


@pytest.fixture
def water(locality: Locality, economy: Unit) -> Field:
    row = Field(
        locality=locality, code="nuoc", name="Nước sinh hoạt", keywords=["nước"], unit=economy, position=1,
        state="current",
    )  # fmt: skip
    row.save()
    return row


def post(locality: Locality, full_name: str, title: str, **place: object) -> Officer:
    """Store somebody in office with one post."""
    officer = Officer(locality=locality, full_name=full_name, state="current")
    officer.save()
    Post(locality=locality, officer=officer, title=title, state="current", **place).save()
    return officer


@pytest.fixture
def in_office(locality: Locality, committee: Body, economy: Unit) -> None:
    """The head of the committee and that of the economic division."""
    post(locality, "Trần Văn Bình", "Chủ tịch Ủy ban nhân dân xã", body=committee, is_head=True)
    post(locality, "Bùi Trung Kiên", "Trưởng phòng", unit=economy, is_head=True)


@dataclass(frozen=True)
class Day:
    """What there is before the day."""

    dialogue: Dialogue
    bridge: Matter
    water: Matter
    about_official: Matter


def answered(actor: Actor, matter: Matter, **draft: object) -> Answer:
    """Let the clerk enter and hand in an answer for the unit."""
    fields = {"text": "Đầy đủ", "short": "Sẽ sửa trước mùa mưa.\nKinh phí đã có.", "basis": "Nghị quyết 12/NQ-HĐND"}
    answer = save_answer(actor=actor, matter=matter, draft=AnswerDraft(**{**fields, **draft}))  # type: ignore[arg-type]
    return hand_in(actor=actor, answer=answer)


@pytest.fixture
def whole(
    an: Actor, binh: Actor, dialogue: Dialogue, raised: Callable[..., Matter], said: Callable[..., Opinion],
    economy: Unit, culture: Unit, committee: Body, water: Field, field_of_officials: Field, in_office: None,
    locality: Locality,
) -> Day:  # fmt: skip
    """Six voices, five matters: one promised and broken, one approved, one sent up, one conduct; one complaint, one
    denunciation, one report awaited."""
    past = raising.PastMatter(
        2024, "Cầu Nà Lốc hỏng", Outcome.UNDER_WAY, promise="sửa xong cầu", promised_on=date(2025, 6, 30), unit=economy
    )
    earlier = raising.record_past_matter(actor=an, body=committee, past=past)
    bridge = raised("Sửa cầu thôn Nà Lốc", of=dialogue, continues=earlier, text="Cầu hỏng từ năm 2023.")
    raising.also_raises(actor=an, opinion=said("Cầu hỏng", of=dialogue), matter=bridge)
    assign_matter(actor=an, matter=bridge, unit=economy, supports=[culture])
    tap = raised("Nước sinh hoạt yếu", of=dialogue, field=water, kind=MatterKind.REFLECTION)
    assign_matter(actor=an, matter=tap, unit=economy)
    answer = answered(an, tap, caution=CAUTION, proposed_on=date(2026, 5, 20))
    check_answer(actor=an, answer=answer)
    approve_answer(actor=binh, answer=answer)
    raised(
        "Nâng cấp quốc lộ", of=dialogue, kind=MatterKind.QUESTION, competence=Competence.ABOVE,
        competent_body="Sở Xây dựng",
    )  # fmt: skip
    opinion = said(CONDUCT_WORDS, of=dialogue)
    mark_conduct(actor=an, opinion=opinion)
    draft = raising.MatterDraft(CONDUCT, field=field_of_officials)
    about = raising.raise_matter(actor=an, opinion=opinion, draft=draft)
    assign_matter(actor=an, matter=about, unit=culture)
    petition(said(COMPLAINED, of=dialogue), MatterKind.COMPLAINT)
    denounced = said(DENOUNCED, of=dialogue)
    petition(denounced, MatterKind.DENUNCIATION)
    restrict_opinion(actor=an, opinion=denounced)
    AwaitedReport(
        locality=locality, dialogue=dialogue, sender="Hội Nông dân", subject="Tình hình hội viên",
        due_on=date(2026, 4, 1), state="awaited",
    ).save()  # fmt: skip
    return Day(dialogue, bridge, tap, about)


def petition(opinion: Opinion, kind: MatterKind) -> Petition:
    """Store an entry of the register of petitions."""
    row = Petition(
        locality=opinion.locality, opinion=opinion, kind=kind.value, registered_on=date(2026, 3, 9), state="registered"
    )
    row.save()
    return row


@pytest.fixture
def in_draft(an: Actor) -> Callable[[Matter], None]:
    """Return a function that begins an answer without sending it."""

    def begin(matter: Matter) -> None:
        save_answer(actor=an, matter=matter, draft=AnswerDraft(text="MARKDRAFT", short="MARKDRAFT"))

    return begin


@pytest.fixture
def delegated(locality: Locality, committee: Body) -> Callable[[], None]:
    """Return a function that lets the deputy stand in for the head these days."""

    def begin() -> None:
        deputy = post(locality, "Lò Văn Dũng", "Phó Chủ tịch Ủy ban nhân dân xã", body=committee, is_deputy=True)
        head = Officer.objects.of(locality).get(full_name="Trần Văn Bình")
        Delegation(
            locality=locality, body=committee, from_officer=head, to_officer=deputy, valid_from=date(2026, 3, 9),
            valid_to=date(2026, 3, 12), reason="Đi họp", paper_due=True, state="current",
        ).save()  # fmt: skip

    return begin
