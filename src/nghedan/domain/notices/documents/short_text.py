"""The call as a short text to copy into a Zalo group: for everybody, or for one hamlet with its limit and link."""

from collections.abc import Iterator

from nghedan.domain.notices.documents.calling import Calling
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.plans.terms import Openness
from nghedan.kernel.vietnamese import format_date


def short_text_of(calling: Calling, hamlet: Hamlet | None = None) -> str:
    """Return the text, one fact a line."""
    return "\n".join(_lines(calling, hamlet))


def _lines(calling: Calling, hamlet: Hamlet | None) -> Iterator[str]:
    whom = f"bà con {hamlet.full_name}" if hamlet else "bà con"
    yield f"Kính báo {whom}: {calling.issuer.name} tổ chức hội nghị đối thoại với Nhân dân."
    yield f"Chủ đề: {calling.theme}."
    if calling.when:
        yield f"Thời gian: {calling.when}."
    if calling.where:
        yield f"Địa điểm: {calling.where}."
    if calling.openness is Openness.OPEN:
        yield "Ai cũng được dự và được nói, không cần giấy mời."
    head = hamlet.head_title if hamlet else calling.to_whom
    until = f" đến hết ngày {format_date(calling.cut_off)}" if calling.cut_off else ""
    yield f"Muốn hỏi, muốn nói trước, xin nói với {head}{until}."
    if calling.address:
        yield f"Xem nội dung, gửi ý kiến: {calling.address}"
