"""Budgets of size: a file, a function, a template that outgrows its budget is to be divided.

    python tools/check_budgets.py [ROOT]

prints every excess and exits 1 when there is one.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 400
TEST_FILE_LINES = 500
FUNCTION_LINES = 60
TEMPLATE_LINES = 120
GENERATED = {"migrations"}


def excesses(root: Path) -> Iterator[str]:
    """Yield one line for every file, function and template under ``root`` that is too long."""
    for folder, most in (("src", FILE_LINES), ("tools", FILE_LINES), ("bench", FILE_LINES), ("tests", TEST_FILE_LINES)):
        for file in _files(root / folder, "*.py"):
            yield from _long_file(file, root, most)
            if folder != "tests":  # a test may hold a long table of cases
                yield from _long_functions(file, root)
    for template in _files(root / "src", "*.html"):
        count = len(template.read_text(encoding="utf-8").splitlines())
        if "templates" in template.parts and count > TEMPLATE_LINES:
            yield f"{template.relative_to(root)}: {count} lines, at most {TEMPLATE_LINES}"


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(file for file in folder.rglob(pattern) if not GENERATED & set(file.parts))


def _long_file(file: Path, root: Path, most: int) -> Iterator[str]:
    count = len(file.read_text(encoding="utf-8").splitlines())
    if count > most:
        yield f"{file.relative_to(root)}: {count} lines, at most {most}"


def _long_functions(file: Path, root: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            place = f"{file.relative_to(root)}:{node.lineno}"
            if length > FUNCTION_LINES:
                yield f"{place}: {node.name} has {length} lines, at most {FUNCTION_LINES}"


def main(arguments: list[str]) -> int:
    found = list(excesses(Path(arguments[0]) if arguments else Path()))
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
