"""Nothing changes but through the door."""

import ast

from tests.architecture.sources import dotted, nodes

DOOR = "foundation/transitions/"
WRITES = {"save", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES_OF_QUERIES = {"create", "update"}


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []


def test_only_the_door_sets_a_state() -> None:
    found = [
        place
        for kind in (ast.Assign, ast.AugAssign, ast.AnnAssign)
        for place, node in nodes(kind)
        for target in _targets(node)
        if isinstance(target, ast.Attribute) and target.attr == "state" and not place.startswith(DOOR)
    ]
    assert found == []


def test_interfaces_write_nothing_by_themselves() -> None:
    found = []
    for place, node in nodes(ast.Call, "interfaces/"):
        assert isinstance(node, ast.Call)
        *receiver, name = dotted(node.func).split(".")
        if (name in WRITES and receiver) or (name in WRITES_OF_QUERIES and "objects" in receiver):
            found.append(f"{place} {dotted(node.func)}")
    assert [place for place in found if "form.save" not in place] == []


def test_the_journal_is_written_by_the_door_and_by_deeds_on_accounts_only() -> None:
    found = {
        place.partition(":")[0]
        for place, node in nodes(ast.Call)
        if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in {"draft_entry", "append_entries"}
    }
    assert {path for path in found if not path.startswith(("foundation/transitions/", "foundation/journal/"))} <= {
        "foundation/accounts/services/passwords.py",
        "foundation/identities/services.py",
        "foundation/attachments/services.py",
        "foundation/deadlines/services.py",
    }
