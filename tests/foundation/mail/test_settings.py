"""How the mail server is named in the environment."""

from typing import Any

import pytest

from nghedan.config import env


def read(monkeypatch: pytest.MonkeyPatch, url: str, sender: str = "") -> dict[str, Any]:
    monkeypatch.setenv("NGHEDAN_EMAIL_URL", url)
    monkeypatch.setenv("NGHEDAN_EMAIL_FROM", sender)
    return env.mail_server()


def test_without_a_server_nothing_can_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(monkeypatch, "", "vanphong@xa.example")
    assert found == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend", "NGHEDAN_EMAIL_FROM": ""}


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtps://van%40xa.example:b%2Fi@thu.example", 465, True, False),
        ("smtp://van%40xa.example:b%2Fi@thu.example", 587, False, True),
        ("smtp+plain://van%40xa.example:b%2Fi@thu.example:2525", 2525, False, False),
    ],
)
def test_a_server_is_spoken_to_as_its_address_says(
    monkeypatch: pytest.MonkeyPatch, url: str, port: int, ssl: bool, tls: bool
) -> None:
    found = read(monkeypatch, url)
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_SSL", "EMAIL_USE_TLS", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD")
    assert [found[name] for name in names] == ["thu.example", port, ssl, tls, "van@xa.example", "b/i"]
    assert found["NGHEDAN_EMAIL_FROM"] == "van@xa.example"
    assert read(monkeypatch, url, "gui@xa.example")["NGHEDAN_EMAIL_FROM"] == "gui@xa.example"


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("http://thu.example", "van@xa.example"), ("smtp://", "van@xa.example"), ("smtps://thu.example", ""),
        ("smtps://van@thu.example", ""), ("smtps://thu.example", "Văn phòng <van@xa.example>"),
    ],
)  # fmt: skip
def test_what_names_no_server_or_no_sender_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, url: str, sender: str
) -> None:
    with pytest.raises(ValueError, match="NGHEDAN_EMAIL"):
        read(monkeypatch, url, sender)
