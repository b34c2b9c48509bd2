"""The cards of the settings."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop


@dataclass(frozen=True, slots=True)
class Card:
    """A part of the settings."""

    title: str
    text: str
    href: str


_CARDS = (
    (
        "settings-bodies",
        "organisation.view",
        gettext_noop("Cơ quan"),
        gettext_noop("Tên, chức danh, thẩm quyền ký, chữ viết tắt trong số văn bản."),
    ),
    (
        "settings-units",
        "organisation.view",
        gettext_noop("Đơn vị"),
        gettext_noop("Phòng, ban, đoàn thể; đổi tên, hợp nhất theo ngày."),
    ),
    (
        "settings-hamlets",
        "organisation.view",
        gettext_noop("Thôn, tổ dân phố"),
        gettext_noop("Số cử tri, trưởng thôn; dán danh sách; sáp nhập."),
    ),
    (
        "settings-people",
        "organisation.view",
        gettext_noop("Cán bộ và tài khoản"),
        gettext_noop("Chức vụ, tài khoản đăng nhập, vai trò, thẻ đặt mật khẩu."),
    ),
    (
        "settings-delegations",
        "organisation.view",
        gettext_noop("Ủy quyền"),
        gettext_noop("Người đứng đầu giao cấp phó chủ trì đối thoại trong một số ngày."),
    ),
    (
        "settings-calendar",
        "deadline.view",
        gettext_noop("Lịch nghỉ"),
        gettext_noop("Ngày nghỉ, ngày làm bù; căn cứ của từng ngày."),
    ),
    (
        "settings-limits",
        "deadline.view",
        gettext_noop("Thời hạn"),
        gettext_noop("Số ngày phải giữ: luật định, theo kế hoạch, gợi ý."),
    ),
    (
        "settings-fields",
        "field.edit",
        gettext_noop("Lĩnh vực"),
        gettext_noop("Từ khóa để gợi ý, đơn vị thường phụ trách, số ngày trả lời."),
    ),
    (
        "settings-channels",
        "channel.edit",
        gettext_noop("Kênh tiếp nhận"),
        gettext_noop("Đường dây nóng, hòm thư, nơi nhận phiếu: người dân thấy trên trang."),
    ),
    (
        "settings-backup",
        "account.read",
        gettext_noop("Sao lưu"),
        gettext_noop("Cách sao lưu và mở lại toàn bộ dữ liệu."),
    ),
)
"""Page, the right that opens it, title and text (source texts)."""


def cards(actor: Actor, locality: Locality) -> list[Card]:
    """Return the cards this actor may open."""
    return [
        Card(_(title), _(text), href(name, locality))
        for name, permission, title, text in _CARDS
        if decide(actor, permission).allowed
    ]
