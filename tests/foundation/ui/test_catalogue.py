"""Every component, in every state, as a page a browser, a keyboard and a screen reader can use."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import RequestFactory

from nghedan.foundation import ui
from nghedan.foundation.ui.catalogue import views
from nghedan.foundation.ui.templatetags.ui import register
from tests.foundation.ui.markup import Page

pytestmark = pytest.mark.urls("tests.foundation.ui.urls")

FOLDER = Path(ui.__file__).parent
STYLES = (FOLDER / "static/ui/theme.css").read_text()
HOOKS = {"govuk-js-character-count"}
WRAPPERS = {"govuk-radios", "govuk-checkboxes", "moj-timeline__header"}  # of the originals, for their scripts
VIEWS = {
    "components": views.components,
    "staff": views.staff_page,
    "citizens": views.citizens_page,
    "question": views.question_page,
}


@pytest.fixture(params=VIEWS)
def page(request):
    response = VIEWS[request.param](RequestFactory().get("/_ui/"))
    assert response.status_code == 200
    return Page(response.content.decode())


def test_nesting_is_valid(page):
    assert page.faults == []


def test_nothing_is_inline(page):
    assert page.all("style") == []
    assert [script for script in page.all("script") if "src" not in script.attrs or script.text.strip()] == []
    names = {name for element in page.elements for name in element.attrs}
    assert {name for name in names if name == "style" or name.startswith(("on", "hx-on"))} == set()
    assert [
        a for a in page.all("a", "form") if "javascript:" in (a.attrs.get("href", "") + a.attrs.get("action", ""))
    ] == []


def test_ids_are_unique(page):
    ids = page.ids()
    assert sorted(ids) == sorted(set(ids))


def test_references_lead_somewhere(page):
    ids = set(page.ids())
    for element in page.elements:
        for name in ("for", "aria-describedby", "aria-labelledby", "data-copy", "data-copied", "data-opens"):
            assert set(element.attrs.get(name, "").split()) <= ids, element
        href = element.attrs.get("href", "")
        assert not re.fullmatch(r"#.+", href) or href[1:] in ids, element


def test_every_control_has_a_label(page):
    labelled = {label.attrs["for"] for label in page.all("label")}
    controls = [control for control in page.all("input", "select", "textarea") if control.attrs.get("type") != "hidden"]
    assert [control.attrs for control in controls if control.attrs["id"] not in labelled] == []


def test_choices_stand_in_a_group_with_a_legend(page):
    choices = [choice for choice in page.all("input") if choice.attrs.get("type") == "radio"]
    assert all("fieldset" in choice.inside for choice in choices)
    assert len(page.all("fieldset")) == len(page.all("legend"))


def test_headings_begin_with_one_and_leave_no_level_out(page):
    beside = {"dialog", "nav"}
    headings = [heading for heading in page.all("h1", "h2", "h3", "h4") if not beside & set(heading.inside)]
    levels = [int(item.tag[1]) for item in headings if item.attrs["class"] != "govuk-error-summary__title"]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_class_is_styled(page):
    unknown = {name for name in page.classes() - HOOKS if not re.search(rf"\.{re.escape(name)}(?![\w-])", STYLES)}
    assert unknown - WRAPPERS == set()


def test_page_says_its_language_and_has_landmarks(page):
    assert page.all("html")[0].attrs["lang"] == "vi"
    assert [len(page.all(tag)) for tag in ("main", "header", "footer")] == [1, 1, 1]
    skip = page.all("a")[0].attrs
    assert (skip["class"], skip["href"]) == ("govuk-skip-link", f"#{page.all('main')[0].attrs['id']}")


def test_htmx_may_neither_evaluate_nor_style(page):
    (config,) = [meta.attrs["content"] for meta in page.all("meta") if meta.attrs.get("name") == "htmx-config"]
    assert json.loads(config) == {
        "includeIndicatorStyles": False,
        "allowEval": False,
        "selfRequestsOnly": True,
        "responseHandling": [{"code": "204", "swap": False}, {"code": ".*", "swap": True}],
    }


def test_catalogue_shows_every_tag_and_filter():
    shown = "\n".join(path.read_text() for path in (FOLDER / "templates/ui/catalogue").glob("*.html"))
    shown += (FOLDER / "templates/ui/console.html").read_text()
    assert {name for name in register.tags if not re.search(rf"{{%-? {name}\b", shown)} == set()
    assert {name for name in register.filters if f"|{name}" not in shown} == set()


def test_every_component_has_a_tag():
    templates = {path.stem for path in (FOLDER / "templates/ui/components").glob("*.html")}
    assert templates == set(register.tags) - {"question"}


def test_every_tag_is_in_the_developers_guide():
    guide = (Path(__file__).parents[3] / "docs/develop/ui.md").read_text()
    assert {name for name in {*register.tags, *register.filters} if f"`{name}`" not in guide} == set()
