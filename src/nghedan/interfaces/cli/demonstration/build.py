"""Building a story through the deeds: locality, people, hamlets, plan, dialogues."""

import random
import secrets
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from importlib.resources import files

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import occasions, planning, scheduling
from nghedan.domain.matters.services.fields import install_starting_fields
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.organisations.numbering import unnumbered
from nghedan.domain.organisations.services.delegations import begin_delegation
from nghedan.domain.organisations.services.hamlet_list import add_hamlets_from_list
from nghedan.domain.organisations.services.officers import add_officer, appoint
from nghedan.domain.organisations.services.starting import apply_starting_set
from nghedan.domain.plans.intake import ItemDraft
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import drafting, reading, signing
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, UNIT, WHOLE_LOCALITY, Scope
from nghedan.foundation.accounts.services.accounts import create_account
from nghedan.foundation.accounts.services.passwords import use_password_card
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.services import add_locality
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.interfaces.cli.demonstration.life import HELD_BEFORE, live_on
from nghedan.interfaces.cli.demonstration.stories import (
    AMENDED,
    COLLECTING,
    CONCLUDED,
    DATED,
    FOLLOWING,
    ISSUED,
    LIVE,
    NOTICED,
    SUBMITTED,
    Story,
)
from nghedan.interfaces.cli.demonstration.voices import Cast, Voices
from nghedan.kernel.vietnamese import roman

STARTING_SETS = {"people_committee": "people-2025", "party_committee": "party-2025"}
PASSWORD_BYTES = 9
FOUNDED = date(2025, 7, 1)
HEARD = (COLLECTING, NOTICED, LIVE, CONCLUDED, FOLLOWING)
WITH_A_DAY = (DATED, *HEARD)
FREE_NUMBER = 12
"""The number of a plan whose file leaves it blank for the register."""

UNDER_WAY = timedelta(minutes=63)
"""How long a conference in full course has lasted: the reports are over, people speak."""
BEFORE_THE_DAY = timedelta(days=28)
"""So long before its day a conference that has been held was put into the programme."""


@dataclass(slots=True)
class Built:
    """What came of a story, for the manifest."""

    locality: Locality
    accounts: list[dict[str, str]] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    dialogues: list[Dialogue] = field(default_factory=list)

    def as_manifest(self) -> dict[str, object]:
        """Return slugs, accounts with their passwords, and public ids."""
        return {
            "locality": self.locality.slug,
            "name": self.locality.full_name,
            "accounts": self.accounts,
            "plans": [{"id": plan.public_id, "state": plan.state, "title": plan.title} for plan in self.plans],
            "dialogues": [{"id": dialogue.public_id, "theme": dialogue.theme} for dialogue in self.dialogues],
        }


def build(story: Story, chance: random.Random, matters: int = 0) -> Built:
    """Build one locality as far as its story goes; ``matters`` more of earlier years where opinions are collected.

    What lies in the past was done in the past: the clock is held at the day of each deed.
    """
    today = clock.today()
    before = HELD_BEFORE.get(story.stage)
    held_on = conference_day(today) if before is None else today - before
    starts_at = _under_way_since() if story.stage == LIVE else time(7, 30)
    with _on(held_on - BEFORE_THE_DAY) if before is not None else nullcontext():
        built, people = _found(story, chance, held_on, starts_at)
        if story.stage in HEARD:
            Voices(people.cast(built.dialogues[0]), chance).tell(extra=matters)
    if story.stage in HEARD:
        live_on(people.cast(built.dialogues[0]), built.dialogues[0], story.stage)
    return built


def _under_way_since() -> time:
    """Return when a conference began that is in full course now; never the day before."""
    since = clock.local(clock.now()) - UNDER_WAY
    return since.time().replace(second=0, microsecond=0) if since.date() == clock.today() else time(0, 5)


def _on(day: date) -> AbstractContextManager[None]:
    return clock.frozen(datetime.combine(day, time(8), clock.LOCAL_ZONE))


def _found(story: Story, chance: random.Random, held_on: date, starts_at: time) -> tuple[Built, "_People"]:
    """Found the locality with its people and bring its plans and the day of its first dialogue as far as told."""
    locality = add_locality(
        Locality(
            slug=story.slug, name=story.name, level=story.level.value, province_name=story.province,
            superior_name=f"UBND {story.province}", place_name=story.name, is_demo=True,
        )
    )  # fmt: skip
    built = Built(locality)
    system = Actor.system(locality)
    for kind, code in STARTING_SETS.items():
        apply_starting_set(actor=system, locality=locality, code=code)
        if kind == "people_committee":
            add_hamlets_from_list(actor=system, locality=locality, text=hamlet_list(story, chance))
    install_starting_fields(actor=system, locality=locality)
    people = _People(built, story)
    for kind, filename in story.plans:
        _plan(built, people, story, kind, filename, held_on)
    if story.stage in WITH_A_DAY:
        _date(built, people, held_on, starts_at)
    return built, people


def conference_day(today: date) -> date:
    """Return a Wednesday about four weeks ahead: no trap, and time for what comes before."""
    later = today + timedelta(days=26)
    return later + timedelta(days=(2 - later.weekday()) % 7)


def hamlet_list(story: Story, chance: random.Random) -> str:
    """Return the hamlets as a clerk pastes them: name, voters, head."""
    family = ("Hoàng", "Nông", "Lý", "Triệu", "Vi", "Trần", "Phạm", "Y", "Đinh")
    given = ("Bình", "Chung", "Dần", "Hạnh", "Khải", "Liên", "Măng", "Nghĩa", "Sử", "Thơm", "Ước", "Xuân")
    return "\n".join(
        f"{story.hamlet_kind} {name}; {chance.randint(140, 620)} cử tri; "
        f"{chance.choice(family)} Văn {chance.choice(given)}"
        for name in story.hamlets
    )


class _People:
    """The people in office of a locality, and each as an actor."""

    def __init__(self, built: Built, story: Story) -> None:
        self.built, self.locality = built, built.locality
        self.bodies = {body.kind: body for body in Body.objects.of(self.locality)}
        self.units = {
            unit.kind: unit for unit in Unit.objects.of(self.locality).filter(valid_to__isnull=True).order_by("-pk")
        }
        self.admin = self._account("quantri", "Quản trị hệ thống", "administrator", WHOLE_LOCALITY)
        self.clerk = self._account("vanphong", story.clerk, "clerk", WHOLE_LOCALITY)
        committee = self.bodies["people_committee"]
        self.head, head_officer = self._leader("chutich", story.head, committee, is_head=True)
        self.deputy, deputy_officer = self._leader("phochutich", story.deputy, committee, is_head=False)
        self.officers = (head_officer, deputy_officer)
        if story.secretary:
            party = self.bodies["party_committee"]
            self.secretary, _officer = self._leader("bithu", story.secretary, party, is_head=True)
        self.officer, self.official = self._officer("kinhte", story.officer, "economy")
        self.culture, _official = self._officer("vanxa", story.officer_of_culture, "culture_society")
        if story.receiver:
            self._account("tiepnhan", story.receiver, "receiver", Scope(BODY, committee.pk))
        hamlet = Hamlet.objects.of(self.locality).order_by("pk").first()
        if hamlet is not None:
            self.hamlet = hamlet
            title = f"{hamlet.head_title} {hamlet.name}"
            self.hamlet_head = self._account("truongthon", title, "hamlet_head", Scope("hamlet", hamlet.pk))

    def cast(self, dialogue: Dialogue) -> Cast:
        """Return who acts while opinions are collected."""
        return Cast(
            locality=self.locality, body=dialogue.body, dialogue=dialogue, units=self.units,
            clerk=self.clerk, head=self.signer_for(dialogue.body.kind), accused=self.official,
            officers={"economy": self.officer, "culture_society": self.culture},
        )  # fmt: skip

    def signer_for(self, kind: str) -> Actor:
        return self.secretary if kind == "party_committee" else self.head

    def _leader(self, name: str, full_name: str, body: Body, *, is_head: bool) -> tuple[Actor, Officer]:
        """Open a leader's account and record her post; a deputy leads only by delegation."""
        scope = Scope(BODY, body.pk)
        user, actor = self._user(name, full_name, "head" if is_head else "observer", scope)
        system = Actor.system(self.locality)
        officer = add_officer(actor=system, officer=Officer(locality=self.locality, full_name=full_name, user=user))
        post = Post(
            locality=self.locality, officer=officer, body=body, is_head=is_head, is_deputy=not is_head,
            title=body.head_post if is_head else body.deputy_post, valid_from=FOUNDED,
        )  # fmt: skip
        appoint(actor=system, post=post)
        return actor, officer

    def _officer(self, name: str, full_name: str, kind: str) -> tuple[Actor, Officer]:
        """Open an officer's account and record her post in the unit."""
        unit = self.units[kind]
        user, actor = self._user(name, full_name, "officer", Scope(UNIT, unit.pk))
        system = Actor.system(self.locality)
        officer = add_officer(actor=system, officer=Officer(locality=self.locality, full_name=full_name, user=user))
        post = Post(locality=self.locality, officer=officer, unit=unit, title="Chuyên viên", valid_from=FOUNDED)
        appoint(actor=system, post=post)
        return actor, officer

    def _account(self, name: str, full_name: str, role: str, scope: Scope) -> Actor:
        return self._user(name, full_name, role, scope)[1]

    def _user(self, name: str, full_name: str, role: str, scope: Scope) -> tuple[User, Actor]:
        """Open an account and set its password with the card, as its owner would; the password is new each time."""
        username = f"{name}.{self.locality.slug}"
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        system = Actor.system(self.locality)
        _opened, code = create_account(
            actor=system, username=username, full_name=full_name, role=role, scope=scope, valid_from=FOUNDED
        )
        user = use_password_card(code=code, password=password)
        self.built.accounts.append({"role": role, "name": full_name, "username": username, "password": password})
        return user, actor_of(user, self.locality, clock.today())


def _plan(built: Built, people: _People, story: Story, kind: str, filename: str, held_on: date) -> None:
    """Read the plan's file and take it as far as the story goes."""
    read = reading.read_plan_file(actor=people.clerk, source=plan_text(filename, held_on), filename=filename)
    issued = story.stage in (ISSUED, AMENDED, *WITH_A_DAY)
    plan = reading.adopt_reading(actor=people.clerk, reading=read, body=people.bodies[kind], issued=False)
    built.plans.append(plan)
    if issued:
        said = reading.draft_in(read)
        number = said.number or f"{FREE_NUMBER}{unnumbered(plan.body, 'KH')}"
        signing.record_issued(actor=people.clerk, plan=plan, number=number, issued_on=said.issued_on or clock.today())
    if story.stage == SUBMITTED:
        signing.submit_plan(actor=people.clerk, plan=plan)
    joins = story.stage in WITH_A_DAY and kind == "party_committee" and len(story.plans) > 1
    if issued and not joins:  # the Party's plan of the same year is carried out by the State's dialogue
        built.dialogues += planning.adopt_plan(actor=people.clerk, plan=plan)
    if story.stage == AMENDED:
        _amend(people, plan, kind)


def _amend(people: _People, plan: Plan, kind: str) -> None:
    """A unit asks to move a dialogue, the head agrees by telephone, the amended plan is issued."""
    economy = people.units["economy"]
    request = signing.request_adjustment(
        actor=people.officer,
        plan=plan,
        unit=economy,
        text="Đề nghị tổ chức thêm một cuộc đối thoại với ngư dân đánh bắt xa bờ.",
    )
    word = record_instruction(
        actor=people.clerk, about=plan, decided_by=people.signer_for(kind).label, decided_at=clock.now(),
        way=InstructionWay.PHONE, content="Đồng ý, bổ sung vào kế hoạch.", paper_due=True,
    )  # fmt: skip
    signing.answer_adjustment(actor=people.clerk, request=request, accept=True, answer="Đồng ý.", instruction=word)
    signing.amend_plan(
        actor=people.clerk, plan=plan, reason="Bổ sung đối thoại với ngư dân theo đề nghị của Phòng Kinh tế"
    )
    last = plan.items.order_by("-position").first()
    if last is not None:
        extra = drafting.item_draft(last)
        drafting.add_item(actor=people.clerk, plan=plan, item=fishermen(extra))
    signing.submit_plan(actor=people.clerk, plan=plan)
    signing.sign_plan(actor=people.signer_for(kind), plan=plan)
    signing.issue_plan(actor=people.clerk, plan=plan, number="44-KH/ĐU", issued_on=clock.today())
    people.built.dialogues += planning.adopt_plan(actor=people.clerk, plan=plan)


def fishermen(like: ItemDraft) -> ItemDraft:
    """Return the dialogue added by the amendment, in the same period as another."""
    return replace(
        like,
        topics=("Hỗ trợ ngư dân đánh bắt xa bờ; dịch vụ hậu cần nghề cá.",),
        audience=("Ngư dân các tổ dân phố ven biển.",),
        venue="Nhà văn hóa tổ dân phố Gành Son",
    )


def _date(built: Built, people: _People, held_on: date, starts_at: time) -> None:
    """Choose the day, let the head agree, let one dialogue serve both plans, hand it to the deputy for the day."""
    dialogue = built.dialogues[0]
    if len(built.plans) > 1:
        planning.join_plan(actor=people.clerk, dialogue=dialogue, item=built.plans[0].items.get())
    venue = dialogue.venue or f"Hội trường {dialogue.body.short_name or dialogue.body.name}"
    scheduling.schedule_dialogue(
        actor=people.clerk, dialogue=dialogue, held_on=held_on, starts_at=starts_at, venue=venue
    )
    scheduling.agree_dialogue(actor=people.signer_for(dialogue.body.kind), dialogue=dialogue, on=clock.today())
    committee = people.bodies["people_committee"]
    head, deputy = people.officers
    begin_delegation(
        actor=people.head,
        delegation=Delegation(
            locality=built.locality, body=committee, from_officer=head, to_officer=deputy, paper_due=True,
            reason="Chủ tịch dự tập huấn ở tỉnh", valid_from=clock.today(), valid_to=clock.today() + timedelta(days=3),
        ),
    )  # fmt: skip
    occasions.make_proposal(
        actor=people.hamlet_head, body=committee, hamlet=people.hamlet, subject="Nước sinh hoạt mùa khô",
        text="Bà con đề nghị xã về đối thoại tại thôn về đường ống nước đã hỏng từ vụ trước.",
    )  # fmt: skip
    request = occasions.receive_voter_request(
        actor=people.clerk, body=committee, subject="Mỏ đá gần khu dân cư", received_on=clock.today()
    )
    for hamlet in Hamlet.objects.of(built.locality).order_by("pk")[:4]:
        supporters = (hamlet.voters or 0) // 3
        occasions.count_hamlet(actor=people.clerk, request=request, hamlet=hamlet, supporters=supporters)


def plan_text(filename: str, held_on: date) -> bytes:
    """Return a plan's file with the periods of this demonstration filled in."""
    quarter = (held_on.month - 1) // 3 + 1
    periods: Mapping[str, object] = {
        "year": held_on.year,
        "q": roman(quarter),
        "q_prev": roman(max(1, quarter - 1)),
        "q4_month": max(10, held_on.month),
    }
    text = (files(__package__) / "plans" / filename).read_text(encoding="utf-8")
    for name, value in periods.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text.encode()
