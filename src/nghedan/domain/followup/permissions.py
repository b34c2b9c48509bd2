"""Rights over commitments, answers, referrals and verdicts; a right's code is the move's code."""

from rules.predicates import predicate

from nghedan.domain.followup.models import Commitment, Delivery, Extension, Progress, Referral, Verdict
from nghedan.domain.followup.queries.commitments import commitments_visible_to
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _


@predicate
def sees_commitment(actor: Actor, row: Commitment | Progress | Extension) -> bool:
    commitment = row if isinstance(row, Commitment) else row.commitment
    return commitment.pk is None or commitments_visible_to(actor).filter(pk=commitment.pk).exists()


@predicate
def reads_voice(actor: Actor, row: Delivery | Verdict) -> bool:
    """Who notes how an answer reached a voice, or what it said of it, may read that voice; the bearer of a receipt is
    looked at by the deed."""
    if actor.kind is not ActorKind.STAFF:
        return True
    return opinions_visible_to(actor).filter(pk=row.opinion_id).exists()


@predicate
def sees_what_was_sent_on(actor: Actor, row: Referral) -> bool:
    return matters_visible_to(actor).filter(pk=row.matter_id).exists()


permission("commitment.view", _("Xem việc thực hiện kết luận"), sees_commitment)
permission("commitment.start", _("Ghi đang thực hiện kết luận"), sees_commitment)
permission("commitment.report", _("Báo cáo đã thực hiện kết luận"), sees_commitment)
permission("commitment.return", _("Trả lại báo cáo thực hiện kết luận"), sees_commitment)
permission("commitment.confirm", _("Xác nhận đã thực hiện kết luận"), sees_commitment)
permission("commitment.close", _("Kết thúc nhiệm vụ theo kết luận"), sees_commitment)
permission("commitment.waive", _("Cho thôi thực hiện nhiệm vụ theo kết luận"), sees_commitment)
permission("commitment.reopen", _("Cho làm lại nhiệm vụ theo kết luận"), sees_commitment)
permission("commitment.open", _("Giao nhiệm vụ theo kết luận"))
permission("commitment.extend", _("Đổi thời hạn nhiệm vụ theo quyết định"))
permission("commitment.take_back_words", _("Chỉnh lời văn của nhiệm vụ theo kết luận"))
permission("progress.add", _("Ghi tiến độ thực hiện kết luận"), sees_commitment)
permission("extension.ask", _("Xin gia hạn nhiệm vụ theo kết luận"), sees_commitment)
permission("extension.grant", _("Đồng ý gia hạn nhiệm vụ theo kết luận"), sees_commitment)
permission("extension.refuse", _("Không gia hạn nhiệm vụ theo kết luận"), sees_commitment)
permission("extension.withdraw", _("Rút đề nghị gia hạn"), sees_commitment)
permission("nudge.send", _("Đôn đốc đơn vị thực hiện kết luận"))
permission("monday_brief.view", _("Xem trang giao ban"))
permission("delivery.view", _("Xem câu trả lời đã đến người dân"), reads_voice)
permission("delivery.record", _("Ghi câu trả lời đã đến người dân"), reads_voice)
permission("delivery.void", _("Bỏ ghi nhầm câu trả lời đã đến người dân"), reads_voice)
permission("referral.view", _("Xem nội dung chuyển cấp có thẩm quyền"), sees_what_was_sent_on)
permission("referral.draft", _("Soạn chuyển cấp có thẩm quyền"), sees_what_was_sent_on)
permission("referral.edit", _("Sửa nội dung chuyển cấp có thẩm quyền"), sees_what_was_sent_on)
permission("referral.send", _("Ghi đã chuyển cấp có thẩm quyền"), sees_what_was_sent_on)
permission("referral.ask_again", _("Hỏi lại cơ quan có thẩm quyền"), sees_what_was_sent_on)
permission("referral.reply", _("Ghi cơ quan có thẩm quyền trả lời"), sees_what_was_sent_on)
permission("referral.pass_on", _("Ghi đã báo người dân trả lời của cơ quan có thẩm quyền"), sees_what_was_sent_on)
permission("referral.close", _("Kết thúc việc chuyển"), sees_what_was_sent_on)
permission("referral.drop", _("Không chuyển nữa"), sees_what_was_sent_on)
permission("verdict.view", _("Xem người dân nói gì về câu trả lời"), reads_voice)
permission("verdict.give", _("Ghi người dân nói gì về câu trả lời"), reads_voice)
permission("verdict.look", _("Xem, chỉ đạo về câu trả lời chưa thỏa đáng"), reads_voice)
