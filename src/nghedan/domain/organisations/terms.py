"""Kinds of body, unit and hamlet, and what the one who leads a hamlet of each kind is called."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class BodyKind(Term):
    """The two kinds of body that issue plans and hold dialogues."""

    PEOPLE_COMMITTEE = "people_committee", _("Ủy ban nhân dân"), _("Người đứng đầu là Chủ tịch; văn bản theo Nghị định 30/2020/NĐ-CP.")  # fmt: skip  # noqa: E501
    PARTY_COMMITTEE = "party_committee", _("Cấp ủy"), _("Người đứng đầu là Bí thư; văn bản theo thể thức của Đảng.")


class UnitKind(Term):
    """What a unit does, whatever it is called this year."""

    OFFICE = "office", _("Văn phòng"), _("Bộ phận thường trực: tham mưu kế hoạch, tổng hợp ý kiến, giấy mời, biên bản.")
    ECONOMY = "economy", _("Kinh tế, hạ tầng, đô thị"), _("Tài chính, đất đai, xây dựng, nông nghiệp, môi trường.")
    CULTURE_SOCIETY = "culture_society", _("Văn hóa - Xã hội"), _("Nội vụ, giáo dục, văn hóa, y tế, chính sách xã hội.")
    JUSTICE = "justice", _("Tư pháp - hộ tịch")
    SERVICE_CENTRE = "service_centre", _("Trung tâm Phục vụ hành chính công"), _("Thủ tục hành chính; cũng là nơi nhận ý kiến.")  # fmt: skip  # noqa: E501
    PUBLIC_UTILITY = "public_utility", _("Dịch vụ công ích, sự nghiệp"), _("Rác thải, cây xanh, chiếu sáng, thủy lợi.")
    POLICE = "police", _("Công an")
    MILITARY = "military", _("Quân sự")
    HEALTH = "health", _("Y tế")
    SCHOOL = "school", _("Trường học")
    FRONT = "front", _("Mặt trận Tổ quốc"), _("Phối hợp tổ chức và giám sát đến khi giải quyết xong.")
    ORGANISATION = "organisation", _("Tổ chức chính trị - xã hội, hội quần chúng"), _("Nông dân, Phụ nữ, Cựu chiến binh, Đoàn Thanh niên …")  # fmt: skip  # noqa: E501
    COUNCIL = "council", _("Hội đồng nhân dân"), _("Đại diện Thường trực đồng chủ trì theo Điều 43 Luật 72/2025/QH15.")
    PARTY_OFFICE = "party_office", _("Văn phòng cấp ủy")
    PARTY_BUILDING = "party_building", _("Xây dựng Đảng"), _("Tổ chức, tuyên giáo, dân vận.")
    INSPECTION = "inspection", _("Kiểm tra, thanh tra")
    SUPERIOR = "superior", _("Cơ quan cấp trên"), _("Nơi nhận báo cáo và nội dung vượt thẩm quyền.")
    OTHER = "other", _("Đơn vị khác")


class HamletKind(Term):
    """What the people call the community below the commune; the values are the Vietnamese words themselves.

    The first group counts as "thôn", the second as "tổ dân phố": Điều 2 Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15.
    """

    THON = "thon", _("thôn")
    XOM = "xom", _("xóm")
    BAN = "ban", _("bản")
    LANG = "lang", _("làng")
    AP = "ap", _("ấp")
    BUON = "buon", _("buôn")
    BON = "bon", _("bon")
    PHUM = "phum", _("phum")
    SOC = "soc", _("sóc")
    TO_DAN_PHO = "to_dan_pho", _("tổ dân phố")
    KHU_PHO = "khu_pho", _("khu phố")
    KHOI_PHO = "khoi_pho", _("khối phố")
    KHOM = "khom", _("khóm")
    TIEU_KHU = "tieu_khu", _("tiểu khu")
    KHU_DAN_CU = "khu_dan_cu", _("khu dân cư")
    KHU = "khu", _("khu")

    @property
    def head_title(self) -> str:
        """What the one who leads a hamlet of this kind is called (source text)."""
        return HEAD_TITLES[self]


HEAD_TITLES = {
    HamletKind.THON: _("Trưởng thôn"),
    HamletKind.XOM: _("Trưởng xóm"),
    HamletKind.BAN: _("Trưởng bản"),
    HamletKind.LANG: _("Trưởng làng"),
    HamletKind.AP: _("Trưởng ấp"),
    HamletKind.BUON: _("Trưởng buôn"),
    HamletKind.BON: _("Trưởng bon"),
    HamletKind.PHUM: _("Trưởng phum"),
    HamletKind.SOC: _("Trưởng sóc"),
    HamletKind.TO_DAN_PHO: _("Tổ trưởng tổ dân phố"),
    HamletKind.KHU_PHO: _("Trưởng khu phố"),
    HamletKind.KHOI_PHO: _("Khối trưởng khối phố"),
    HamletKind.KHOM: _("Trưởng khóm"),
    HamletKind.TIEU_KHU: _("Tiểu khu trưởng"),
    HamletKind.KHU_DAN_CU: _("Trưởng khu dân cư"),
    HamletKind.KHU: _("Trưởng khu"),
}


class DelegationState(Term):
    """Where a delegation stands; whether it runs on a day is told by its dates."""

    CURRENT = "current", _("đã ủy quyền")
    ENDED = "ended", _("đã chấm dứt"), _("Người đứng đầu đã trực tiếp chủ trì trở lại trước thời hạn.")
    WITHDRAWN = "withdrawn", _("đã rút lại"), _("Rút lại trước ngày có hiệu lực.")


class Verdict(Term):
    """What will become of one line of a pasted list of hamlets."""

    NEW = "new", _("Thêm mới")
    CHANGED = "changed", _("Cập nhật"), _("Đã có; số cử tri hoặc số hộ sẽ được cập nhật.")
    KNOWN = "known", _("Đã có"), _("Đã có và không thay đổi; bỏ qua.")
    SKIPPED = "skipped", _("Bỏ qua"), _("Dòng tiêu đề hoặc dòng cộng.")
    REPEATED = "repeated", _("Trùng trong danh sách"), _("Đã có ở một dòng phía trên; bỏ qua.")
    UNREADABLE = "unreadable", _("Chưa hiểu được"), _("Xin sửa dòng này rồi xem lại.")
