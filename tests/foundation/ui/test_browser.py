"""The catalogue in a real browser: a quiet console under the content policy, no sideways scrolling, nothing for axe.

Served without a database, since the catalogue asks none; so the browser's event loop is in nobody's way.
"""

import shutil
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import axe_core_python
import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler

CHROMIUM = shutil.which("chromium")
AXE = next(Path(axe_core_python.__file__).parent.rglob("axe.min.js"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [320, 360, 768, 1024, 1366, 1920]
PAGES = ["", "staff/", "citizens/", "question/"]

pytestmark = [
    pytest.mark.journey,
    pytest.mark.urls("tests.foundation.ui.urls"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, *_arguments):
        pass


@pytest.fixture
def address():
    application = StaticFilesHandler(WSGIHandler())
    with make_server("127.0.0.1", 0, application, Server, Silent) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/_ui/"
        server.shutdown()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_quiet_and_fits(browser, address, name):
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + name)
    assert page.url == address + name
    assert page.evaluate("document.fonts.load('600 16px \"Be Vietnam Pro\"', 'Ế').then(found => found.length)") == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert said == []
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible(browser, address, name):
    context = browser.new_context(bypass_csp=True, viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.goto(address + name)
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found["violations"]] == []
    context.close()


def test_keys_lead_to_search_and_to_themselves(browser, address):
    page = browser.new_page()
    page.goto(address + "staff/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "tim-kiem"
    page.keyboard.type("/?")
    assert (page.input_value("#tim-kiem"), page.is_visible("#phim-tat")) == ("/?", False)
    page.click("h1")
    page.keyboard.press("?")
    assert page.is_visible("#phim-tat")
    page.keyboard.press("Escape")
    assert not page.is_visible("#phim-tat")
    page.close()


def test_text_is_copied_without_the_clipboard_interface(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.click("[data-copy='tin-nhan']")
    assert page.is_visible("#tin-nhan-xong")
    page.focus("#trong_title")
    page.keyboard.press("Control+V")
    assert page.input_value("#trong_title") == page.input_value("#tin-nhan")
    page.close()


def test_everything_can_be_read_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address)
    assert not page.is_visible("[data-copy='tin-nhan']")
    assert page.is_visible("input[type=file] >> nth=0")
    assert page.is_visible("text=Xem kết quả")
    context.close()
