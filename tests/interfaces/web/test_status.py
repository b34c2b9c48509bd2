from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client


def test_alive_asks_nothing_of_the_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_ready_when_the_database_answers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/readyz").status_code == 200

    def away(*_args: Any) -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    assert client.get("/readyz").status_code == 503


def test_the_version_is_told(client: Client) -> None:
    assert client.get("/version").json() == {"name": "nghedan", "version": settings.NGHEDAN_VERSION}
