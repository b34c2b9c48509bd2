import pytest
from django.http import HttpResponse
from django.test import Client

from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.security import HEADERS, OWN_FRAME_POLICY, framed_by_ourselves


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/account/sign-in/", "/khong-co/", "/console/suoi-lanh/", "/first-run/"])
def test_every_answer_carries_the_headers(client: Client, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_allows_nothing_inline_and_nothing_foreign() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")


def test_a_page_made_for_a_frame_of_ours_may_stand_in_one() -> None:
    answer = framed_by_ourselves(HttpResponse())
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.headers["Content-Security-Policy"] == OWN_FRAME_POLICY


def test_pages_speak_vietnamese_whatever_the_browser_asks_for(client: Client, locality: Locality) -> None:
    asked = {"HTTP_ACCEPT_LANGUAGE": "en-US,en;q=0.9"}
    assert client.get("/account/sign-in/", **asked).headers["Content-Language"] == "vi"
    chosen = client.get("/language/en/", HTTP_REFERER="http://testserver/account/sign-in/")
    assert chosen.headers["Location"] == "http://testserver/account/sign-in/"
    assert client.get("/account/sign-in/").headers["Content-Language"] == "en"


def test_the_way_back_after_choosing_a_language_never_leaves_the_house(client: Client, locality: Locality) -> None:
    answer = client.get("/language/en/", HTTP_REFERER="https://example.com/")
    assert answer.headers["Location"] == "/"
