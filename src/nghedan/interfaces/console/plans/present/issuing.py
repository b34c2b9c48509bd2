"""What a move on a plan brings about: told before, and said afterwards."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.terms import Openness


def effects(plan: Plan, code: str) -> list[str]:
    """Return what happens, one sentence each, and to whom."""
    return _effects_of_closing() if code == "plan.close" else _effects_of_issuing(plan)


def _effects_of_closing() -> list[str]:
    return [
        _("kế hoạch thành hồ sơ, không điều chỉnh được nữa;"),
        _("các cuộc đối thoại, kết luận và việc theo dõi vẫn tiếp tục như cũ."),
    ]


def _effects_of_issuing(plan: Plan) -> list[str]:
    units = list(dict.fromkeys(duty.unit.name for duty in plan.duties.all() if duty.unit))
    told = [
        _("bản này được giữ nguyên làm lần ban hành thứ %(edition)s;") % {"edition": plan.edition},
        _("từ đó chỉ sửa bằng cách điều chỉnh, có lý do;"),
    ]
    if units:
        told.append(_("thấy kế hoạch và nhiệm vụ của mình: %(units)s;") % {"units": ", ".join(units)})
    public = [item for item in plan.items.all() if item.openness != Openness.INTERNAL]
    if public and not plan.body.is_party:
        shown = ngettext(
            "%(count)s cuộc đối thoại hiện trong chương trình trên trang dành cho người dân.",
            "%(count)s cuộc đối thoại hiện trong chương trình trên trang dành cho người dân.",
            len(public),
        )
        told.append(shown % {"count": len(public)})
    return told


def said_done(code: str) -> str:
    """Return what is told once a move is done."""
    return {
        "plan.submit": _("Đã trình ký."),
        "plan.sign": _("Đã ký. Việc tiếp theo: lấy số, ghi ngày và ban hành."),
        "plan.return": _("Đã trả lại kèm lý do."),
        "plan.issue": _("Đã ban hành; bản này được giữ nguyên."),
        "plan.record_issued": _("Đã ghi nhận kế hoạch đã ban hành."),
        "plan.amend": _("Đã mở để điều chỉnh; bản đã ban hành vẫn có hiệu lực."),
        "plan.share": _("Đã đổi cách chia sẻ."),
        "plan.close": _("Đã kết thúc năm kế hoạch."),
    }[code]
