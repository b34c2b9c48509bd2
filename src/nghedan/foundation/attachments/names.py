"""File names as people gave them, made harmless; they are shown and offered for download, never used as a path."""

import re
import unicodedata

from nghedan.kernel.vietnamese import nfc

LONGEST_STEM = 80
FALLBACK = "tep-dinh-kem"
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*%;]')


def clean_name(name: str, extension: str) -> str:
    """Return a name that is safe on every system, with the ending of what the file really is."""
    last = re.split(r"[/\\]", nfc(name))[-1]
    visible = "".join(sign for sign in last if unicodedata.category(sign)[0] not in "CZ" or sign == " ")
    stem = FORBIDDEN.sub(" ", visible.rpartition(".")[0] or visible)
    stem = " ".join(stem.split()).strip(". ")[:LONGEST_STEM].strip(". ")
    if not stem or RESERVED.match(stem.partition(".")[0]):
        stem = FALLBACK
    return f"{stem}.{extension}"
