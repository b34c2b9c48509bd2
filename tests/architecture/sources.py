"""The sources as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"
PACKAGE = SRC / "nghedan"


@cache
def trees() -> dict[str, ast.Module]:
    """Return path (from ``src/nghedan``) -> tree of every module that is not a migration."""
    files = (file for file in sorted(PACKAGE.rglob("*.py")) if "migrations" not in file.parts)
    return {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def nodes(kind: type[ast.AST], under: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Yield "path:line" and node of every node of a kind in the modules under a folder."""
    for path, tree in trees().items():
        if path.startswith(under):
            for node in ast.walk(tree):
                if isinstance(node, kind):
                    yield f"{path}:{getattr(node, 'lineno', 0)}", node


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
