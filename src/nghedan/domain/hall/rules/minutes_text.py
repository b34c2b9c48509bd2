"""The sentences of the minutes, and the place held in them for a speaker's name."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date

from nghedan.domain.hall.terms import HallOutcome
from nghedan.kernel.vietnamese import format_date

UNNAMED = "Một đại biểu"
"""Who speaks without giving a name, or whose name the reader may not see."""

NEUTRAL = "Có ý kiến về cán bộ, công vụ, tiếp nhận riêng."
"""All that the minutes say of comments on officials."""

MARK = "[họ tên]"
"""What stands for a name while a secretary edits; several are counted: "[họ tên 2]"."""

_MARK = re.compile(r"\[họ tên(?: (\d+))?\]")
_PLACE = re.compile(r"((?:Ông/bà |Đồng chí )?)\{speaker:([0-9a-z]{12})\}")


def called(name: str, *, is_comrade: bool) -> str:
    """Return somebody as the minutes call her: "Ông/bà …", among the Party's own "Đồng chí …"."""
    return f"{'Đồng chí' if is_comrade else 'Ông/bà'} {name}"


def place_of(identity_id: str) -> str:
    """Return the place of a name in a stored line: "{speaker:k3f…}"."""
    return f"{{speaker:{identity_id}}}"


def named_in(texts: Iterable[str]) -> set[str]:
    """Return the public ids of everybody whose name has a place in the texts."""
    return {found for text in texts for _call, found in _PLACE.findall(text)}


def fill(text: str, names: Mapping[str, str]) -> str:
    """Return a line as somebody reads it: with the names she may see, for the others "Một đại biểu"."""

    def named(match: re.Match[str]) -> str:
        name = names.get(match.group(2), "")
        return f"{match.group(1)}{name}" if name else UNNAMED

    return _PLACE.sub(named, text)


def with_marks(text: str) -> str:
    """Return a stored line for editing: "Ông/bà [họ tên] (thôn …) phát biểu"."""
    places = iter(range(1, text.count("{speaker:") + 1))

    def marked(match: re.Match[str]) -> str:
        place = next(places)
        return match.group(1) + (MARK if place == 1 else f"[họ tên {place}]")

    return _PLACE.sub(marked, text)


def without_marks(text: str, stored: str) -> str:
    """Return an edited line as it is stored: each mark is the place of that name in the line as it stood."""
    known = [found for _call, found in _PLACE.findall(stored)]

    def placed(match: re.Match[str]) -> str:
        place = int(match.group(1) or 1)
        return f"{{speaker:{known[place - 1]}}}" if 0 < place <= len(known) else match.group()

    return _MARK.sub(placed, text)


def speech_line(who: str, where: str, said: str) -> str:
    """Return the line of a turn: who, from where, spoke about what."""
    place = f" ({where})" if where else ""
    about = " ".join(said.split())
    return f"{who}{place} phát biểu: {about}" if about else f"{who}{place} phát biểu ý kiến."


def answer_line(title: str, answered_by: str, text: str) -> str:
    """Return the line of an answer given in the hall."""
    who = answered_by.strip() or "Chủ trì"
    said = " ".join(text.split())
    answered = f"{who} trả lời nội dung {_quoted(title)}"
    return f"{answered}: {said}" if said else f"{answered}."


def conclusion_line(kind: HallOutcome, title: str, unit: str, due_on: date | None, competent_body: str) -> str:
    """Return the line of what the chair concludes on a matter: what is left to do, by whom, until when."""
    until = f" trước ngày {format_date(due_on)}" if due_on else ""
    who = unit.strip() or "đơn vị chuyên môn"
    body, what = competent_body.strip(), _quoted(title)
    sentence = {
        HallOutcome.ANSWERED: f"nội dung {what} đã được trả lời tại hội nghị",
        HallOutcome.GUIDED: f"giao {who} hướng dẫn người dân lập thủ tục về nội dung {what}{until}",
        HallOutcome.IN_WRITING: f"giao {who} kiểm tra, xác minh và trả lời bằng văn bản nội dung {what}{until}",
        HallOutcome.ABOVE: f"nội dung {what} vượt thẩm quyền, giao {who} tham mưu kiến nghị {body or 'cấp trên'}{until}",  # noqa: E501
        HallOutcome.OTHER: f"nội dung {what} không thuộc thẩm quyền, giao {who} chuyển {body or 'cơ quan có thẩm quyền'}{until}",  # noqa: E501
    }[kind]  # fmt: skip
    return f"Chủ trì kết luận: {sentence}."


def _quoted(title: str) -> str:
    return f"“{title.strip().rstrip(' .;')}”"


def fingerprint_of(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines in their order, as hexadecimal digits; places of names stand for the names, so that
    erasing a person leaves the proof whole."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
