"""BẢN TIN LOA: the call in sentences one speaks, numbers, days and hours in words, read twice, with its time."""

from collections.abc import Iterator

from nghedan.domain.notices.documents.calling import Calling, dialogue_to_call, facts_of
from nghedan.domain.notices.rules.speech import reading_seconds, spoken, spoken_day, spoken_hour, without_year
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING_LARGE
from nghedan.foundation.documents.model import (
    Document,
    Header,
    Paragraph,
    Run,
    Sheet,
    Title,
    WritingLines,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "loudspeaker-script"
MOST_TOPICS = 3
AGAIN = "Xin nhắc lại."


def sentences_of(calling: Calling) -> tuple[str, ...]:
    """Return what is read, one sentence after the other; the same for microphone and phone."""
    return tuple(ended for sentence in _said(calling) if (ended := _ended(spoken(sentence))))


def seconds_of(calling: Calling) -> int:
    """Return how long it takes to read the call twice."""
    said = sentences_of(calling)
    return reading_seconds(*said, AGAIN, *said)


def document_of(calling: Calling) -> Document:
    """Return the script: the text twice, for whoever reads loses the place when turning back, and room to sign."""
    said = sentences_of(calling)
    once = reading_seconds(*said)
    return Document(
        header=Header((calling.issuer.name,)),
        kind="Bản tin loa truyền thanh",
        subject=f"Đọc hai lần, khoảng {seconds_of(calling)} giây (mỗi lần khoảng {once} giây)",
        body=(
            *_once("Đọc lần một", said),
            *_once("Đọc lần hai", (AGAIN, *said)),
            WritingLines(2, (Run("Đã phát: ngày, giờ, cụm loa, người đọc"),)),
        ),
        sheet=Sheet(),
    )


def _once(title: str, sentences: tuple[str, ...]) -> Iterator[Title | Paragraph]:
    yield Title(title)
    for sentence in sentences:
        yield Paragraph(sentence)


def _said(calling: Calling) -> Iterator[str]:
    comrades = "các đồng chí và " if calling.issuer.is_party else ""
    place = f" {', '.join(calling.places)}" if calling.places else ""
    yield f"Kính thưa {comrades}toàn thể bà con{place}"
    yield f"{calling.issuer.name} tổ chức hội nghị đối thoại với Nhân dân"
    if calling.held_on:
        hour = f"{spoken_hour(calling.starts_at)}, " if calling.starts_at else ""
        yield f"Thời gian: {hour}{spoken_day(calling.held_on)}"
    if calling.venue:
        yield f"Địa điểm: {calling.venue}"
    yield f"Nội dung: {_contents(calling)}"
    yield from _how(calling)


def _contents(calling: Calling) -> str:
    """Return what it is about: the points where they are named, else the theme."""
    topics = [topic.rstrip(".; ") for topic in calling.topics]
    more = " và một số nội dung khác" if len(topics) > MOST_TOPICS else ""
    return f"{'; '.join(topics[:MOST_TOPICS])}{more}" if topics else calling.theme


def _how(calling: Calling) -> Iterator[str]:
    if calling.openness is Openness.OPEN:
        yield "Ai cũng được dự và được nói, không cần giấy mời"
    else:
        yield "Hội nghị dành cho người có giấy mời; bà con khác vẫn gửi được ý kiến"
    until = f", đến hết {without_year(calling.cut_off)}" if calling.cut_off else ""
    yield f"Muốn hỏi, muốn nói trước, xin ghi phiếu hoặc nói với {calling.to_whom}{until}"
    yield "Kính mong bà con tham dự đông đủ"


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


SCRIPT = document_type(
    DocumentType(
        code=CODE,
        label=_("Bản tin loa truyền thanh"),
        find=dialogue_to_call,
        build=lambda dialogue: document_of(facts_of(dialogue)),
        body_kind=lambda _dialogue: WORKING_LARGE,
        dated=lambda _dialogue: clock.today(),
    )
)
