"""Ways by which an opinion comes in, its levels and states, and those of the papers it stands on."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class Origin(Term):
    """The way an opinion came in; follows the forms of Điều 26 Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15."""

    PORTAL = "portal", _("Gửi trên trang của địa phương")
    SLIP = "slip", _("Phiếu ý kiến")
    HAMLET = "hamlet", _("Trưởng thôn, tổ trưởng chuyển")
    MEETING = "meeting", _("Họp thôn, tổ dân phố")
    UNIT = "unit", _("Đơn vị, đoàn thể tổng hợp")
    BOX = "box", _("Hòm thư góp ý")
    PHONE = "phone", _("Điện thoại, đường dây nóng")
    LETTER = "letter", _("Thư, đơn")
    RECEPTION = "reception", _("Tiếp công dân")
    VOTERS = "voters", _("Tiếp xúc cử tri")
    OTHER_PORTAL = "other_portal", _("Cổng thông tin khác")
    HALL = "hall", _("Phát biểu tại hội nghị")


class Level(Term):
    """Who may read an opinion or a matter; DESIGN 4."""

    ORDINARY = "ordinary", _("Thường")
    CONDUCT = "conduct", _("Về cán bộ, công vụ"), _("Không công khai; người được nêu tên không đọc được.")
    RESTRICTED = "restricted", _("Đã chuyển theo quy định"), _("Chỉ người đứng đầu và người được giao tiếp nhận đọc được.")  # fmt: skip  # noqa: E501


class OpinionState(Term):
    """Where an opinion stands in the ledger."""

    HELD = "held", _("Tạm giữ"), _("Có dấu hiệu gửi tự động; chưa ghi số, chờ cán bộ xem.")
    RECEIVED = "received", _("Chờ phân loại")
    CLASSIFIED = "classified", _("Đã phân loại")
    VOID = "void", _("Ghi nhầm"), _("Giữ nguyên dòng và số trong sổ, không tính vào số liệu.")
    DISCARDED = "discarded", _("Gửi tự động"), _("Chưa từng vào sổ.")


class ReplyWay(Term):
    """How the person wants to hear of the answer."""

    CODE = "code", _("Tự tra cứu bằng mã trên giấy hẹn")
    PHONE = "phone", _("Gọi điện thoại")
    WRITING = "writing", _("Gửi văn bản")
    HAMLET = "hamlet", _("Qua trưởng thôn, tổ trưởng")


class SlipState(Term):
    """Where a printed slip stands."""

    PRINTED = "printed", _("Đã in")
    RETURNED = "returned", _("Đã nộp")


class StackState(Term):
    """Where a scanned stack stands."""

    WAITING = "waiting", _("Đang tách trang")
    SPLIT = "split", _("Đã tách trang")
    FAILED = "failed", _("Chưa tách được")


class SheetState(Term):
    """Where a photographed or scanned sheet stands."""

    WAITING = "waiting", _("Chờ nhập")
    KEYED = "keyed", _("Đã nhập")
    SET_ASIDE = "set_aside", _("Không nhập"), _("Tờ trắng, mặt sau, hoặc đã có.")


class ListState(Term):
    """Where a list of opinions handed in as a file stands."""

    STAGED = "staged", _("Chờ xem lại")
    COMMITTING = "committing", _("Đang ghi vào sổ")
    DONE = "done", _("Đã ghi vào sổ")
    DISCARDED = "discarded", _("Đã bỏ")


class ListColumn(Term):
    """What a column of a list holds."""

    WORDS = "words", _("Nội dung ý kiến")
    HAMLET = "hamlet", _("Thôn, tổ dân phố")
    NAME = "name", _("Họ tên")
    PHONE = "phone", _("Điện thoại")
    ADDRESS = "address", _("Địa chỉ")
    DAY = "day", _("Ngày nhận")
    SOURCE = "source", _("Ghi chú, nguồn")


class RowVerdict(Term):
    """What becomes of a row of a list."""

    READY = "ready", _("Ghi vào sổ")
    WRONG = "wrong", _("Cần sửa")
    REPEATED = "repeated", _("Trùng trong danh sách")
    KNOWN = "known", _("Đã có trong sổ")
    SKIPPED = "skipped", _("Bỏ qua")
    WRITTEN = "written", _("Đã ghi vào sổ")


class AwaitedState(Term):
    """Where a report stands that is awaited from a unit, an organisation or the host."""

    AWAITED = "awaited", _("Đang chờ")
    RECEIVED = "received", _("Đã nhận")
    WAIVED = "waived", _("Không cần nữa")
