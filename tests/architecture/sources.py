"""The sources as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "nghedan"


@cache
def modules(*under: str) -> dict[str, ast.Module]:
    """Return path (from ``src/nghedan``) -> tree of every module under the folders, all when none is named.

    Migrations are left out.
    """
    files = (file for file in sorted(PACKAGE.rglob("*.py")) if "migrations" not in file.parts)
    named = ((file.relative_to(PACKAGE).as_posix(), file) for file in files)
    return {
        path: ast.parse(file.read_text(encoding="utf-8"))
        for path, file in named
        if not under or path.startswith(tuple(f"{folder}/" for folder in under))
    }


def nodes(*under: str) -> Iterator[tuple[str, ast.AST]]:
    """Yield path and node of every node in the modules under the folders."""
    for path, tree in modules(*under).items():
        for node in ast.walk(tree):
            yield path, node


def place(path: str, node: ast.AST) -> str:
    """Return "path:line"."""
    return f"{path}:{getattr(node, 'lineno', 0)}"


def imported(node: ast.AST) -> list[str]:
    """Return the modules an import statement names; nothing for any other node."""
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def top_level(module: str) -> str:
    """Return the package a module belongs to."""
    return module.partition(".")[0]


def dotted(node: ast.AST) -> str:
    """Return "a.b.c" for such an expression, calls passed through; what stands at its root may be missing."""
    match node:
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case ast.Call(func=func):
            return dotted(func)
        case ast.Subscript(value=value):
            return dotted(value)
        case ast.Name(id=name):
            return name
    return ""
