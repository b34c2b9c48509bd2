"""What stands against closing; asked by the moves of matters and dialogues."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.queries.closing import closing_facts, left_in
from nghedan.domain.followup.rules.closing import against_closing
from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

LEFT = _(
    "Còn %(matters)s nội dung chưa kết thúc, %(commitments)s nhiệm vụ theo kết luận chưa xong, %(referrals)s nội dung "
    "chuyển cấp có thẩm quyền chưa gửi, chưa có ngày trả lời hoặc chưa báo người dân. Xin giải quyết nốt, hoặc ghi lý "
    "do ở từng việc."
)


def matter_is_settled(_actor: Actor, matter: Matter, changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to close a matter nobody was answered on, unless with a reason; never while a commitment runs, or before
    the head has looked at what was reopened. Grouped matters go with the one that answers them."""
    why = against_closing(closing_facts([matter])[matter.pk], with_reason=bool(changes.get("reason")))
    return Refused("matter.not_settled", why) if why else None


def dialogue_is_settled(_actor: Actor, dialogue: Dialogue, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to close a dialogue while a matter, a commitment or a referral of it is open."""
    matters, commitments, referrals = left_in(dialogue)
    if not (matters or commitments or referrals):
        return None
    return Refused("dialogue.not_settled", LEFT, matters=matters, commitments=commitments, referrals=referrals)
