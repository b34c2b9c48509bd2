"""Putting matters that ask for the same together: one answer serves all, each keeps its number and its voices."""

from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import perform
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

INTO_ITSELF = _("Không gộp một nội dung vào chính nó; xin chọn nội dung khác.")
HAS_OTHERS = _("Nội dung này đang có nội dung khác gộp vào; xin gộp theo chiều ngược lại hoặc tách trước.")
MAIN_IN_GROUP = _("Nội dung được chọn đã gộp vào nội dung khác; xin gộp vào nội dung chính.")
OTHER_BODY = _("Hai nội dung gửi tới hai cơ quan khác nhau, mỗi cơ quan trả lời nội dung của mình; xin để riêng.")
OTHER_LEVEL = _("Nội dung về cán bộ, công vụ không gộp với nội dung thường; xin để riêng.")
EARLIER_ITSELF = _("Không nối một nội dung với chính nó hoặc với nội dung nêu sau nó; xin chọn nội dung nêu trước.")


def group(*, actor: Actor, matter: Matter, into: Matter) -> Matter:
    """Let a matter be answered by another; nothing else of it changes. Groups are one level deep.

    Raises Refused, NotAllowed, Conflict.
    """
    if matter.pk == into.pk:
        raise Refused("matter.into_itself", INTO_ITSELF)
    if into.grouped_into_id is not None:
        raise Refused("matter.main_in_group", MAIN_IN_GROUP)
    if matter.body_id != into.body_id:
        raise Refused("matter.other_body", OTHER_BODY)
    if matter.level != into.level:
        raise Refused("matter.other_level", OTHER_LEVEL)
    if Matter.objects.of(matter.locality).filter(grouped_into=matter).exists():
        raise Refused("matter.has_others", HAS_OTHERS)
    return perform("matter.group", actor=actor, obj=matter, changes={"grouped_into": into})


def ungroup(*, actor: Actor, matter: Matter) -> Matter:
    """Let a matter stand alone again, exactly as it stood before it was grouped. Raises NotAllowed, Conflict."""
    return perform("matter.ungroup", actor=actor, obj=matter, changes={"grouped_into": None})


def link_to_earlier(*, actor: Actor, matter: Matter, earlier: Matter | None) -> Matter:
    """Say that a matter was raised before as ``earlier``, or with None that it was not. Raises Refused, NotAllowed."""
    if earlier is not None and _is_later(earlier, matter):
        raise Refused("matter.earlier_itself", EARLIER_ITSELF)
    return perform("matter.link", actor=actor, obj=matter, changes={"continues": earlier})


def _is_later(earlier: Matter, matter: Matter) -> bool:
    return (earlier.year, earlier.number) >= (matter.year, matter.number)
