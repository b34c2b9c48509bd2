"""Single matters: words for publishing, groups, and matters of earlier years."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import CONSOLE, filled, form_key

pytestmark = pytest.mark.django_db

NAMING = "Ông Nguyễn Văn Tèo, đt 0912345678, chặn lối đi ở thôn Nà Lốc"


@pytest.fixture
def raised(an: Actor, told: Callable[[str], Opinion]) -> Callable[[str], Matter]:
    return lambda title: raise_matter(actor=an, opinion=told(title), draft=MatterDraft(title=title))


def stored(matter: Matter) -> Matter:
    return Matter.objects.of(matter.locality).get(pk=matter.pk)


def test_what_points_at_people_is_left_out_of_the_proposal(clerk: Client, raised: Callable[[str], Matter]) -> None:
    matter = raised(NAMING)
    address = f"{CONSOLE}matters/{matter.public_id}/public-text/"
    page = clerk.get(address)
    assert page.context["form"]["public_text"].value() == "Ông […], đt […], chặn lối đi ở thôn Nà Lốc"
    assert "<mark>Nguyễn Văn Tèo</mark>" in page.content.decode()
    clerk.post(address, {"version": matter.version, "public_text": "Lối đi bị chặn"})
    assert (stored(matter).public_text, stored(matter).title) == ("Lối đi bị chặn", NAMING)


def test_a_matter_is_grouped_into_a_similar_one_and_stands_alone_again(
    clerk: Client, raised: Callable[[str], Matter]
) -> None:
    main, other = raised("Sửa đường vào thôn Nà Lốc"), raised("Sửa đường thôn Nà Lốc bị hỏng")
    address = f"{CONSOLE}matters/{other.public_id}/group/"
    assert [row.public_id for row in clerk.get(address).context["alike"]] == [main.public_id]
    clerk.post(address, {"version": other.version, "into": main.public_id})
    assert stored(other).grouped_into == main
    clerk.post(address, {"version": stored(other).version, "into": ""})
    assert stored(other).grouped_into is None


def test_a_matter_of_an_earlier_year_is_remembered(
    clerk: Client, committee: Body, fields: dict[str, Field], an: Actor
) -> None:
    address = f"{CONSOLE}classify/earlier/new/"
    page = clerk.get(address)
    typed = {
        **filled(page.context["form"]), "form_key": form_key(clerk, address), "year": "2023", "title": "Xây cầu Nà Sla",
        "promise": "Xây trong năm 2024", "promised_on": "30/6/2024", "outcome": "planned",
        "field": fields["transport"].public_id,
    }  # fmt: skip
    assert clerk.post(address, typed).status_code == 302
    [matter] = Matter.objects.of(an.locality)  # type: ignore[arg-type]
    assert (matter.year, matter.number, matter.state, matter.outcome) == (2023, 1, MatterState.CLOSED, "planned")


@pytest.mark.parametrize("page", ["public-text", "group"])
def test_others_do_not_find_it(
    page: str, officer: Client, stranger: Client, head: Client, raised: Callable[[str], Matter]
) -> None:
    address = f"{CONSOLE}matters/{raised(NAMING).public_id}/{page}/"
    assert [client.get(address).status_code for client in (officer, stranger, head)] == [404, 404, 403]
