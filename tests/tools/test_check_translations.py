import gettext
import io
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tools.check_translations import Entry, compiled, faults, main, marked, read_po, write, write_po

HEADER = "Language: en\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
CODE = """
from x import gettext as _, ngettext
NAME = _("Họ "
         "tên")
def said(count, text):
    _(text)
    return ngettext("%(n)s người", "%(n)s người", count)
"""
TEMPLATE = """
{% translate "Gửi 10%" as go %}{% button go title=_("Nút") %}
{% blocktranslate trimmed with who=name %}
  Kính gửi {{ who }},
  xin chào.
{% endblocktranslate %}
{% comment %}{% translate "Không ai thấy" %}{% endcomment %}
{% blocktranslate count n=total %}một thư{% plural %}{{ n }} thư{% endblocktranslate %}
"""
SOURCES = {
    "Họ tên": None,
    "%(n)s người": "%(n)s người",
    "Gửi 10%%": None,
    "Nút": None,
    "Kính gửi %(who)s, xin chào.": None,
    "một thư": "%(n)s thư",
}
ENGLISH = {
    "Họ tên": ("Full name",),
    "%(n)s người": ("%(n)s person", "%(n)s people"),
    "Gửi 10%%": ("Send 10%%",),
    "Nút": ("Button",),
    "Kính gửi %(who)s, xin chào.": ("Dear %(who)s,\nhello.",),
    "một thư": ("one letter", "%(n)s letters"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    package = tmp_path / "src" / "nghedan"
    (package / "templates" / "a").mkdir(parents=True)
    (package / "code.py").write_text(CODE, encoding="utf-8")
    (package / "templates" / "a" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    vietnamese = {"This field is required.": Entry("This field is required.", None, ("Chưa điền mục này.",))}
    for code, entries in (("en", translated()), ("vi", vietnamese)):
        po = catalogue(tmp_path, code)
        po.parent.mkdir(parents=True)
        po.write_text(write_po(HEADER, entries.values()), encoding="utf-8")
        write(po)
    return tmp_path


def catalogue(root: Path, code: str = "en") -> Path:
    return root / "src" / "nghedan" / "locale" / code / "LC_MESSAGES" / "django.po"


def translated() -> dict[str, Entry]:
    return {source: Entry(source, plural, ENGLISH[source]) for source, plural in SOURCES.items()}


def told(root: Path) -> list[str]:
    """What is said about the English catalogue, without the paths."""
    wanted = marked(root / "src" / "nghedan")
    return [line.split(": ", 1)[1] for line in faults(catalogue(root), wanted)]


def change(root: Path, old: str, new: str) -> None:
    po = catalogue(root)
    text = po.read_text(encoding="utf-8")
    assert old in text
    po.write_text(text.replace(old, new), encoding="utf-8")
    header, entries = read_po(po.read_text(encoding="utf-8"))
    po.with_suffix(".mo").write_bytes(compiled(header, entries.values()))


def test_every_way_of_marking_a_sentence_is_seen(root: Path) -> None:
    assert {source: entry.plural for source, entry in marked(root / "src" / "nghedan").items()} == SOURCES


def test_a_catalogue_reads_back_as_it_was_written() -> None:
    entries = {'Nói "có"\\ hết': Entry('Nói "có"\\ hết', None, ("Said\n“yes”",), ("# why",)), **translated()}
    assert read_po(write_po(HEADER, entries.values())) == (HEADER, entries)


def test_python_reads_what_was_compiled() -> None:
    entries = [*translated().values(), Entry("Chưa dịch", None, ("",))]
    english = gettext.GNUTranslations(io.BytesIO(compiled(HEADER, entries)))
    assert english.gettext("Họ tên") == "Full name"
    assert [english.ngettext("một thư", "%(n)s thư", count) for count in (1, 2)] == ["one letter", "%(n)s letters"]
    assert english.gettext("Chưa dịch") == "Chưa dịch"


def test_a_complete_translation_passes(root: Path) -> None:
    assert told(root) == []
    assert main([str(root)]) == 0


def test_a_new_sentence_is_missing_and_a_dropped_one_said_by_nobody(root: Path) -> None:
    (root / "src" / "nghedan" / "code.py").write_text('_("Mới")', encoding="utf-8")
    assert told(root) == ["missing: 'Mới'", "nobody says: 'Họ tên'", "nobody says: '%(n)s người'"]
    assert main([str(root)]) == 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"Full name"', '""', "not translated: 'Họ tên'"),
        ('"%(n)s people"', '""', "not translated: '%(n)s người'"),
        ("Dear %(who)s", "Dear %(name)s", "other places: 'Kính gửi %(who)s, xin chào.'"),
        ('"Send 10%%"', '"Send 10 per cent"', "other places: 'Gửi 10%%'"),
        ('"Button"', '"<b>Button</b>"', "other places: 'Nút'"),
    ],
)
def test_an_incomplete_translation_is_told(root: Path, old: str, new: str, fault: str) -> None:
    change(root, old, new)
    assert told(root) == [fault]


@pytest.mark.parametrize("undecided", ['#, fuzzy\nmsgid "Nút"\nmsgstr "Knob"\n', '#~ msgid "Cũ"\n#~ msgstr "Old"\n'])
def test_what_nobody_decided_about_is_told(root: Path, undecided: str) -> None:
    with catalogue(root).open("a", encoding="utf-8") as po:
        po.write(f"\n{undecided}")
    assert told(root) == [f"fuzzy or obsolete: {undecided.strip()}"]


def test_words_that_were_not_compiled_are_told(root: Path) -> None:
    po = catalogue(root)
    stale = po.with_suffix(".mo").read_bytes()
    change(root, '"Button"', '"Knob"')
    po.with_suffix(".mo").write_bytes(stale)
    assert told(root) == ["not what django.po says; run: python tools/check_translations.py --write"]
    po.with_suffix(".mo").unlink()
    assert len(told(root)) == 1


def test_the_vietnamese_catalogue_holds_only_what_the_libraries_say(root: Path) -> None:
    po = catalogue(root, "vi")
    po.write_text(write_po(HEADER, [Entry("Required, surely.", None, ("Cần.",))]), encoding="utf-8")
    write(po)
    assert list(faults(po)) == [f"{po}: nobody says: 'Required, surely.'"]


def test_writing_keeps_what_is_translated_and_compiles(root: Path) -> None:
    (root / "src" / "nghedan" / "code.py").write_text('_("Họ tên"), _("Mới")', encoding="utf-8")
    assert main([str(root), "--write"]) == 1
    assert told(root) == ["not translated: 'Mới'"]
    assert read_po(catalogue(root).read_text(encoding="utf-8"))[1]["Họ tên"].words == ("Full name",)


def test_our_own_translations_are_complete() -> None:
    assert main([str(ROOT)]) == 0
