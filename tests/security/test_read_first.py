"""A denunciation is read only after the journal knows of it, whatever goes wrong afterwards."""

from http import HTTPStatus
from typing import Any

import pytest

from nghedan.domain.opinions.services import restricting
from nghedan.foundation.journal.models import JournalEntry
from nghedan.interfaces.console.restricted.views import area
from tests.security.crawl import ask
from tests.security.place import Place

KEY = "qof"


def page_of(place: Place) -> str:
    return f"/console/suoi-lanh/restricted/{place.opinions[KEY].public_id}/"


def readings(place: Place) -> int:
    subject = place.opinions[KEY].public_id
    return JournalEntry.objects.filter(subject_id=subject, code="opinion.read_restricted").count()


def test_the_entry_is_there_when_the_page_is_drawn_and_stays_when_drawing_fails(
    denounced: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[int] = []

    def break_down(*_given: Any) -> None:
        known.append(readings(denounced))
        raise RuntimeError("no paint")

    monkeypatch.setattr(area, "render", break_down)
    answer = ask(denounced.client("head"), page_of(denounced), "post")
    assert (answer.status, answer.keys, known) == (HTTPStatus.INTERNAL_SERVER_ERROR, frozenset(), [1])
    assert readings(denounced) == 1


def test_what_cannot_be_written_down_is_not_shown(denounced: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: Any, **_more: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(restricting, "note", refuse)
    answer = ask(denounced.client("head"), page_of(denounced), "post")
    assert (answer.status, answer.keys, readings(denounced)) == (HTTPStatus.INTERNAL_SERVER_ERROR, frozenset(), 0)


def test_looking_at_the_closed_page_is_no_reading(denounced: Place) -> None:
    client = denounced.client("head")
    assert [ask(client, page_of(denounced), method).keys for method in ("get", "head")] == [frozenset(), frozenset()]
    assert readings(denounced) == 0
