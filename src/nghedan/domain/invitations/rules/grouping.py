"""To which group somebody belongs: by the kind of place a post stands in, or by what a plan calls those invited."""

import re

from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.terms import BodyKind, UnitKind
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import fold

OF_UNITS = {
    UnitKind.SUPERIOR: GuestGroup.SUPERIOR,
    UnitKind.PARTY_OFFICE: GuestGroup.PARTY,
    UnitKind.PARTY_BUILDING: GuestGroup.PARTY,
    UnitKind.INSPECTION: GuestGroup.PARTY,
    UnitKind.COUNCIL: GuestGroup.COUNCIL,
    UnitKind.FRONT: GuestGroup.FRONT,
    UnitKind.ORGANISATION: GuestGroup.FRONT,
}
"""Kind of unit -> group; all others are units of the authority."""

OF_BODIES = {BodyKind.PARTY_COMMITTEE: GuestGroup.PARTY, BodyKind.PEOPLE_COMMITTEE: GuestGroup.COMMITTEE}

EACH_HAMLET = (_("Bí thư Chi bộ"), _("Trưởng ban công tác Mặt trận"))
"""Posts every hamlet has beside its head (plans 001 and 004); who holds them is often not written down here."""

_PHRASES = (
    (GuestGroup.PRESS, ("bao chi", "truyen thanh", "phong vien", "trung tam truyen thong", "trung tam van hoa")),
    (GuestGroup.SUPERIOR, ("cap tren", "tinh uy", "thi uy", "huyen uy", "ubnd tinh", "hdnd tinh", "ubmttq tinh")),
    (
        GuestGroup.HAMLETS,
        ("chi bo", "truong thon", "truong xom", "truong ban cong tac", "ban cong tac mat tran", "truong ap",
         "truong khu", "truong buon", "thon truong", "to truong", "ban quan ly", "cac thon", "cac xom",
         "cac to dan pho", "cap uy thon", "chinh quyen thon", "xa hoi thon", "doan the thon", "cua thon"),
    ),
    (GuestGroup.COUNCIL, ("hdnd", "hoi dong nhan dan")),
    (
        GuestGroup.FRONT,
        ("mttq", "ubmttq", "mat tran", "doan the", "to chuc chinh tri", "hoi nong dan", "hoi phu nu",
         "hoi cuu chien binh", "doan thanh nien"),
    ),
    (GuestGroup.PARTY, ("dang uy", "thuong vu", "cap uy", "bi thu")),
    (
        GuestGroup.UNITS,
        ("phong", "ban", "nganh", "co quan", "don vi", "cong chuc", "cong an", "quan su", "tram y te", "y te",
         "chuyen vien", "van phong", "truong hoc", "trung tam", "khong chuyen trach"),
    ),
    (GuestGroup.COMMITTEE, ("ubnd", "uy ban nhan dan", "chinh quyen", "chu tich")),
)  # fmt: skip
"""Group -> phrases of plans, without marks; the first group that has one is taken."""

_PEOPLE = re.compile(r" (?:cac )?(?:nhan dan|nguoi dan|cong dan|cu tri|ho|hoi vien|doan vien) ")
"""How those begin who come as people, whatever body is named after them."""


def group_of_unit(kind: str) -> GuestGroup:
    """Return where somebody from a unit of a kind stands."""
    return OF_UNITS.get(UnitKind(kind), GuestGroup.UNITS) if kind in set(UnitKind) else GuestGroup.UNITS


def group_of_body(kind: str) -> GuestGroup:
    """Return where somebody who holds a post in a body stands."""
    return OF_BODIES.get(BodyKind(kind), GuestGroup.COMMITTEE)


def group_of_words(text: str) -> GuestGroup:
    """Return where those whom a plan names belong, as far as the words tell: else they are people."""
    plain = f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "
    if _PEOPLE.match(plain):
        return GuestGroup.PEOPLE
    return next((group for group, found in _PHRASES if any(f" {one} " in plain for one in found)), GuestGroup.PEOPLE)
