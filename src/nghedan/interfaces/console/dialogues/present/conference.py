"""The screens of the hall, each with who sits at it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide

RECEIVE = "attendance.record"
"""What the door asks beside the right to look into the hall."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of the hall: its name, who uses it on what, and where it is."""

    name: str
    use: str
    href: str


def screens_of(actor: Actor, dialogue: Dialogue) -> list[Screen]:
    """Return the screens the actor may open, in the order in which they are opened on the day."""
    rows = (
        ("reception", _("Đón tiếp, đăng ký đại biểu"), _("Máy tính hoặc điện thoại ở cửa: tìm theo tên, số giấy mời.")),
        ("projector", _("Màn hình hội trường"), _("Máy nối máy chiếu: chỉ hiện những gì bàn thư ký cho hiện.")),
        ("desk", _("Bàn thư ký"), _("Hai thư ký cùng lúc: mời phát biểu, ghi ý kiến, kết quả, biên bản.")),
        ("chair", _("Màn hình người chủ trì"), _("Máy tính bảng của chủ trì: câu hỏi, ba dòng trả lời, thời gian.")),
        ("answering", _("Cán bộ trả lời"), _("Điện thoại của cán bộ: đang hỏi gì về đơn vị, câu trả lời đã chuẩn bị.")),
    )  # fmt: skip
    where = {"locality": dialogue.locality.slug, "dialogue_id": dialogue.public_id}
    at_door = decide(actor, RECEIVE, dialogue).allowed
    return [
        Screen(name, use, reverse(f"stage:{page}", kwargs=where))
        for page, name, use in rows
        if page != "reception" or at_door
    ]
