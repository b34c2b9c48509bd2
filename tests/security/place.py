"""A locality that holds everything: opinions by every way, matters in every state, and a denunciation of everybody.

Each protected opinion has a key; whatever is said in it or because of it carries a mark made of that key, so that a
mark found anywhere tells whose words leaked, and which of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.test import Client

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.answering import AnswerDraft, hand_in, save_answer
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.raising import MatterDraft, PastMatter, raise_matter, record_past_matter, redact
from nghedan.domain.matters.services.text_blocks import add_text_block
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.keeping import correct_opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.organisations.terms import BodyKind, UnitKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT, Scope
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.support import paper, people
from tests.support.clients import client_of

HELD_ON = date(2026, 4, 15)
PUBLIC = "public"

DENOUNCED: Mapping[str, tuple[str, ...]] = {
    "qof": ("officer",), "qhd": ("head",), "qrc": ("receiver",), "qhh": ("hamlet_head",), "qce": ("observer",),
    "qdp": ("deputy",), "qse": ("head", "receiver"), "qsh": ("officer",),
}  # fmt: skip
"""Key of a denunciation -> whom it names: in ``qse`` nobody here is left to read it, ``qsh`` shares its matter."""

CONDUCT: Mapping[str, tuple[str, ...]] = {"qco": ("officer",), "qch": ("head",)}
"""Key of an opinion on an official's manner -> whom it names."""

ORDINARY = "qor"
"""Key of an opinion that nothing protects: what is not found of it is not looked for rightly."""

SPOKEN: Mapping[str, tuple[str, ...]] = {
    "vde": ("officer",), "vla": ("officer",), "vwr": ("officer",), "vre": ("officer",), "vsh": ("officer",),
}  # fmt: skip
"""Key of a denunciation that was spoken in the hall -> whom it names: ``vde`` is set apart at once, the others only
after all papers were issued: answered in the hall, in writing, sent on, sharing the matter of an ordinary voice."""

MANNER: Mapping[str, tuple[str, ...]] = {"vco": ("officer",)}
"""Key of an opinion on an official's manner that was spoken in the hall -> whom it names."""

HEARD = "vor"
"""Key of an ordinary opinion spoken in the hall; its words may stand anywhere, whose they are may not: ``vid``."""

NAMED: Mapping[str, str] = {"vid": "speaker", "vgu": "guest", "vdl": "delegate of the hamlet", "vwk": "walk-in"}
"""Key of somebody's name and number -> who that is; nothing is said under these keys."""

READERS: Mapping[str, frozenset[str]] = {
    "qof": frozenset({"head", "deputy", "receiver"}), "qhd": frozenset({"receiver"}),
    "qrc": frozenset({"head", "deputy"}), "qhh": frozenset({"head", "deputy", "receiver"}),
    "qce": frozenset({"head", "deputy", "receiver"}), "qdp": frozenset({"head", "receiver"}),
    "qse": frozenset({"superior"}), "qsh": frozenset({"head", "deputy", "receiver"}),
    "qco": frozenset({"clerk", "head", "deputy", "personnel"}), "qch": frozenset({"clerk", "personnel"}),
    **dict.fromkeys(("vde", "vla", "vwr", "vre", "vsh"), frozenset({"head", "deputy", "receiver"})),
    "vco": frozenset({"clerk", "head", "deputy", "personnel"}),
    "vid": frozenset({"clerk", "head"}), "vwk": frozenset({"clerk"}),
    **dict.fromkeys(("vgu", "vdl"), frozenset({"clerk", "head", "deputy", "hamlet_head"})),
}  # fmt: skip
"""The whole list of who may find what: key -> roles. The deputy acts for the head, so he reads nothing against him.

Names: of a speaker, who writes letters and minutes and the head who signs them; of guests, who invites, who signs the
invitations (the deputy too), and the hamlet head for those of her hamlet; of a walk-in, who sits at the door.
"""


PARTS = (
    "words", "corr", "why", "source", "name", "home", "title", "text", "public", "answer", "short", "basis", "caution",
    "file", "scan", "photo", "picture", "void", "bounce", "order", "note",
    "spoke", "told", "line", "done", "later", "reply", "verdict", "copy",
)  # fmt: skip
"""Whatever holds something that was said, or is done because of it."""


def named_in(key: str) -> tuple[str, ...]:
    """Return the roles of those whom an opinion names."""
    return next((table[key] for table in (DENOUNCED, CONDUCT, SPOKEN, MANNER) if key in table), ())


def mark(key: str, part: str) -> str:
    """Return a word nobody else writes; without tone marks, so that it is found folded or not."""
    assert part in PARTS
    return f"{key}{part}zx"


def said(key: str) -> str:
    """Return what a person said: a word to search for, with tone marks, and the mark beside it."""
    return f"Ông ấy nhận tiền của chúng tôi. Kể lại việc nhũng{key} ạ, {mark(key, 'words')}."


@dataclass
class Place:
    """Who is there, and what was raised."""

    locality: Locality
    committee: Body
    party: Body
    hamlet: Hamlet
    dialogue: Dialogue
    units: dict[str, Unit]
    roads: Field
    officials: Field
    actors: dict[str, Actor]
    officers: dict[str, Officer]
    opinions: dict[str, Opinion] = field(default_factory=dict)
    matters: dict[str, Matter] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """Return a signed-in browser, second factor given, that shows error pages as people see them."""
        client = Client() if role == PUBLIC else client_of(self.actors[role])
        if role != PUBLIC:
            session = client.session
            session[SECOND_FACTOR] = True
            session.save()
        client.raise_request_exception = False
        return client

    def named(self, key: str) -> Sequence[Officer]:
        """Return whom an opinion names."""
        return [self.officers[role] for role in named_in(key)]

    def fresh(self, key: str) -> Opinion:
        return Opinion.objects.of(self.locality).select_related("identity", "sheet").get(pk=self.opinions[key].pk)


def found_place() -> Place:
    """Store the locality with its people, one of every role; rows of set-up do not go through the door."""
    where = people.locality()
    committee, party = _bodies(where)
    kinds = {"economy": UnitKind.ECONOMY, "culture": UnitKind.CULTURE_SOCIETY, "office": UnitKind.OFFICE}
    units = {name: _stored(Unit(locality=where, kind=kind.value, name=f"Phòng {name}", body=committee)) for name, kind in kinds.items()}  # fmt: skip  # noqa: E501
    hamlet = _stored(Hamlet(locality=where, kind="thon", name="Đá Bạc"))
    actors = _actors(where, committee, party, units, hamlet)
    seated = ("clerk", "head", "deputy", "receiver", "officer", "personnel", "hamlet_head", "observer")
    officers = {role: _officer(where, actors[role]) for role in seated}
    _in_office(where, committee, units, officers)
    roads = _stored(Field(locality=where, code="giao-thong", name="Giao thông", keywords=["đường"], unit=units["economy"], days=10))  # fmt: skip  # noqa: E501
    officials = _stored(Field(locality=where, code="can-bo", name="Cán bộ, công vụ", keywords=[], unit=units["culture"], is_conduct=True, position=9))  # fmt: skip  # noqa: E501
    draft = planning.DialogueDraft(theme="Đường liên thôn")
    dialogue = planning.plan_dialogue(actor=actors["clerk"], body=committee, draft=draft)
    schedule_dialogue(actor=actors["clerk"], dialogue=dialogue, held_on=HELD_ON)
    return Place(where, committee, party, hamlet, dialogue, units, roads, officials, actors, officers)


def draft_of(place: Place, key: str, origin: Origin = Origin.PHONE, **more: Any) -> OpinionDraft:
    """Return an opinion with its marks: words, source, and who says it."""
    sender = Person(name=f"Vi Thị {mark(key, 'name')}", phone=phone_of(key), address=f"Nhà {mark(key, 'home')}")
    whole = OpinionDraft(
        words=said(key), origin=origin, dialogue=place.dialogue, hamlet=place.hamlet, source=mark(key, "source"),
        person=sender,
    )  # fmt: skip
    return replace(whole, **more)


def phone_of(key: str) -> str:
    """Return a number nobody else has."""
    return "0977" + "".join(str(ord(letter) % 10) for letter in key) + f"{sum(map(ord, key)):03d}"


def corrected(place: Place, key: str) -> Opinion:
    """Let the clerk correct what was keyed, with the reason."""
    clerk, opinion = place.actors["clerk"], place.fresh(key)
    words = f"{said(key)} {mark(key, 'corr')}"
    return correct_opinion(actor=clerk, opinion=opinion, words=words, reason=mark(key, "why"))


def raised(place: Place, key: str, unit: str = "economy", **more: Any) -> Matter:
    """Let an opinion raise a matter, with public words, and give it to a unit."""
    clerk = place.actors["clerk"]
    past = PastMatter(2024, f"Đã hỏi trước đây {key[1:]}", promise="sửa xong", promised_on=date(2025, 6, 30))
    earlier = record_past_matter(actor=clerk, body=place.committee, past=past)
    of_field = place.officials if unit == "culture" else place.roads
    draft = MatterDraft(
        title=f"Xem việc {mark(key, 'title')}", text=f"Chi tiết {mark(key, 'text')}", field=of_field,
        hamlet=place.hamlet, continues=earlier,
    )  # fmt: skip
    matter = raise_matter(actor=clerk, opinion=place.fresh(key), draft=replace(draft, **more))
    redact(actor=clerk, matter=matter, public_text=mark(key, "public"))
    place.matters[key] = assign_matter(actor=clerk, matter=matter, unit=place.units[unit])
    return place.matters[key]


def answered(place: Place, key: str, by: str = "officer") -> None:
    """Let the unit send its answer, with a file."""
    told = AnswerDraft(
        text=mark(key, "answer"), short=mark(key, "short"), basis=mark(key, "basis"), caution=mark(key, "caution"),
        proposed_on=HELD_ON,
    )  # fmt: skip
    answer = save_answer(actor=place.actors[by], matter=place.matters[key], draft=told)
    evidence = paper.upload(paper.as_pdf([paper.blank((60, 80))]), f"{mark(key, 'file')}.pdf")
    attach(actor=place.actors[by], subject=answer, upload=evidence, kind="evidence")
    hand_in(actor=place.actors[by], answer=answer)


def keep_passages(place: Place) -> None:
    """Give the unit a passage of its own, so that its page has a row."""
    add_text_block(actor=place.actors["officer"], unit=place.units["economy"], title="Câu cuối", text="Trân trọng.")


def _actors(where: Locality, committee: Body, party: Body, units: Mapping[str, Unit], hamlet: Hamlet) -> dict[str, Actor]:  # fmt: skip  # noqa: E501
    elsewhere = people.locality("go-nang", "Gò Nắng", LocalityLevel.WARD)
    staff = (
        ("deputy", "nga", "Lý Thị Nga", roles.HEAD, Scope(BODY, committee.pk)),
        ("party_clerk", "minh", "Đỗ Văn Minh", roles.CLERK, Scope(BODY, party.pk)),
        ("receiver", "khoa", "Lê Văn Khoa", roles.RECEIVER, Scope(BODY, committee.pk)),
        ("superior", "son", "Hà Văn Sơn", roles.SUPERIOR_RECEIVER, people.WHOLE_LOCALITY),
        ("officer", "kien", "Bùi Trung Kiên", roles.OFFICER, Scope(UNIT, units["economy"].pk)),
        ("personnel", "hoa", "Lý Thị Hoa", roles.OFFICER, Scope(UNIT, units["culture"].pk)),
        ("other_officer", "phuc", "Đinh Văn Phúc", roles.OFFICER, Scope(UNIT, units["office"].pk)),
        ("hamlet_head", "thu", "Vi Văn Thu", roles.HAMLET_HEAD, Scope(HAMLET, hamlet.pk)),
        ("observer", "su", "Thào A Sử", roles.OBSERVER, people.WHOLE_LOCALITY),
    )
    actors = {role: people.staff(name, full, where, held, scope) for role, name, full, held, scope in staff}
    whole = {"clerk": people.an(where), "head": people.binh(where), "administrator": people.ha(where)}
    return {**whole, **actors, "stranger": people.giang(elsewhere)}


def _bodies(where: Locality) -> tuple[Body, Body]:
    committee = Body(
        locality=where, kind=BodyKind.PEOPLE_COMMITTEE.value, name="Ủy ban nhân dân xã Suối Lành", short_name="UBND xã",
        head_post="Chủ tịch Ủy ban nhân dân xã", deputy_post="Phó Chủ tịch Ủy ban nhân dân xã",
        signature_authority="TM. ỦY BAN NHÂN DÂN", document_code="UBND",
    )  # fmt: skip
    party = Body(
        locality=where, kind=BodyKind.PARTY_COMMITTEE.value, name="Đảng ủy xã Suối Lành", short_name="Đảng ủy xã",
        head_post="Bí thư Đảng ủy", deputy_post="Phó Bí thư Đảng ủy", signature_authority="T/M BAN THƯỜNG VỤ",
        document_code="ĐU", superior_line="ĐẢNG BỘ TỈNH ĐÔNG SƠN", committee_term_from=date(2025, 7, 1),
    )  # fmt: skip
    return _stored(committee), _stored(party)


def _officer(where: Locality, actor: Actor) -> Officer:
    user = User.objects.get(pk=actor.user_id)
    return _stored(Officer(locality=where, full_name=actor.label, user=user))


def _in_office(where: Locality, committee: Body, units: Mapping[str, Unit], officers: Mapping[str, Officer]) -> None:
    """The head in her post, the deputy standing in for her, the officer leading his division."""
    _stored(Post(locality=where, officer=officers["head"], title="Chủ tịch", body=committee, is_head=True))
    _stored(Post(locality=where, officer=officers["deputy"], title="Phó Chủ tịch", body=committee, is_deputy=True))
    _stored(Post(locality=where, officer=officers["officer"], title="Trưởng phòng", unit=units["economy"], is_head=True))  # fmt: skip  # noqa: E501
    _stored(
        Delegation(
            locality=where,
            body=committee,
            from_officer=officers["head"],
            to_officer=officers["deputy"],
            reason="Đi công tác",
            paper_due=True,
            valid_from=clock.today(),
            valid_to=clock.today(),
        )
    )


def _stored(row: Any) -> Any:
    row.state = "current"
    row.save()
    return row
