"""What people read: Vietnamese source text, marked for translation. That the English is whole, tests/tools proves."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import PACKAGE, modules, nodes, place

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

INSTEAD = {
    r"\bhãy\b": "xin",
    r"\bmã kiểm\b(?! tra)": "mã kiểm tra",
    r"\bghi thay\b": "nhập thay",
    r"\bmàn hình chủ trì\b": "màn hình người chủ trì",
    r"\bhệ thống\b(?! loa| truyền thanh)": "phần mềm",
    r"\bngười dùng ấn định\b": "cán bộ ấn định",
    r"\bmaket\b": "ma-két",
    r"\bthư (?:cần|đã) trao\b": "thư cần chuyển tận tay",
    r"\bđã (?:được )?nhắc\b(?!, đôn đốc)": "đã đôn đốc: a unit is urged by people, reminded by the software alone",
}
"""Words that are not said -> the one that is: one term stands for one thing."""

ANSWERS = {"Refused", "Invalid", "Conflict"}
NEEDS_NO_HELP = {
    "Chưa trình ký được: %(missing)s",
    "Không còn ai chờ phát biểu.",
    "Người đứng đầu được xem trước 24 giờ: công khai được từ %(when)s, hoặc ngay khi người đứng đầu đồng ý.",
    "Đã ghi nhận câu trả lời đến người này; không cần ghi nữa.",
    "Đại biểu này đã được ghi có mặt; không cần ghi nữa.",
}
"""Refusals after which nothing is to be done, or which say it in the sentences they hold."""

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


def test_one_word_stands_for_one_thing() -> None:
    wrong = {re.compile(pattern, re.IGNORECASE): said for pattern, said in INSTEAD.items()}
    found = [
        f"{where}: {text!r}: {said}" for where, text in _sources() for bad, said in wrong.items() if bad.search(text)
    ]
    assert found == []


def _marked_constants(tree: ast.Module) -> dict[str, str]:
    """Return name -> sentence of what a module marks for translation at its top."""
    return {
        target.id: node.value.args[0].value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and node.value.args
        if isinstance(node.value.args[0], ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _refusals() -> Iterator[tuple[str, str]]:
    """Yield place and sentence of every refusal in the domain that is written out or named."""
    named = {path: _marked_constants(tree) for path, tree in modules().items()}
    for path, tree in modules("domain").items():
        known = dict(named[path])
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                source = named.get(node.module.removeprefix("nghedan.").replace(".", "/") + ".py", {})
                known |= {
                    alias.asname or alias.name: source[alias.name] for alias in node.names if alias.name in source
                }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ANSWERS:
                yield from ((place(path, node), known[one.id]) for one in node.args if getattr(one, "id", "") in known)


def test_a_refusal_says_what_to_do_next() -> None:
    refusals = list(_refusals())
    assert len(refusals) > 150
    silent = [
        f"{where}: {text!r}" for where, text in refusals if "xin" not in text.lower() and text not in NEEDS_NO_HELP
    ]
    assert silent == []
    assert not NEEDS_NO_HELP - {text for _where, text in refusals}
