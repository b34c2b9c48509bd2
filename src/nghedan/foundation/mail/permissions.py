"""Rights over messages: they follow from somebody's deed, so the system alone holds them."""

from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _

permission("message.queue", _("Đưa thư điện tử vào hàng chờ gửi"))
permission("message.send", _("Ghi thư điện tử đã gửi"))
permission("message.fail", _("Ghi thư điện tử không gửi được"))
permission("message.withdraw", _("Thôi gửi thư điện tử"))
