"""Two databases that differ only in what is protected answer alike, byte by byte, to everybody it is not for."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from django.db import transaction

from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.petitions import register_petition, transfer_petition
from nghedan.domain.matters.services.raising import MatterDraft, also_raises, raise_matter
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.db import models
from nghedan.foundation.identities.person import Person
from tests.security.crawl import Answered, crawl
from tests.security.place import PUBLIC, Place, found_place

SOME = ("clerk", "officer", "observer", PUBLIC)
OTHERS = (*SOME, "party_clerk", "superior", "personnel", "other_officer", "hamlet_head", "administrator")
PASSING = re.compile(
    rb'(?<=name="csrfmiddlewaretoken" value=")[^"]+|(?<=name="form_key" value=")[^"]+|(?<=csrftoken=)\w+'
    rb'|(?<=sessionid=)\w+|(?<=expires=)[^;]+|(?<=Expires: )[^\n]+|(?<=name="stamp" value=")[^"]+'
    rb"|(?<=data-token=\")[^\"]+|(?<=Content-Length: )\d+|(?<=:W3CDTF\">)[^<]+|\d{4}-\d\d-\d\dT[\d:]+Z"
)
"""What is drawn anew for every page, and the real time in which the test runs."""


@dataclass(frozen=True)
class Secret:
    """Everything the two databases differ in: who said it, of whom, by which way, in which words; one sender more."""

    words: str
    person: Person
    origin: Origin
    named: str
    kind: MatterKind
    sent_to: str
    sender_of_another: Person


FIRST = Secret(
    "Ông Kha nhận tiền của dân", Person(name="Vi Thị Mai", phone="0912000111", address="Đá Bạc"), Origin.LETTER,
    "officer", MatterKind.DENUNCIATION, "Thanh tra tỉnh", Person(name="Lò Văn Tư", phone="0912000333"),
)  # fmt: skip
SECOND = Secret(
    "Bà Hoa dọa nạt cả nhà chúng tôi suốt năm", Person(name="Nông Văn Bảy", phone="0987000222"), Origin.BOX,
    "personnel", MatterKind.CRIME, "Công an xã", Person(name="Giàng Thị Sua", phone="0977123999"),
)  # fmt: skip


def live(secret: Secret) -> Place:
    """Let the same happen, but for the secret."""
    place = found_place()
    clerk, body = place.actors["clerk"], place.committee

    def told(words: str, origin: Origin, person: Person) -> Opinion:
        draft = OpinionDraft(words=words, origin=origin, dialogue=place.dialogue, person=person)
        return receive_opinion(actor=clerk, body=body, draft=draft)

    said = told(secret.words, secret.origin, secret.person)
    other = told("Xin sửa đường liên thôn", Origin.PHONE, secret.sender_of_another)
    own = MatterDraft(title=secret.words, text=secret.words, field=place.roads)
    assign_matter(actor=clerk, matter=raise_matter(actor=clerk, opinion=said, draft=own), unit=place.units["economy"])
    shared = raise_matter(actor=clerk, opinion=said, draft=own)
    also_raises(actor=clerk, opinion=other, matter=shared)
    assign_matter(actor=clerk, matter=shared, unit=place.units["economy"])
    petition = register_petition(
        actor=clerk, opinion=said, kind=secret.kind, named=[place.officers[secret.named]]
    )
    transfer_petition(actor=place.actors["receiver"], petition=petition, sent_to=secret.sent_to)
    return place


def answers_in(
    secret: Secret, monkeypatch: pytest.MonkeyPatch, roles: Sequence[str], step: int
) -> dict[tuple[str, str], Answered]:
    """Return every answer to some who are no readers, in a database of its own, which is thrown away."""
    drawn = SimpleNamespace(choice=random.Random(7).choice)
    monkeypatch.setattr(models, "secrets", drawn)
    with transaction.atomic():
        place = live(secret)
        found = {
            (role, one.address): one
            for role in roles
            for one in crawl(place.client(role), place, step=step, offices=step == 1)
        }
        transaction.set_rollback(True)
    return found


def compared(first: Answered, second: Answered) -> bool:
    parts = ((one.status, PASSING.sub(b"", one.raw)) for one in (first, second))
    return next(parts) == next(parts)


def differing(monkeypatch: pytest.MonkeyPatch, roles: Sequence[str], step: int) -> list[tuple[str, str]]:
    first, second = (answers_in(secret, monkeypatch, roles, step) for secret in (FIRST, SECOND))
    assert first.keys() == second.keys()
    return [asked for asked in first if not compared(first[asked], second[asked])]


@pytest.mark.usefixtures("frozen", "db")
def test_they_answer_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    assert differing(monkeypatch, SOME, step=20) == []


@pytest.mark.long
@pytest.mark.usefixtures("frozen", "db")
def test_they_answer_alike_with_any_id(monkeypatch: pytest.MonkeyPatch) -> None:
    assert differing(monkeypatch, OTHERS, step=1) == []
