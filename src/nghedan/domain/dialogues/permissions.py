"""Rights over dialogues; a right's code is the move's code."""

from rules.predicates import predicate

from nghedan.domain.dialogues.models import Proposal
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import HAMLET, UNIT
from nghedan.kernel.terms import gettext_noop as _


@predicate
def proposes_for_own(actor: Actor, proposal: Proposal) -> bool:
    """A proposal is made in the name of the actor's own unit or hamlet, or by somebody who may speak for all."""
    reach = reach_of(actor, "proposal.make")
    return reach.everywhere or proposal.unit_id in reach.ids(UNIT) or proposal.hamlet_id in reach.ids(HAMLET)


permission("dialogue.view", _("Xem hội nghị đối thoại"))
permission("dialogue.plan", _("Đưa hội nghị vào chương trình"))
permission("dialogue.edit", _("Sửa thông tin hội nghị"))
permission("dialogue.schedule", _("Chọn ngày tổ chức"))
permission("dialogue.agree", _("Thống nhất nội dung, đối tượng"))
permission("dialogue.postpone", _("Hoãn hội nghị"))
permission("dialogue.cancel", _("Không tổ chức hội nghị"))
permission("dialogue.announce", _("Ghi nhận đã thông báo cho người dân"))
permission("dialogue.make_ready", _("Báo sẵn sàng tổ chức hội nghị"))
permission("dialogue.open", _("Khai mạc hội nghị"))
permission("dialogue.adjourn", _("Bế mạc hội nghị"))
permission("dialogue.resume", _("Tiếp tục hội nghị đã bế mạc"))
permission("dialogue.conclude", _("Ghi nhận đã có thông báo kết luận"))
permission("dialogue.close", _("Kết thúc hội nghị, lưu hồ sơ"))
permission("dialogue.take_up", _("Mở lại hội nghị đã kết thúc"))
permission("presiding.add", _("Phân công chủ trì"))
permission("presiding.edit", _("Sửa phân công chủ trì"))
permission("presiding.end", _("Thôi phân công chủ trì"))
permission("task.add", _("Giao việc chuẩn bị"))
permission("task.edit", _("Sửa việc chuẩn bị"))
permission("task.finish", _("Báo việc chuẩn bị đã xong"))
permission("task.reopen", _("Mở lại việc chuẩn bị"))
permission("task.drop", _("Bỏ việc chuẩn bị"))
permission("proposal.make", _("Đề nghị tổ chức đối thoại"), proposes_for_own)
permission("proposal.accept", _("Đồng ý tổ chức đối thoại theo đề nghị"))
permission("proposal.decline", _("Chưa đồng ý tổ chức đối thoại theo đề nghị"))
permission("voter_request.receive", _("Tiếp nhận yêu cầu của cử tri"))
permission("voter_request.edit", _("Sửa yêu cầu của cử tri"))
permission("voter_request.accept", _("Tổ chức đối thoại theo yêu cầu của cử tri"))
permission("voter_request.set_aside", _("Kết luận yêu cầu không đủ điều kiện"))
permission("hamlet_count.add", _("Ghi số cử tri ký tên"))
permission("hamlet_count.edit", _("Sửa số cử tri ký tên"))
permission("hamlet_count.end", _("Bỏ số cử tri ký tên"))
