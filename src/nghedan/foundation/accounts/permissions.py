"""Rights over accounts."""

from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _

permission("account.read", _("Xem danh sách tài khoản và vai trò"))
permission("grant.add", _("Giao vai trò"))
permission("grant.edit", _("Sửa thời hạn vai trò"))
permission("grant.end", _("Thôi giao vai trò"))
permission("password_card.issue", _("Cấp thẻ đặt mật khẩu"))
permission("password_card.use", _("Đặt mật khẩu bằng thẻ"))
permission("password_card.withdraw", _("Thu hồi thẻ đặt mật khẩu"))
permission("sign_in_card.issue", _("Cấp thẻ đăng nhập"))
permission("sign_in_card.use", _("Đăng nhập bằng thẻ"))
permission("sign_in_card.withdraw", _("Thu hồi thẻ đăng nhập"))
