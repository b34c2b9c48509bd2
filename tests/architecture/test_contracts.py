"""The layers, the documentation and the budgets hold."""

import subprocess
import sys
from pathlib import Path

from nghedan.config import env
from tools import build_reference, check_budgets

ROOT = Path(__file__).resolve().parents[2]


def test_imports_only_go_down() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(lint), "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_every_environment_variable_is_in_the_operators_page() -> None:
    page = (ROOT / "docs" / "operate" / "settings.md").read_text(encoding="utf-8")
    assert [one.name for one in env.VARIABLES if f"| `{one.name}` |" not in page] == []
    assert build_reference.built(page) == page


def test_nothing_outgrew_its_budget() -> None:
    assert list(check_budgets.excesses(ROOT)) == []
