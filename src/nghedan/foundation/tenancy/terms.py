"""Levels of local government and of the Party committees beside them."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class LocalityLevel(Term):
    """The level of a locality; district levels ended on 1 July 2025 and stay for earlier files."""

    COMMUNE = "commune", _("xã")
    WARD = "ward", _("phường")
    SPECIAL_ZONE = "special_zone", _("đặc khu")
    TOWNSHIP = "township", _("thị trấn")
    TOWN = "town", _("thị xã")
    DISTRICT = "district", _("huyện")
    PROVINCE = "province", _("tỉnh")
