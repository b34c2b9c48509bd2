"""A reader who chose English meets no Vietnamese but names and what people wrote."""

from dataclasses import replace
from datetime import date, time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning, scheduling
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.starting_sets import starting_sets
from nghedan.domain.organisations.terms import HamletKind
from nghedan.domain.plans.services import drafting, signing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.accounts import first_run
from nghedan.foundation.calendars.models import DayOff
from tests.domain.plans.samples import DRAFT
from tests.support.clients import client_of

READ_OUT = {"title", "alt", "placeholder", "aria-label", "content"}
NAMES = ("Nghe Dân", "Tiếng Việt", "xã Suối Lành", "Xã Suối Lành", "Suối Lành", "Đông Sơn")
KINDS = tuple(kind.label for kind in HamletKind)
EXAMPLES = ("xã", "phường", "cử tri", "hộ", "khu dân cư")
LISTED, UNCLEAR = "Thôn Lũng Mây; 412 cử tri", "không rõ 1 2 3"
PLACE = {
    "level": "commune", "name": "Suối Lành", "province_name": "Đông Sơn",
    "bodies": ["people_committee", "party_committee"], "units": "since",
}  # fmt: skip


class Shown(HTMLParser):
    """The texts of a page that people see or hear; what they typed, and an example of it, is not ours."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.texts += [text for name, text in attrs if text and (name in READ_OUT or name.startswith("data-i18n"))]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in {"script", "style", "textarea", "pre"}:
            self.texts.append(" ".join(data.split()))


def vietnamese(page: str, *written: str) -> list[str]:
    """Return the texts with a Vietnamese letter once names and what was ``written`` by people are taken out."""
    found = []
    for text in Shown(page).texts:
        left = text
        for known in sorted((*NAMES, *written), key=len, reverse=True):
            left = left.replace(known, "")
        if any(letter.isalpha() and not letter.isascii() for letter in left):
            found.append(text)
    return found


def english(client: Client) -> Client:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def read(client: Client, address: str, data: dict[str, Any] | None = None) -> str:
    response = client.get(address) if data is None else client.post(address, data)
    assert response.status_code in {200, 404, 422}
    assert response.headers["Content-Language"] == "en"
    return response.content.decode()


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


@pytest.fixture
def reader(client: Client, db: None) -> Client:
    return english(client)


@pytest.fixture
def dialogue(an: Actor, committee: Body, frozen_today: date) -> Dialogue:
    undated = replace(DRAFT.items[0], quarter=4)
    plan = drafting.draft_plan(actor=an, body=committee, draft=replace(DRAFT, items=(*DRAFT.items, undated)))
    signing.record_issued(actor=an, plan=plan, number="05/KH-UBND", issued_on=date(2026, 2, 12))
    made, _undated = planning.adopt_plan(actor=an, plan=plan)
    scheduling.schedule_dialogue(actor=an, dialogue=made, held_on=date(2026, 9, 16), starts_at=time(7, 30))
    return made


def written_in(dialogue: Dialogue) -> list[str]:
    """What people wrote into the plan and the dialogue, and who they are."""
    body, item = dialogue.body, DRAFT.items[0]
    people = ["Nguyễn Thị An", *(person.post_title for person in dialogue.presiding.all())]
    duties = [text for duty in DRAFT.duties for text in (duty.unit_text, *duty.tasks)]
    limits = [text for limit in DRAFT.content.limits for text in (limit.what, limit.what.capitalize())]
    plan = [DRAFT.title, item.venue, *item.topics, *item.audience, *duties, *limits]
    return [dialogue.theme, body.name, body.short_name, "05/KH-UBND", *people, *plan]


def test_what_is_not_translated_would_be_found() -> None:
    page = '<title>Nghe Dân</title><p lang="vi">Đăng nhập</p><img alt="Ảnh"><textarea>Đường xấu</textarea>'
    assert vietnamese(page) == ["Đăng nhập", "Ảnh"]


def test_sign_in(reader: Client) -> None:
    assert vietnamese(read(reader, "/account/sign-in/")) == []
    assert vietnamese(read(reader, "/account/sign-in/", {"login": "", "password": ""})) == []
    assert vietnamese(read(reader, "/account/sign-in/", {"login": "an", "password": "sai"})) == []
    assert vietnamese(read(reader, "/password-card/", {"code": "sai"})) == []
    assert vietnamese(read(reader, "/khong-co/gi/")) == []


def test_first_run(reader: Client, settings: Any, tmp_path: Path) -> None:
    settings.NGHEDAN_DATA = tmp_path
    code = first_run.new_set_up_code()
    assert vietnamese(read(reader, "/first-run/")) == []
    assert vietnamese(read(reader, "/first-run/", {"code": "sai"})) == []
    reader.post("/first-run/", {"code": code})
    bases = [found.basis for found in starting_sets().values()]
    assert vietnamese(read(reader, "/first-run/locality/"), *EXAMPLES, *bases) == []
    assert vietnamese(read(reader, "/first-run/locality/", {}), *EXAMPLES, *bases) == []
    reader.post("/first-run/locality/", PLACE)
    reader.post("/first-run/hamlets/", {"text": f"{LISTED}\n{UNCLEAR}", "kind": "", "preview": "1"})
    assert vietnamese(read(reader, "/first-run/hamlets/"), LISTED, UNCLEAR, "Lũng Mây", *KINDS, *EXAMPLES) == []
    reader.post("/first-run/hamlets/", {"text": LISTED, "kind": ""})
    assert vietnamese(read(reader, "/first-run/account/"), *KINDS) == []


def test_the_pages_of_the_people(reader: Client, dialogue: Dialogue) -> None:
    written = written_in(dialogue)
    for address in ("", "chuong-trinh/2026/", f"doi-thoai/{dialogue.public_id}/"):
        assert vietnamese(read(reader, f"/suoi-lanh/{address}"), *written) == []


@pytest.mark.parametrize("address", ["", "year/2026/", "dialogues/", "tasks/", "plans/", "settings/"])
def test_the_first_pages_of_staff(an: Actor, dialogue: Dialogue, address: str) -> None:
    holidays = DayOff.objects.across(Actor.system()).values_list("name", flat=True)
    page = read(english(client_of(an)), f"/console/suoi-lanh/{address}")
    assert vietnamese(page, *written_in(dialogue), *holidays) == []
