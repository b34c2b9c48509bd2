"""The documentation and the budgets hold."""

import re

from nghedan.config import env
from tests.architecture.sources import ROOT
from tools import build_reference, check_budgets
from tools.reference import glossary


def test_every_environment_variable_is_in_the_operators_page() -> None:
    page = (ROOT / "docs" / "operate" / "settings.md").read_text(encoding="utf-8")
    assert [one.name for one in env.VARIABLES if f"| `{one.name}` |" not in page] == []
    assert build_reference.built(page) == page


def test_every_generated_part_of_the_documentation_is_as_the_code_has_it() -> None:
    pages = sorted((ROOT / "docs").rglob("*.md"))
    texts = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in pages}
    assert [name for name, text in texts.items() if build_reference.built(text) != text] == []
    used = {block["name"] for text in texts.values() for block in build_reference.BLOCK.finditer(text)}
    assert used == set(build_reference.PARTS)


def test_everything_people_read_about_has_a_vietnamese_name() -> None:
    assert glossary.faults() == []


def test_every_link_between_our_pages_leads_somewhere() -> None:
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "changelog").glob("*.md")]
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists() and not target.endswith(".png")
    ]
    assert dead == []


def test_every_module_the_documentation_names_is_there() -> None:
    named = re.compile(r"`((?:src|tests|tools|bench|docs|changelog)/[\w./-]*[\w/])`")
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in named.findall(page.read_text(encoding="utf-8"))
        if not (ROOT / target).exists()
    ]
    assert missing == []


def test_every_test_the_documentation_names_is_there() -> None:
    named = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
    missing = [
        f"{page.relative_to(ROOT)}: {file}::{test}"
        for page in (ROOT / "docs").rglob("*.md")
        for file, test in named.findall(page.read_text(encoding="utf-8"))
        if not (ROOT / file).exists() or f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert missing == []


def test_nothing_outgrew_its_budget() -> None:
    assert list(check_budgets.excesses(ROOT)) == []
