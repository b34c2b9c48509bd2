"""Rights over matters, answers, petitions and what sets them."""

from rules.predicates import Predicate, predicate

from nghedan.domain.matters.models import Answer, Matter, Petition
from nghedan.domain.matters.queries import matters_visible_to, petitions_visible_to
from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, UNIT
from nghedan.kernel.terms import gettext_noop as _

READ_ANSWER = "answer.view"
CAUTION = "answer.view_caution"

BOUNCES_BEFORE_HEAD = 3
"""The third "not ours" goes to the head."""


@predicate
def sees_matter(actor: Actor, matter: Matter) -> bool:
    return matter.pk is None or matter.seen_by is actor or matters_visible_to(actor).filter(pk=matter.pk).exists()


@predicate
def sees_what_is_answered(actor: Actor, answer: Answer) -> bool:
    return bool(sees_matter.test(actor, answer.matter))


def within_lead(code: str) -> Predicate:
    """Answers are written by the unit that leads, or for it by who works for the body; who supports only reads."""

    def is_within_lead(actor: Actor, answer: Answer) -> bool:
        reach, matter = reach_of(actor, code), answer.matter
        return reach.everywhere or matter.body_id in reach.ids(BODY) or matter.unit_id in reach.ids(UNIT)

    return Predicate(is_within_lead)


@predicate
def leads(actor: Actor, matter: Matter) -> bool:
    """The unit that leads gives a matter back, not one that supports."""
    return matter.unit_id in reach_of(actor, "matter.bounce").ids(UNIT)


@predicate
def sees_petition(actor: Actor, petition: Petition) -> bool:
    return petition.pk is None or petitions_visible_to(actor).filter(pk=petition.pk).exists()


@predicate
def is_not_for_the_head(actor: Actor, matter: Matter) -> bool:
    """Who decides about a matter given back: the clerk, and from the third time on only the head."""
    return matter.bounces < BOUNCES_BEFORE_HEAD or actor.kind is ActorKind.SYSTEM


permission("matter.view", _("Xem nội dung kiến nghị"), sees_matter)
permission("matter.raise", _("Ghi nội dung kiến nghị"))
permission("matter.record_past", _("Ghi nội dung của kỳ trước"))
permission("matter.edit", _("Sửa nội dung kiến nghị"), sees_matter)
permission("matter.redact", _("Soạn lời văn công khai"), sees_matter)
permission("matter.assign", _("Giao đơn vị chuẩn bị trả lời"), sees_matter & is_not_for_the_head)
permission("matter.unassign", _("Rút nội dung khỏi đơn vị đã giao"))
permission("matter.bounce", _("Trả lại nội dung không thuộc đơn vị"), sees_matter & leads)
permission("matter.confirm_unit", _("Quyết định đơn vị chủ trì"), sees_matter)
permission("matter.fix_due", _("Ấn định hạn chuẩn bị trả lời"), sees_matter)
permission("matter.prepare", _("Xong việc chuẩn bị trả lời"), sees_matter)
permission("matter.unprepare", _("Chuẩn bị lại câu trả lời"), sees_matter)
permission("matter.refer", _("Chuyển cơ quan có thẩm quyền"), sees_matter)
permission("matter.settle", _("Ghi nhận đã giải quyết tại thôn, tổ dân phố"), sees_matter)
permission("matter.set_aside", _("Không xem xét nội dung"), sees_matter)
permission("matter.take_up", _("Xem xét lại nội dung"), sees_matter)
permission("matter.void", _("Bỏ nội dung ghi nhầm tại hội nghị"), sees_matter)
permission("matter.answer_in_hall", _("Ghi đã trả lời tại hội nghị"), sees_matter)
permission("matter.put_in_writing", _("Ghi sẽ trả lời bằng văn bản"), sees_matter)
permission("matter.give_to_write", _("Giao đơn vị trả lời bằng văn bản"), sees_matter)
permission("matter.follow_extension", _("Dời hạn trả lời bằng văn bản theo gia hạn nhiệm vụ"))
permission("matter.answer", _("Ghi đã trả lời người dân"), sees_matter)
permission("matter.back_to_screened", _("Hoàn tác kết quả tại hội nghị, về chờ giao đơn vị"))
permission("matter.back_to_assigned", _("Hoàn tác kết quả tại hội nghị, về đang chuẩn bị"))
permission("matter.back_to_prepared", _("Hoàn tác kết quả tại hội nghị, về đã chuẩn bị"))
permission("matter.close", _("Kết thúc nội dung kiến nghị"), sees_matter)
permission("matter.reopen", _("Xem lại nội dung người dân chưa thỏa đáng"))
permission("matter.group", _("Gộp nội dung tương tự"), sees_matter)
permission("matter.ungroup", _("Tách nội dung khỏi nhóm"), sees_matter)
permission("matter.link", _("Nối với nội dung đã nêu trước đây"), sees_matter)
permission("matter.take_back_words", _("Chỉnh lời văn của nội dung"))
permission("matter.set_level", _("Đổi mức của nội dung"))
permission("matter.record_outcome", _("Ghi kết quả của nội dung"), sees_matter)
permission("raising.add", _("Ghi ai đã nêu nội dung"))
permission("raising.end", _("Bỏ người nêu khỏi nội dung"))
permission("support.add", _("Thêm đơn vị phối hợp"))
permission("support.end", _("Bỏ đơn vị phối hợp"))
permission("bounce.make", _("Trả lại nội dung kèm lý do"))
permission("bounce.reassign", _("Giao lại cho đơn vị khác"))
permission("bounce.confirm", _("Giữ nguyên đơn vị chủ trì"))
permission("answer.view", _("Xem câu trả lời"), sees_what_is_answered)
permission(
    "answer.view_caution", _("Xem lưu ý khi trả lời"), sees_what_is_answered & within_lead("answer.view_caution")
)
permission("answer.draft", _("Soạn câu trả lời"), sees_what_is_answered & within_lead("answer.draft"))
permission("answer.edit", _("Sửa câu trả lời"), sees_what_is_answered & within_lead("answer.edit"))
permission("answer.hand_in", _("Gửi câu trả lời cho văn phòng"), sees_what_is_answered & within_lead("answer.hand_in"))
permission("answer.check", _("Kiểm tra câu trả lời"), sees_what_is_answered)
permission("answer.approve", _("Duyệt câu trả lời"), sees_what_is_answered)
permission("answer.return", _("Trả lại câu trả lời"), sees_what_is_answered)
permission("field.add", _("Thêm lĩnh vực"))
permission("field.edit", _("Sửa lĩnh vực"))
permission("field.end", _("Thôi dùng lĩnh vực"))
permission("text_block.add", _("Thêm đoạn mẫu"))
permission("text_block.edit", _("Sửa đoạn mẫu"))
permission("text_block.end", _("Bỏ đoạn mẫu"))
permission("reminder.send", _("Đôn đốc đơn vị chuẩn bị trả lời"))
permission("chair_file.view", _("Xem tài liệu phục vụ chủ trì"))
permission("petition.view", _("Xem sổ đơn khiếu nại, tố cáo"), sees_petition)
permission("petition.register", _("Vào sổ đơn khiếu nại, tố cáo"))
permission("petition.edit", _("Sửa thông tin đơn"), sees_petition)
permission("petition.guide", _("Hướng dẫn viết đơn"), sees_petition)
permission("petition.transfer", _("Chuyển đơn đến cơ quan có thẩm quyền"), sees_petition)
permission("petition.accept", _("Thụ lý đơn"), sees_petition)
permission("petition.settle", _("Ghi nhận kết quả giải quyết đơn"), sees_petition)
permission("petition.reopen", _("Xem lại đơn"), sees_petition)
permission("petition.withdraw", _("Rút khỏi sổ đơn"), sees_petition)
