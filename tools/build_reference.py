"""Tables of the documentation that are generated from the code.

    python tools/build_reference.py          writes them
    python tools/build_reference.py --check  exits 1 when one is not as the code has it

A table stands in a page of ``docs`` between ``<!-- generated: NAME -->`` and ``<!-- end -->``.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from nghedan.config import env

DOCS = Path(__file__).resolve().parent.parent / "docs"
BLOCK = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def settings_table() -> str:
    """Return every environment variable with its default and its meaning."""
    rows = [f"| `{one.name}` | {f'`{one.default}`' if one.default else '–'} | {one.help} |" for one in env.VARIABLES]
    return "\n".join(["| Variable | Default | Meaning |", "|---|---|---|", *rows])


TABLES: dict[str, Callable[[], str]] = {"settings": settings_table}


def built(text: str) -> str:
    """Return a page with every block filled from the code. Raises KeyError for a block nobody builds."""
    return BLOCK.sub(lambda block: f"{block.group(1)}{TABLES[block.group('name')]()}\n{block.group(3)}", text)


def main(arguments: list[str]) -> int:
    stale = []
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if built(text) != text:
            stale.append(page.relative_to(DOCS))
            if "--check" not in arguments:
                page.write_text(built(text), encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'stale' if '--check' in arguments else 'written'}: docs/{name}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
