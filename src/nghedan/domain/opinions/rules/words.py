"""What counts as words somebody said, and how they are cleaned without being changed."""

import re

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import nfc

MOST_SIGNS = 10_000
"""About five written pages; what is longer comes as a letter, scanned."""

NO_WORDS = _("Xin viết nội dung ý kiến bằng chữ.")
TOO_LONG = _("Nội dung dài %(length)s ký tự, quá %(most)s ký tự. Xin tách thành nhiều ý kiến hoặc gửi bản giấy; phần đã viết vẫn được giữ ở dưới.")  # fmt: skip  # noqa: E501

# NUL and other controls, marks that reverse the direction of writing, and what cannot be stored
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Return the text in NFC without signs nobody sees; words, marks and lines stay as they were written."""
    plain = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _GAPS.sub("\n\n", _ENDS.sub("", nfc(plain))).strip()


def check_words(text: str, field: str = "words") -> str:
    """Return the words cleaned. Raises Invalid when there is no letter or digit among them, or far too many."""
    words = clean(text)
    if not any(sign.isalnum() for sign in words):
        raise Invalid("opinion.no_words", NO_WORDS, field=field)
    if len(words) > MOST_SIGNS:
        raise Invalid("opinion.too_long", TOO_LONG, field=field, length=len(words), most=MOST_SIGNS)
    return words
