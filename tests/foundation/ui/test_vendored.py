"""What is vendored is what was built, with its licence; nothing in it reaches out of the installation."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from nghedan.foundation import ui

STATIC = Path(ui.__file__).parent / "static" / "ui"
ENTRIES = json.loads((STATIC / "VENDORED.json").read_text())
BY_HAND = {"VENDORED.json", "images/mark.svg", "images/mark-light.svg", "js/app.js", "js/supported.js"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_vendored_file_matches_its_digest_and_has_a_licence(entry):
    assert hashlib.sha256((STATIC / entry["name"]).read_bytes()).hexdigest() == entry["sha256"]
    for source in entry["sources"]:
        assert re.fullmatch(r"\d+\.\d+\.\d+", source["version"])
        assert (STATIC / source["licence"]).read_text().strip()


def test_every_file_is_vendored_a_licence_or_ours():
    files = {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file()}
    licences = {source["licence"] for entry in ENTRIES for source in entry["sources"]}
    assert files == {entry["name"] for entry in ENTRIES} | licences | BY_HAND


SCRIPTS_AND_STYLES = ["theme.css", "vendor/frontend.js", "vendor/htmx.min.js", "js/app.js", "js/supported.js"]


@pytest.mark.parametrize("name", SCRIPTS_AND_STYLES)
def test_assets_have_no_source_map(name):
    assert "sourceMappingURL" not in (STATIC / name).read_text()


def test_style_sheet_loads_only_files_beside_it():
    addresses = set(re.findall(r"url\([\"']?([^)\"']+)", (STATIC / "theme.css").read_text()))
    assert addresses and all((STATIC / address).is_file() for address in addresses)
    assert "@import" not in (STATIC / "theme.css").read_text()


def test_style_sheet_stays_small():
    assert len(gzip.compress((STATIC / "theme.css").read_bytes())) < 24_000
