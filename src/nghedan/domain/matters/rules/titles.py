"""A sentence to begin with: what an opinion asks for, without greetings; the clerk shortens it."""

import re

TITLE_SIGNS = 300
"""Signs a title may have; one that is suggested has ``LONGEST`` at most."""

LONGEST = 160

_GREETING = re.compile(
    r"^(?:kính gửi|kính thưa|thưa|tôi tên là|tôi là|tên tôi là|em tên|cháu tên|gia đình tôi ở|tôi ở|nhà tôi ở)\b"
    r"[^.,;:\n]*[.,;:\n]\s*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_LEAST = 12
"""Letters a sentence needs to say anything."""


def title_of(text: str) -> str:
    """Return the first sentence that says something, cut at a word; "" for a text without any."""
    rest = text.strip()
    while (shorter := _GREETING.sub("", rest, count=1)) != rest:
        rest = shorter
    sentences = [" ".join(match[0].split()) for match in _SENTENCE.finditer(rest)]
    said = next((one for one in sentences if len(one) >= _LEAST), " ".join(rest.split()))
    said = said.rstrip(" .;,")
    if len(said) > LONGEST:
        said = said[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
    return said[:1].upper() + said[1:]
