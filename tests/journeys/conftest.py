"""One server and one browser for all journeys of a process; a locality of its own for each journey."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytest.register_assert_rewrite("tests.journeys.site", "tests.journeys.visitor")

from tests.journeys.site import TODAY, Site, running  # noqa: E402
from tests.journeys.visitor import DESK, Visitor  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name == "journeys":
            item.add_marker(pytest.mark.journey)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("journeys") / "data") as site:
        yield site


@pytest.fixture
def site(_site: Site) -> Iterator[Site]:
    """The server, on a Tuesday four weeks before Tết 2026."""
    _site.set_day(TODAY)
    yield _site


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(site: Site, browser: Any) -> Iterator[Visit]:
    """Return a function that opens a browser for one more person."""
    visitors = []

    def open_browser(at: Site = site, **options: Any) -> Visitor:
        viewport = {"width": DESK, "height": 768}
        context = browser.new_context(**{"locale": "vi-VN", "viewport": viewport, "accept_downloads": True, **options})
        visitors.append(Visitor(at, context))
        return visitors[-1]

    yield open_browser
    for visitor in visitors:
        visitor.leave()
