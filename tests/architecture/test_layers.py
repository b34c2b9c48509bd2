"""Imports only go down, and nothing hides inside a function."""

import ast
import subprocess
import sys

from tests.architecture.sources import ROOT, imported, nodes, place, top_level

COMPOSITION = {"config/apps.py"}
"""Where an import has to wait until every app is loaded."""

PURE = {"rules", "terms", "reader"}
"""Modules and folders that know neither database nor pages."""

ONLY_STANDARD = {*sys.stdlib_module_names, "nghedan"}


def test_import_contracts_are_kept() -> None:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": "", "NO_COLOR": "1", "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_import_of_ours_hides_inside_a_function() -> None:
    hidden = [
        place(path, inner)
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and path not in COMPOSITION
        for inner in ast.walk(node)
        if any(top_level(name) == "nghedan" for name in imported(inner))
    ]
    assert hidden == []


def test_kernel_needs_the_standard_library_only() -> None:
    foreign = [
        f"{path}: {name}"
        for path, node in nodes("kernel")
        for name in imported(node)
        if top_level(name) not in ONLY_STANDARD
    ]
    assert foreign == []


def test_rules_terms_and_reader_know_no_django() -> None:
    knowing = [
        f"{path}: {name}"
        for path, node in nodes("domain", "foundation")
        if PURE & set(path.removesuffix(".py").split("/"))
        for name in imported(node)
        if top_level(name) == "django" or name.startswith("nghedan.foundation.db") or name.endswith(".models")
    ]
    assert knowing == []


def test_foundation_has_no_word_of_the_dialogue() -> None:
    """Names in code, not prose: what is below must not know what stands on it."""
    words = ("dialogue", "conference", "petition", "hamlet_head")
    spoken = [
        f"{place(path, node)} {name}"
        for path, node in nodes("foundation", "kernel")
        for name in _names(node)
        if any(word in name.lower() for word in words)
    ]
    assert spoken == []


def _names(node: ast.AST) -> list[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Attribute(attr=name) | ast.Name(id=name):
            return [name]
    return []
