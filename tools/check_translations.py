"""The translations: every sentence in English, and Django's and allauth's own sentences in our Vietnamese.

    python tools/check_translations.py [ROOT]            prints what is wrong and exits 1 when something is
    python tools/check_translations.py [ROOT] --write    first adds what is missing, drops what is gone, compiles

Needs no gettext programs: an installation has the compiled files, a developer needs only Python. The Vietnamese
catalogue holds no sentence of ours (Vietnamese is the source) but better words for what the libraries say.
"""

import ast
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import allauth
import django
from django.utils.translation.template import templatize

MARKERS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
LITERAL = r"u?('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
MARKED_IN_TEMPLATE = re.compile(rf" (?:_|n?gettext)\({LITERAL}(?:, {LITERAL}, count)?\) ", re.DOTALL)
PO_LINE = re.compile(r"^(msgid_plural|msgid|msgstr(?:\[\d\])?) (\".*\")$", re.MULTILINE)
PLACE = re.compile(r"%%|%(?:\(\w+\))?[sdr]|\{\w+\}|</?\w+>")


@dataclass(frozen=True)
class Entry:
    """One sentence of a catalogue: the source, its plural if it has one, and the words for each plural form."""

    source: str
    plural: str | None = None
    words: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether there are words for every form."""
        return bool(self.words) and all(self.words)


Entries = dict[str, Entry]


def marked(package: Path) -> Entries:
    """Return what code and templates under ``package`` mark for translation, in the order of the files."""
    found: Entries = {}
    for file in sorted([*package.rglob("*.py"), *package.rglob("templates/**/*.*")]):
        if file.suffix in {".py", ".html", ".txt"}:
            text = file.read_text(encoding="utf-8")
            for source, plural in _marked_in_code(text) if file.suffix == ".py" else _marked_in_template(text):
                if plural or source not in found:
                    found[source] = Entry(source, plural)
    return found


def _marked_in_code(text: str) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(ast.parse(text)):
        name = _name_called(node)
        if isinstance(node, ast.Call) and name in MARKERS:
            texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if texts:
                yield texts[0], texts[1] if name.startswith("n") else None


def _name_called(node: ast.AST) -> str:
    function = getattr(node, "func", None)
    return str(getattr(function, "id", getattr(function, "attr", "")))


def _marked_in_template(text: str) -> Iterator[tuple[str, str | None]]:
    for call in MARKED_IN_TEMPLATE.finditer(templatize(text)):
        yield ast.literal_eval(call[1]), ast.literal_eval(call[2]) if call[2] else None


def read_po(text: str) -> tuple[str, Entries]:
    """Return the header and the entries of a catalogue.

    Raises:
        ValueError: it holds a fuzzy or an obsolete entry, about which somebody must decide.
    """
    header, entries = "", Entries()
    for block in re.split(r"\n\s*\n", text.strip()):
        remarks = tuple(line for line in block.splitlines() if line.startswith("#"))
        if any(line.startswith("#~") or (line.startswith("#,") and "fuzzy" in line) for line in remarks):
            raise ValueError(f"fuzzy or obsolete: {block}")
        parts = {key: ast.literal_eval(value) for key, value in PO_LINE.findall(block.replace('"\n"', ""))}
        words = tuple(value for key, value in parts.items() if key.startswith("msgstr"))
        if parts["msgid"]:
            entries[parts["msgid"]] = Entry(parts["msgid"], parts.get("msgid_plural"), words, remarks)
        else:
            header = words[0]
    return header, entries


def write_po(header: str, entries: Iterable[Entry]) -> str:
    """Return the text of a catalogue, without dates and line numbers, so that a change shows only what changed."""
    return "\n".join(_block(entry) for entry in (Entry("", words=(header,)), *entries))


def _block(entry: Entry) -> str:
    lines = [*entry.remarks, f"msgid {_quoted(entry.source)}"]
    if entry.plural is None:
        lines.append(f"msgstr {_quoted(entry.words[0] if entry.words else '')}")
    else:
        lines.append(f"msgid_plural {_quoted(entry.plural)}")
        lines += [f"msgstr[{number}] {_quoted(words)}" for number, words in enumerate(entry.words or ("", ""))]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    lines = text.replace("\\", r"\\").replace('"', r"\"").replace("\n", "\\n\n").splitlines()
    return "\n".join(f'"{line}"' for line in (["", *lines] if len(lines) > 1 else lines or [""]))


def compiled(header: str, entries: Iterable[Entry]) -> bytes:
    """Return the catalogue in GNU gettext's binary format: the same bytes for the same entries."""
    texts = {"": header}
    for entry in entries:
        if entry.is_done:
            key = entry.source if entry.plural is None else f"{entry.source}\0{entry.plural}"
            texts[key] = "\0".join(entry.words)
    table, words, first = b"", b"", 28 + 16 * len(texts)
    rows = sorted((key.encode(), value.encode()) for key, value in texts.items())
    for text in (*(key for key, _value in rows), *(value for _key, value in rows)):
        table += struct.pack("<II", len(text), first + len(words))
        words += text + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0) + table + words


def faults(po: Path, wanted: Entries | None = None) -> Iterator[str]:
    """Yield one line for everything wrong with a catalogue and its compiled file.

    It must translate all of ``wanted`` and nothing else; without ``wanted`` only what the libraries can say.
    """
    try:
        header, entries = read_po(po.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield f"{po}: {error}"
        return
    known = library_sentences() if wanted is None else wanted
    yield from (f"{po}: missing: {source!r}" for source in wanted or () if source not in entries)
    yield from (f"{po}: nobody says: {source!r}" for source in entries if source not in known)
    yield from (f"{po}: not translated: {entry.source!r}" for entry in entries.values() if not entry.is_done)
    yield from (f"{po}: other places: {entry.source!r}" for entry in entries.values() if _has_other_places(entry))
    mo = po.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(header, entries.values()):
        yield f"{mo}: not what {po.name} says; run: python tools/check_translations.py --write"


def _has_other_places(entry: Entry) -> bool:
    """Whether the words leave out or invent a place to fill in; a singular may say "one" instead of its number."""
    allowed = [sorted(PLACE.findall(text)) for text in (entry.source, entry.plural) if text is not None]
    return any(sorted(PLACE.findall(words)) not in allowed for words in entry.words if words)


def library_sentences() -> Entries:
    """Return what Django and allauth, as installed, can say."""
    found: Entries = {}
    for library in (django, allauth):
        for po in Path(str(library.__file__)).parent.rglob("locale/en/LC_MESSAGES/django.po"):
            said = re.findall(r"^msgid (\".*\")$", po.read_text(encoding="utf-8").replace('"\n"', ""), re.MULTILINE)
            found |= {source: Entry(source) for source in map(ast.literal_eval, said)}
    return found


def write(po: Path, wanted: Entries | None = None) -> None:
    """Bring a catalogue into line with ``wanted``, keeping what is translated, and compile it."""
    header, entries = read_po(po.read_text(encoding="utf-8"))
    if wanted is not None:
        entries = {source: _kept(entry, entries.get(source)) for source, entry in wanted.items()}
    po.write_text(write_po(header, entries.values()), encoding="utf-8")
    po.with_suffix(".mo").write_bytes(compiled(header, entries.values()))


def _kept(entry: Entry, old: Entry | None) -> Entry:
    return replace(old, plural=entry.plural) if old and (old.plural is None) == (entry.plural is None) else entry


def main(arguments: list[str]) -> int:
    package = Path(*(word for word in arguments if not word.startswith("-"))) / "src" / "nghedan"
    english, vietnamese = (package / "locale" / code / "LC_MESSAGES" / "django.po" for code in ("en", "vi"))
    wanted = marked(package)
    if "--write" in arguments:
        write(english, wanted)
        write(vietnamese)
    found = [*faults(english, wanted), *faults(vietnamese)]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
