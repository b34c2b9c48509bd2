"""Nothing changes but through the door."""

import ast

from tests.architecture.sources import dotted, modules, nodes, place

DOOR = "foundation/transitions/"
WRITES = {"save", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES_OF_QUERIES = {"create", "update"}
DRAFTS_ENTRIES_ITSELF = {"foundation/accounts/services/passwords.py": "an account belongs to no locality"}


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []


def test_only_the_door_sets_a_state() -> None:
    found = [
        place(path, node)
        for path, node in nodes()
        for target in _targets(node)
        if isinstance(target, ast.Attribute) and target.attr == "state" and not path.startswith(DOOR)
    ]
    assert found == []


def test_no_query_sets_a_state_beside_the_door() -> None:
    found = [
        place(path, node)
        for path, node in nodes()
        if isinstance(node, ast.Call) and dotted(node.func).endswith(".update") and not path.startswith(DOOR)
        if any(keyword.arg == "state" for keyword in node.keywords)
    ]
    assert found == []


def test_neither_pages_nor_the_domain_write_rows_themselves() -> None:
    found = []
    for path, node in nodes("interfaces", "domain"):
        if isinstance(node, ast.Call):
            *receiver, name = dotted(node.func).split(".")
            if (name in WRITES and receiver) or (name in WRITES_OF_QUERIES and "objects" in receiver):
                found.append(f"{place(path, node)} {dotted(node.func)}")
    assert found == []


def test_who_acts_is_named_first_and_never_missing() -> None:
    """A deed takes ``actor: Actor`` by keyword, before everything else, without a default."""
    wrong = [
        f"{place(path, node)} {node.name}"
        for path, tree in modules("domain", "foundation").items()
        if "/services" in path
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and "actor" in [argument.arg for argument in node.args.kwonlyargs]
        if (node.args.kwonlyargs[0].arg, ast.unparse(node.args.kwonlyargs[0].annotation or node)) != ("actor", "Actor")
        or node.args.kw_defaults[0] is not None
    ]
    assert wrong == []


def test_entries_of_the_journal_are_drafted_by_the_door() -> None:
    drafting = {
        path
        for path, node in nodes()
        if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] == "draft_entry"
    }
    below = {path for path in drafting if path.startswith((DOOR, "foundation/journal/"))}
    assert drafting - below == set(DRAFTS_ENTRIES_ITSELF)
