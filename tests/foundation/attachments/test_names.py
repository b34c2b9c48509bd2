"""Names as people gave them, made harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.foundation.attachments.names import FALLBACK, LONGEST_STEM, clean_name


@pytest.mark.parametrize(
    ("given_name", "cleaned"),
    [
        ("Kế hoạch 2026.docx", "Kế hoạch 2026.pdf"),
        (unicodedata.normalize("NFD", "Kế hoạch.docx"), "Kế hoạch.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\an\\bao cao.doc", "bao cao.pdf"),
        ("a.b.c.docx", "a.b.c.pdf"),
        ("no ending", "no ending.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("con.txt", f"{FALLBACK}.pdf"),
        ("LPT1.anything.txt", f"{FALLBACK}.pdf"),
        ("", f"{FALLBACK}.pdf"),
        ("...", f"{FALLBACK}.pdf"),
        ('a<b>:"c|d?*%;.txt', "a b c d.pdf"),
        ("hoa\u202egpj.exe", "hoagpj.pdf"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie x.pdf"),
        ("  a   b  .txt", "a b.pdf"),
        ("x" * 300 + ".txt", "x" * LONGEST_STEM + ".pdf"),
    ],
)
def test_names(given_name: str, cleaned: str) -> None:
    assert clean_name(given_name, "pdf") == cleaned


@given(st.text(max_size=300))
def test_any_name_becomes_one_harmless_name(given_name: str) -> None:
    cleaned = clean_name(given_name, "docx")
    assert cleaned.endswith(".docx")
    assert len(cleaned) <= LONGEST_STEM + 5
    assert not set(cleaned) & set('/\\<>:"|?*%;\0\r\n')
    assert cleaned[0] not in ". "
    assert clean_name(cleaned, "docx") == cleaned
