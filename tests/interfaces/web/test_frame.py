"""What frames every page: names, entries by right, banner of the demonstration."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web import navigation
from nghedan.interfaces.web.navigation import Entry

ClientOf = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _entries(_site: None) -> None:
    entries = [
        Entry("Hôm nay", "console:who"),
        Entry("Trang", "console:page", group="Việc"),
        Entry("Tài khoản", "console:page", "account.read", "Cài đặt"),
    ]
    navigation.install(
        {"console": entries, "portal": [Entry("Chương trình", "portal:page")]}, {"console": "console:who"}
    )


def shell_of(answer: Any) -> Any:
    return answer.context["shell"]


def test_staff_see_who_they_are_and_where(an: Actor, client_of: ClientOf) -> None:
    shell = shell_of(client_of(an).get("/console/suoi-lanh/page/?q=đường"))
    assert (shell.locality_name, shell.user_name, shell.user_role) == (
        "xã Suối Lành",
        "Nguyễn Thị An",
        "Văn phòng, thư ký",
    )
    assert (shell.home_href, shell.search_href, shell.search_text) == (
        "/console/suoi-lanh/", "/console/suoi-lanh/", "đường",
    )  # fmt: skip
    assert shell.sign_out_href == "/account/sign-out/"


def test_only_entries_one_may_open_are_shown_and_the_present_one_is_marked(an: Actor, client_of: ClientOf) -> None:
    groups = shell_of(client_of(an).get("/console/suoi-lanh/page/")).navigation
    assert [(group.title, [(link.text, link.current) for link in group.links]) for group in groups] == [
        ("", [("Hôm nay", False)]),
        ("Việc", [("Trang", True)]),
    ]


def test_a_page_elsewhere_belongs_to_the_entry_that_names_it(an: Actor, client_of: ClientOf) -> None:
    entries = [Entry("Hôm nay", "console:who"), Entry("Theo dõi", "console:broken", also=("page",))]
    navigation.install({"console": entries}, {"console": "console:who"})
    (group,) = shell_of(client_of(an).get("/console/suoi-lanh/page/")).navigation
    assert [(link.text, link.current) for link in group.links] == [("Hôm nay", False), ("Theo dõi", True)]


def test_the_people_see_no_account(an: Actor, client_of: ClientOf, client: Client) -> None:
    shell = shell_of(client_of(an).get("/suoi-lanh/page/"))
    assert (shell.user_name, shell.navigation, shell.sign_out_href) == ("", (), "")
    assert [link.href for link in shell.topics] == ["/suoi-lanh/page/"]
    assert shell.sign_in_href == "/account/sign-in/?next=/console/suoi-lanh/"


@pytest.mark.parametrize("is_demo", [True, False])
def test_a_demonstration_says_so_on_every_page(
    locality: Locality, an: Actor, client_of: ClientOf, is_demo: bool
) -> None:
    Locality.objects.update(is_demo=is_demo)
    for path in ("/suoi-lanh/page/", "/console/suoi-lanh/page/"):
        assert ("Dữ liệu minh họa" in client_of(an).get(path).content.decode()) is is_demo


def test_each_page_offers_the_other_language(locality: Locality, client: Client) -> None:
    assert [(link.text, link.href) for link in shell_of(client.get("/suoi-lanh/page/")).foot_links] == [
        ("English", "/language/en/")
    ]
