"""Rights over the organisation of a locality, one for each move, and the right to see it."""

from rules.predicates import Predicate

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission, roles_holding
from nghedan.kernel.terms import gettext_noop as _

DELEGATED = "delegation:"
"""How the source of a grant begins that a delegation has written."""


def _holds_it_in_own_right(actor: Actor) -> bool:
    """Say whether the actor delegates what is her own: a power received by delegation is not handed on.

    Basis: Nghị định 30/2020/NĐ-CP, Điều 13: whoever is authorised to sign does not authorise another.
    """
    return any(
        grant.role in roles_holding("delegation.begin") and not grant.source.startswith(DELEGATED)
        for grant in actor.grants
    )


holds_it_in_own_right = Predicate(_holds_it_in_own_right)


permission("organisation.view", _("Xem cơ quan, đơn vị, thôn, tổ dân phố và cán bộ"))
permission("body.add", _("Thêm cơ quan"))
permission("body.edit", _("Sửa cơ quan"))
permission("body.end", _("Thôi dùng cơ quan"))
permission("unit.add", _("Thêm đơn vị"))
permission("unit.edit", _("Sửa đơn vị"))
permission("unit.end", _("Thôi dùng đơn vị"))
permission("unit.replace", _("Ghi đơn vị thay thế"))
permission("hamlet.add", _("Thêm thôn, tổ dân phố"))
permission("hamlet.edit", _("Sửa thôn, tổ dân phố"))
permission("hamlet.end", _("Thôi dùng thôn, tổ dân phố"))
permission("hamlet.merge", _("Ghi nơi được nhập vào"))
permission("officer.add", _("Thêm cán bộ"))
permission("officer.edit", _("Sửa thông tin cán bộ"))
permission("officer.end", _("Thôi dùng cán bộ"))
permission("post.add", _("Ghi nhận chức vụ"))
permission("post.edit", _("Sửa chức vụ"))
permission("post.end", _("Ghi thôi giữ chức vụ"))
permission("delegation.begin", _("Ủy quyền chủ trì"), holds_it_in_own_right)
permission("delegation.add_paper", _("Bổ sung văn bản ủy quyền"))
permission("delegation.end", _("Chấm dứt ủy quyền"))
permission("delegation.withdraw", _("Rút lại ủy quyền"))
