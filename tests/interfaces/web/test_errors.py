"""What a deed says no to, as pages."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.foundation.access.actor import Actor

ClientOf = Callable[[Actor], Client]
OURS = {"HTTP_ORIGIN": "http://testserver"}
WORDS = {"words": "Đường liên thôn xuống cấp,\nmong được sửa trước mùa mưa."}


@pytest.mark.parametrize(
    ("kind", "status", "sentence"),
    [
        ("invalid", 422, "Nội dung “abc” chưa đúng."),
        ("refused", 409, "Chưa đến lúc."),
        ("conflict", 409, "Người khác nhanh hơn."),
    ],
)
def test_the_form_comes_back_with_the_reason_and_the_text(
    an: Actor, client_of: ClientOf, kind: str, status: int, sentence: str
) -> None:
    answer = client_of(an).post(f"/console/suoi-lanh/note/{kind}/", WORDS)
    page = answer.content.decode()
    assert answer.status_code == status
    assert sentence in page
    assert "mong được sửa trước mùa mưa." in page


def test_an_empty_form_is_told_what_is_missing(an: Actor, client_of: ClientOf) -> None:
    answer = client_of(an).post("/console/suoi-lanh/note/refused/", {"words": " "})
    assert answer.status_code == 422
    assert "Chưa đến lúc." not in answer.content.decode()


def test_a_fresh_form_is_200(an: Actor, client_of: ClientOf) -> None:
    assert client_of(an).get("/console/suoi-lanh/note/refused/").status_code == 200


@pytest.mark.parametrize(
    ("kind", "status", "title"),
    [
        ("bare-invalid", 422, "Nội dung gửi chưa đúng"),
        ("bare-refused", 409, "Chưa thực hiện được"),
        ("bare-conflict", 409, "Có người vừa thay đổi"),
        ("bare-not-allowed", 403, "Không có quyền thực hiện"),
        ("not-allowed", 403, "Không có quyền thực hiện"),
    ],
)
def test_what_no_view_catches_becomes_a_page_that_gives_the_text_back(
    an: Actor, client_of: ClientOf, kind: str, status: int, title: str
) -> None:
    answer = client_of(an).post(f"/console/suoi-lanh/note/{kind}/", {**WORDS, "hamlet": "3"}, **OURS)
    page = answer.content.decode()
    assert answer.status_code == status
    assert f'<h1 class="govuk-heading-l">{title}</h1>' in page
    assert "\nmong được sửa trước mùa mưa.</textarea>" in page
    assert '<input type="hidden" name="hamlet" value="3">' in page
    assert f'action="/console/suoi-lanh/note/{kind}/"' in page


@pytest.mark.parametrize("origin", [{}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}])
def test_text_from_a_foreign_page_is_never_offered_for_sending(
    an: Actor, client_of: ClientOf, origin: dict[str, str]
) -> None:
    answer = client_of(an).post("/console/suoi-lanh/note/bare-refused/", WORDS, **origin)
    assert answer.status_code == 409
    assert "mong được sửa" not in answer.content.decode()


def test_an_old_page_gets_its_text_back_with_a_token_that_holds(an: Actor) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(_user(an))
    answer = client.post("/console/suoi-lanh/note/refused/", {**WORDS, "csrfmiddlewaretoken": "x" * 64}, **OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Trang đã cũ" in page
    assert "mong được sửa trước mùa mưa.</textarea>" in page

    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    again = client.post("/console/suoi-lanh/note/refused/", {**WORDS, "csrfmiddlewaretoken": token}, **OURS)
    assert again.status_code == 409


def test_a_password_never_comes_back(client: Client, db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/account/sign-in/", {"login": "an", "password": "bi-mat-lam-day"}, **OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "bi-mat-lam-day" not in page
    assert 'name="login" value="an"' in page


def test_a_fragment_that_is_refused_takes_the_whole_page(an: Actor, client_of: ClientOf) -> None:
    answer = client_of(an).post("/console/suoi-lanh/note/bare-refused/", WORDS, **OURS, HTTP_HX_REQUEST="true")
    assert (answer.headers["HX-Retarget"], answer.headers["HX-Reswap"]) == ("body", "innerHTML")


def test_a_key_is_good_for_its_form_and_actor_only(an: Actor, chi: Actor, client_of: ClientOf) -> None:
    client = client_of(an)
    key = client.get("/console/suoi-lanh/note/fine/").content.decode().rpartition("[")[2].partition("]")[0]

    assert client.post("/console/suoi-lanh/note/fine/", {**WORDS, "form_key": key}).content.decode() == key
    assert client_of(chi).post("/console/suoi-lanh/note/fine/", {**WORDS, "form_key": key}).status_code == 422
    assert client.post("/console/suoi-lanh/note/fine/", WORDS).status_code == 422


def test_a_fault_shows_a_page_and_none_of_the_words(
    an: Actor, client_of: ClientOf, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(an)
    client.raise_request_exception = False
    answer = client.get("/console/suoi-lanh/broken/")
    assert answer.status_code == 500
    assert "Trang đang gặp trục trặc" in answer.content.decode()
    assert "Bà Tư" not in answer.content.decode()


@pytest.mark.django_db
def test_a_wrong_address_says_what_to_do(client: Client) -> None:
    answer = client.get("/khong-co/")
    assert answer.status_code == 404
    assert "xin kiểm tra lại từng chữ" in answer.content.decode()


def _user(actor: Actor) -> object:
    from nghedan.foundation.access.models import User

    return User.objects.get(pk=actor.user_id)
