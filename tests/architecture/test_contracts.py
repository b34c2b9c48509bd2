"""The documentation and the budgets hold."""

from nghedan.config import env
from tests.architecture.sources import ROOT
from tools import build_reference, check_budgets


def test_every_environment_variable_is_in_the_operators_page() -> None:
    page = (ROOT / "docs" / "operate" / "settings.md").read_text(encoding="utf-8")
    assert [one.name for one in env.VARIABLES if f"| `{one.name}` |" not in page] == []
    assert build_reference.built(page) == page


def test_nothing_outgrew_its_budget() -> None:
    assert list(check_budgets.excesses(ROOT)) == []
