"""What people read: Vietnamese source text, marked for translation. That the English is whole, tests/tools proves."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import PACKAGE, nodes, place

MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{[\w.!:]*\}|\b[a-z-]+=\S*|\b[A-Z][A-Z_]{3,}\b|<[^>]*>|&\w+;")
ENGLISH = frozenset(
    {
        "and", "are", "been", "cannot", "could", "does", "enter", "error", "everything", "field", "first", "from",
        "have", "invalid", "is", "its", "last", "list", "must", "not", "of", "only", "or", "please", "required", "save",
        "search", "should", "such", "than", "that", "the", "their", "then", "there", "these", "this", "until", "user",
        "was", "were", "what", "when", "which", "will", "with", "without", "you", "your",
    }
)  # fmt: skip
"""English words that no Vietnamese sentence holds."""

NAMES = {"Django", "PostgreSQL", "Python", "SQLite", "Windows", "Zalo", "Markdown", "Word", "PDF", "DOCX", "TXT"}
SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
"""A Vietnamese syllable that carries no mark."""

TRANSLATED = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
QUOTED = re.compile(r"""\{%\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')""")
SPOKEN = re.compile(r"""\s(?:aria-label|alt|placeholder|title)=("[^"]*"|'[^']*')""")
SYNTAX = re.compile(r"\{#.*?#\}|\{%\s*comment\s*%\}.*?\{%\s*endcomment\s*%\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TYPED = re.compile(r"<(code|kbd|pre)\b.*?</\1>", re.DOTALL)
"""What people are to type or to press, the same in every language."""

MARKUP = re.compile(r"\bnd-[\w-]+|<!--.*?-->|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|&[#\w]+;", re.DOTALL)


def _templates() -> dict[str, str]:
    files = sorted(file for file in PACKAGE.rglob("*.html") if "templates" in file.parts)
    return {file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _sources() -> Iterator[tuple[str, str]]:
    """Yield place and text of everything marked for translation, in modules and templates."""
    for path, node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            texts = texts[1:] if node.func.id in WITH_CONTEXT else texts
            yield from ((place(path, node), text) for text in texts if isinstance(text, str))
    for path, text in _templates().items():
        yield from ((path, first or second) for first, second in QUOTED.findall(text))
        for block in TRANSLATED.findall(text):
            yield path, MARKUP.sub(" ", SYNTAX.sub(" ", block))


def _is_vietnamese(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", PLACEHOLDER.sub(" ", text))
    if any(word.lower() in ENGLISH for word in words):
        return False
    if any(not word.isascii() for word in words):
        return True
    return all(word in NAMES or SYLLABLE.fullmatch(word) or word in {"T", "CN"} for word in words)


def test_every_source_text_is_vietnamese() -> None:
    sources = list(_sources())
    assert len(sources) > 500
    assert [f"{where}: {text!r}" for where, text in sources if not _is_vietnamese(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lưu kế hoạch", True),
        ("%(name)s (/%(slug)s/)", True),
        ("Save the plan", False),
        ("Không tìm thấy this plan", False),
        ("Plans", False),
        ("Ghi", True),
        ("Edit", False),
    ],
)
def test_what_counts_as_vietnamese(text: str, expected: bool) -> None:
    assert _is_vietnamese(text) is expected


def test_templates_show_no_text_that_is_not_marked() -> None:
    """The catalogue of components, a page for developers, is left out."""
    bare = []
    for path, text in _templates().items():
        if "/catalogue/" in path:
            continue
        rest = SYNTAX.sub("", TYPED.sub(" ", TRANSLATED.sub(" ", text)))
        spoken = [value for value in SPOKEN.findall(rest) if re.search(r"[^\W\d_]", value)]
        shown = re.findall(r"[^\W\d_]{2,}", MARKUP.sub(" ", rest))
        bare += [f"{path}: {word}" for word in (*spoken, *shown)]
    assert bare == []


def test_nobody_is_addressed_with_a_pronoun() -> None:
    pronoun = re.compile(r"\bbạn\b(?! đời| bè| hàng)", re.IGNORECASE)
    assert [f"{where}: {text!r}" for where, text in _sources() if pronoun.search(text)] == []
