from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from nghedan.config import env
from nghedan.config import roles as role_table
from nghedan.domain.dialogues.workflow import DIALOGUE
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.actor import PUBLIC_ROLE
from nghedan.foundation.access.catalogue import PERMISSIONS
from nghedan.foundation.transitions.machines import machines
from tools import build_reference
from tools.build_reference import built, main
from tools.reference import diagrams, glossary, rules
from tools.reference.markdown import table

STALE = "# Page\n<!-- generated: settings -->\nold\n<!-- end -->\nrest\n"


def rows(markdown: str) -> list[list[str]]:
    """Return the cells of a table's rows, its head left out."""
    lines = [line for line in markdown.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


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


def test_a_bar_in_a_cell_does_not_break_the_table_and_nothing_is_a_dash() -> None:
    assert table(("A", "B"), [("x|y", "")]) == "| A | B |\n|---|---|\n| x\\|y | – |"


def test_a_table_or_word_without_vietnamese_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_reference, "DOCS", tmp_path)
    assert (glossary.faults(), main([])) == ([], 0)
    monkeypatch.delitem(Plan._meta.original_attrs, "verbose_name")
    monkeypatch.setattr(PlanState.SIGNED, "label", "")
    assert main(["--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "no Vietnamese name: plans.Plan",
        "no Vietnamese name: PlanState.SIGNED",
    ]


def test_the_glossary_has_every_table_word_and_right() -> None:
    ours = [model._meta.label for model in apps.get_models() if model.__module__.startswith("nghedan.")]
    assert [cells[1] for cells in rows(glossary.models_table())] == [f"`{label}`" for label in ours]
    words = [f"`{member.value}`" if member.value else "–" for term in glossary.our_terms() for member in term]
    told = [cells[1] for cells in rows(glossary.terms_tables()) if cells[1] != "Code"]
    assert told == words
    assert [cells[1] for cells in rows(glossary.permissions_table())] == [f"`{code}`" for code in PERMISSIONS]


def test_a_right_that_is_a_move_says_from_where_to_where() -> None:
    uses = {cells[1]: cells[2] for cells in rows(glossary.permissions_table())}
    assert uses["`plan.draft`"] == "∅ → Dự thảo"
    assert uses["`plan.submit`"] == "Dự thảo, Đang điều chỉnh → Đã trình ký"
    assert uses["`plan.view`"] == "to see"
    assert uses["`delegation.begin`"] == "∅ → đã ủy quyền; only where `_holds_it_in_own_right`"


def test_a_limit_stands_once_with_all_it_binds() -> None:
    notice = [cells for cells in rows(rules.deadlines_table()) if cells[1] == "`dialogue.notice`"]
    assert [cells[5:] for cells in notice] == [
        ["16/6/2025 – …", "Ủy ban nhân dân: xã, phường, đặc khu, thị trấn"],
        ["01/01/2016 – 15/6/2025", "Ủy ban nhân dân: xã, phường, đặc khu, thị trấn"],
    ]
    assert notice[0][2:4] == ["7 ngày trước ngày tổ chức hội nghị", "Luật định"]


def test_the_table_of_roles_is_that_of_the_code() -> None:
    columns = [*role_table.LABELS, PUBLIC_ROLE]
    shown = {
        (role, cells[0].rpartition("`")[0].rpartition("`")[2])
        for cells in rows(rules.roles_table())
        for role, mark in zip(columns, cells[1:], strict=True)
        if mark == "●"
    }
    assert shown == {(role, code) for role, codes in role_table.table().items() for code in codes}
    assert [cells[1] for cells in rows(rules.system_table())] == [f"`{code}`" for code in role_table.SYSTEM_ONLY]


def test_every_machine_is_drawn_or_listed_as_a_plain_record() -> None:
    governed: dict[type[Model], str] = {model: machine.subject for model, machine in machines().items()}
    drawn = [
        line.rpartition("(`")[2].rstrip("`)") for line in diagrams.life_cycles().splitlines() if line[:4] == "### "
    ]
    plain = [cells[1].strip("`") for cells in rows(diagrams.plain_records())]
    assert sorted(drawn + plain) == sorted(governed.values())
    assert DIALOGUE.subject in drawn
    assert "    planned --> postponed: Hoãn hội nghị" in diagrams.life_cycles().splitlines()
