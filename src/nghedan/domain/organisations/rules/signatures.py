"""Who signs in which form, as data.

State: Nghị định 30/2020/NĐ-CP, Phụ lục I: TM., KT., TL., Q. with a full stop; a deputy signs for the head (KT.).
Party: Hướng dẫn 36-HD/VPTW and 05-HD/VPTW: T/M, T/L with a slash; the committee is collective, so that a deputy
secretary signs for the committee itself and no K/T is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nghedan.domain.organisations.rules.names import bare_post
from nghedan.domain.organisations.terms import BodyKind
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _

ACTING = "quyền "
ACTING_MARK = "Q. "


class SignerRank(Term):
    """In what standing somebody signs for a body."""

    HEAD = "head", _("Người đứng đầu")
    DEPUTY = "deputy", _("Cấp phó")
    UNIT_HEAD = "unit_head", _("Người đứng đầu đơn vị, ký thừa lệnh")


LINES: Mapping[tuple[BodyKind, SignerRank], tuple[str, ...]] = {
    (BodyKind.PEOPLE_COMMITTEE, SignerRank.HEAD): ("{authority}",),
    (BodyKind.PEOPLE_COMMITTEE, SignerRank.DEPUTY): ("{authority}", "KT. {head}"),
    (BodyKind.PEOPLE_COMMITTEE, SignerRank.UNIT_HEAD): ("TL. {head}",),
    (BodyKind.PARTY_COMMITTEE, SignerRank.HEAD): ("{authority}",),
    (BodyKind.PARTY_COMMITTEE, SignerRank.DEPUTY): ("{authority}",),
    (BodyKind.PARTY_COMMITTEE, SignerRank.UNIT_HEAD): ("T/L {collective}",),
}


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """The signature block: lines of authority, post and name, from top to bottom, as printed."""

    authority_lines: tuple[str, ...]
    post: str
    name: str


def compose_signature(
    *, kind: BodyKind, rank: SignerRank, authority: str, head_post: str, own_post: str, name: str
) -> SignatureForm:
    """Return the form in which somebody of ``rank`` signs for a body of ``kind``.

    ``authority`` is the body's own line ("TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ"), the posts are as written in a
    sentence ("Chủ tịch Ủy ban nhân dân"). One who holds the post for the time being signs as "Q. CHỦ TỊCH".
    """
    places = {
        "authority": authority,
        "collective": authority.partition(" ")[2],
        "head": bare_post(head_post).upper(),
    }
    lines = tuple(line.format(**places) for line in LINES[kind, rank])
    return SignatureForm(lines, _printed_post(own_post), name)


def _printed_post(post: str) -> str:
    bare = bare_post(post)
    if bare.casefold().startswith(ACTING):
        return ACTING_MARK + bare[len(ACTING) :].upper()
    return bare.upper()
