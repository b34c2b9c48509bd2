from pathlib import Path

import pytest

from nghedan.config import env
from tools import build_reference
from tools.build_reference import built, main

STALE = "# Page\n<!-- generated: settings -->\nold\n<!-- end -->\nrest\n"


def test_a_block_is_filled_and_the_rest_left_alone() -> None:
    page = built(STALE)
    assert page.startswith("# Page\n<!-- generated: settings -->\n| Variable | Default | Meaning |\n")
    assert page.endswith("|\n<!-- end -->\nrest\n")
    assert page.count("| `NGHEDAN_") == len(env.VARIABLES)
    assert built(page) == page


def test_an_unknown_block_is_an_error() -> None:
    with pytest.raises(KeyError):
        built("<!-- generated: weather -->\n<!-- end -->")


def test_check_finds_what_building_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_reference, "DOCS", tmp_path)
    (tmp_path / "settings.md").write_text(STALE, encoding="utf-8")
    assert main(["--check"]) == 1
    assert (tmp_path / "settings.md").read_text(encoding="utf-8") == STALE
    assert main([]) == 0
    assert main(["--check"]) == 0
