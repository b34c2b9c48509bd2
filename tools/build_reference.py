"""Parts of the documentation that are generated from the code.

    python tools/build_reference.py          writes them
    python tools/build_reference.py --check  exits 1 when one is not as the code has it

Such a part stands in a page of ``docs`` between ``<!-- generated: NAME -->`` and ``<!-- end -->``. Both exit 1 when
something that people read about has no Vietnamese name.
"""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nghedan.config.settings.base")
django.setup()

from tools.reference import diagrams, glossary, rules  # noqa: E402  (they read the tables of links, filled by the set-up)

DOCS = Path(__file__).resolve().parent.parent / "docs"
BLOCK = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

PARTS: dict[str, Callable[[], str]] = {
    "settings": rules.settings_table,
    "deadlines": rules.deadlines_table,
    "documents": rules.documents_table,
    "document-formats": rules.formats_tables,
    "roles": rules.roles_table,
    "system-rights": rules.system_table,
    "sessions": rules.sessions_table,
    "models": glossary.models_table,
    "terms": glossary.terms_tables,
    "permissions": glossary.permissions_table,
    "life-cycles": diagrams.life_cycles,
    "plain-records": diagrams.plain_records,
}


def built(text: str) -> str:
    """Return a page with every block filled from the code. Raises KeyError for a block nobody builds."""
    return BLOCK.sub(lambda block: f"{block.group(1)}{PARTS[block.group('name')]()}\n{block.group(3)}", text)


def main(arguments: list[str]) -> int:
    nameless = glossary.faults()
    print("\n".join(nameless), end="\n" if nameless else "")
    stale = []
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if built(text) != text:
            stale.append(page.relative_to(DOCS))
            if "--check" not in arguments:
                page.write_text(built(text), encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'stale' if '--check' in arguments else 'written'}: docs/{name}")
    return 1 if nameless or (stale and "--check" in arguments) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
