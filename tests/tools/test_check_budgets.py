from pathlib import Path

from tools.check_budgets import excesses, main


def write(file: Path, lines: int, first: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([first, *["    x = 1"] * (lines - 1)] if first else ["x = 1"] * lines), encoding="utf-8")


def test_files_functions_and_templates_at_their_budget_pass(tmp_path: Path) -> None:
    write(tmp_path / "src" / "a.py", 400)
    write(tmp_path / "src" / "b.py", 60, "def f():")
    write(tmp_path / "src" / "templates" / "c.html", 120)
    write(tmp_path / "tests" / "d.py", 500)
    assert list(excesses(tmp_path)) == []
    assert main([str(tmp_path)]) == 0


def test_one_line_more_is_told(tmp_path: Path) -> None:
    write(tmp_path / "src" / "a.py", 401)
    write(tmp_path / "src" / "b.py", 61, "def f():")
    write(tmp_path / "src" / "templates" / "c.html", 121)
    write(tmp_path / "tests" / "d.py", 501)
    assert sorted(excesses(tmp_path)) == [
        "src/a.py: 401 lines, at most 400",
        "src/b.py:1: f has 61 lines, at most 60",
        "src/templates/c.html: 121 lines, at most 120",
        "tests/d.py: 501 lines, at most 500",
    ]
    assert main([str(tmp_path)]) == 1


def test_migrations_and_long_tables_of_tests_are_let_be(tmp_path: Path) -> None:
    write(tmp_path / "src" / "migrations" / "0001.py", 900)
    write(tmp_path / "tests" / "b.py", 90, "def f():")
    assert list(excesses(tmp_path)) == []
