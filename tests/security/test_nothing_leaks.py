"""What is protected is found by its readers and by nobody else, wherever one looks, today and by old bookmarks.

Whoever may find what is the one table ``READERS`` of tests/security/place.py.
"""

import json
import logging
from collections.abc import Iterable
from http import HTTPStatus

import pytest
from django.contrib.sessions.models import Session

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.search.models import SearchEntry
from nghedan.interfaces.web.logs import ScrubbingFormatter
from tests.security.crawl import KEYS, Answered, ask, crawl, every_address, keys_in, searches
from tests.security.place import CONDUCT, DENOUNCED, ORDINARY, PUBLIC, READERS, Place, mark, phone_of
from tests.security.story import be_set_apart

ROLES = (
    "clerk", "party_clerk", "head", "deputy", "receiver", "superior", "officer", "personnel", "other_officer",
    "hamlet_head", "observer", "administrator", "stranger", PUBLIC,
)  # fmt: skip
OF_THE_ORDINARY = {"clerk", "head", "deputy", "officer", "observer"}
"""Who sees an ordinary opinion, or what it raised: whoever finds nothing at all was not looking."""

WHO_CALL_BACK = frozenset({"clerk", "head"})
"""Who reads names, for a reason: with the right over the whole locality, and never of what she may not read."""

BUSY = ("clerk", "officer", "observer")
"""Who looked at the opinions while they were ordinary ones."""

CONSOLE = "/console/suoi-lanh"
LOOK_UP = "/suoi-lanh/tra-cuu/"
LOOKED_FOR = [*(f"nhũng{key}" for key in KEYS), "nhungqof", "nhungqch", "nhungq", "nhận tiền", "nhan tien"]
"""Words said beside the marks, with tone marks, without, and their beginning: whatever echoes them echoes no mark."""


def leaks(role: str, answers: Iterable[Answered]) -> list[str]:
    """Return where a role found what is not for it."""
    own = {key for key, readers in READERS.items() if role in readers} | {ORDINARY}
    return [f"{role}: {key} at {one.address} ({one.status})" for one in answers for key in sorted(one.keys - own)]


def looked_at(place: Place, role: str, step: int) -> list[Answered]:
    client = place.client(role)
    offices = step == 1 or role in ("clerk", "administrator")
    found = [ask(client, address) for address in searches(place, LOOKED_FOR)]
    return [*crawl(client, place, step=step, offices=offices), *found]


def test_nobody_finds_what_is_not_for_her(apart: Place) -> None:
    found = {role: looked_at(apart, role, step=20) for role in ROLES}
    assert [leak for role, answers in found.items() for leak in leaks(role, answers)] == []
    seen = {role: frozenset().union(*(one.keys for one in answers)) for role, answers in found.items()}
    about_officials = {role: keys & {*CONDUCT} for role, keys in seen.items() if keys & {*CONDUCT}}
    may = ("clerk", "head", "deputy", "personnel")
    assert about_officials == {role: {key for key in CONDUCT if role in READERS[key]} for role in may}
    assert {role for role, keys in seen.items() if ORDINARY in keys} == OF_THE_ORDINARY
    assert stores() == {"journal": set(), "outbox": set(), "index": {*CONDUCT, ORDINARY}, "sessions": set()}


def test_the_log_holds_nothing_however_talkative(apart: Place, caplog: pytest.LogCaptureFixture) -> None:
    root = f"{CONSOLE}/restricted/{apart.opinions['qof'].public_id}/"
    with caplog.at_level(logging.DEBUG):
        for role in ("clerk", "head"):
            client = apart.client(role)
            pages = [ask(client, f"{CONSOLE}/{page}") for page in ("", "ledger/", "matters/", "search/?q=nhungqco")]
            assert any(page.keys for page in pages)
            ask(client, root, "post")
            ask(client, f"{CONSOLE}/ledger/{apart.opinions['qco'].public_id}/names/", "post", {"reason": "Gọi lại"})
    lines = [ScrubbingFormatter().format(record) for record in caplog.records]
    assert lines
    assert [line for line in lines if keys_in(line.encode())] == []


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_not_with_any_id_nor_by_asking_for_the_head_only(role: str, apart: Place) -> None:
    client = apart.client(role)
    answers = looked_at(apart, role, step=1)
    heads = [ask(client, address, "head") for _name, address in every_address(apart)]
    assert leaks(role, [*answers, *heads]) == []


def test_its_readers_open_it_and_nobody_else(apart: Place) -> None:
    clients = {role: apart.client(role) for role in ROLES}
    pages = {key: f"{CONSOLE}/restricted/{apart.opinions[key].public_id}/" for key in DENOUNCED}
    opened = {(key, role): ask(clients[role], page, "post") for key, page in pages.items() for role in ROLES}
    readers = {(key, role) for key in DENOUNCED for role in READERS[key]}
    assert {asked for asked, one in opened.items() if one.status == HTTPStatus.OK} == readers
    assert {asked: one.keys for asked, one in opened.items() if one.keys} == {asked: {asked[0]} for asked in readers}
    sheets = {(key, role): ask(clients[role], f"{page}sheet/") for key, page in pages.items() for role in ROLES}
    on_sheets = {(key, role) for key, role in readers if key in ("qof", "qhh")}
    assert {asked for asked, one in sheets.items() if one.status == HTTPStatus.OK} == on_sheets


def test_old_bookmarks_lead_nowhere(busy: Place) -> None:
    clients = {role: busy.client(role) for role in BUSY}
    kept = {role: _bookmarks(busy, role) for role in BUSY}
    assert {role for role, pages in kept.items() if pages} == {*BUSY}
    be_set_apart(busy)
    again = {
        role: [ask(clients[role], one.address.partition(" ")[2], **one.validators) for one in pages]
        for role, pages in kept.items()
    }
    assert [leak for role, answers in again.items() for leak in leaks(role, answers)] == []
    assert {one.status for answers in again.values() for one in answers} <= {200, 302, 404}
    pictures = [one for one in again["clerk"] if one.address.endswith("/picture/")]
    assert {one.status for one in pictures} == {404}


def _bookmarks(place: Place, role: str) -> list[Answered]:
    """Return the pages that showed something, and the pictures of sheets."""
    asked = crawl(place.client(role), place, step=20, offices=False)
    pictures = [address for name, address in every_address(place) if name == "console:sheet-picture"]
    first, _of_somebody_else, again, from_the_hamlet = pictures
    seen = [one for one in asked if one.keys & {*DENOUNCED} and "/picture/" not in one.address]
    return seen + [ask(place.client(role), address) for address in (first, again, from_the_hamlet)]


def test_whoever_bears_the_receipt_reads_her_own_words_unless_they_were_passed_on(apart: Place) -> None:
    client = apart.client(PUBLIC)
    typed = {key: {"ma": receipt_of(_whole(apart, key)), "digits": phone_of(key)[-4:]} for key in KEYS}
    at_once = {key: ask(client, LOOK_UP, "get", {"ma": typed[key]["ma"]}).keys for key in KEYS}
    with_digits = {key: ask(client, LOOK_UP, "post", typed[key]).keys for key in KEYS}
    assert at_once == dict.fromkeys(KEYS, frozenset())
    assert with_digits == {key: frozenset() if key in DENOUNCED else {key} for key in KEYS}


def test_names_are_shown_to_nobody_once_it_is_passed_on(apart: Place) -> None:
    clients = {role: apart.client(role) for role in ROLES}
    pages = {key: f"{CONSOLE}/ledger/{apart.opinions[key].public_id}/names/" for key in KEYS}
    asked = {
        (role, key): ask(client, page, "post", {"reason": "Gọi lại"}).raw
        for role, client in clients.items()
        for key, page in pages.items()
    }
    shown = {(role, key) for (role, key), raw in asked.items() if mark(key, "name").encode() in raw}
    of_conduct = {(role, key) for key in CONDUCT for role in READERS[key] & WHO_CALL_BACK}
    assert shown == of_conduct | {(role, ORDINARY) for role in WHO_CALL_BACK}


def _whole(place: Place, key: str) -> Opinion:
    return Opinion.objects.of(place.locality).select_related("slip").get(pk=place.opinions[key].pk)


def stores() -> dict[str, set[str]]:
    """Return of which opinions anything stands where words have no business to be."""
    rows = {
        "journal": JournalEntry.objects.values_list("body", flat=True),
        "outbox": [json.dumps([one.payload, one.last_error]) for one in OutboxEntry.objects.all()],
        "index": [f"{one.title} {one.words} {one.sounds}" for one in SearchEntry._base_manager.all()],
        "sessions": [json.dumps(one.get_decoded()) for one in Session.objects.all()],
    }
    return {store: set().union(*(keys_in(text.encode()) for text in texts)) for store, texts in rows.items()}
