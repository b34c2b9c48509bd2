"""Rights over names."""

from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _

permission("identity.create", _("Ghi họ tên, liên hệ của người dân"))
permission("identity.read", _("Xem họ tên, liên hệ của người dân"))
permission("identity.erase", _("Xóa họ tên, liên hệ của người dân"))
