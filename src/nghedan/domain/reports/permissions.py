"""Rights over reports and public results; a right's code is the move's code."""

from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _

permission("figures.view", _("Xem số liệu của hội nghị"))
permission("frozen_figures.freeze", _("Chốt số liệu"))
permission("public_result.show", _("Gửi người đứng đầu xem trước trang kết quả"))
permission("public_result.edit", _("Sửa lời mở đầu trang kết quả"))
permission("public_result.publish", _("Công khai trang kết quả"))
permission("public_result.appear", _("Công khai trang kết quả sau 24 giờ"))
permission("public_result.withdraw", _("Gỡ trang kết quả"))
permission("public_result.show_again", _("Gửi xem lại trang kết quả"))
permission("archive.make", _("Lập hồ sơ lưu của hội nghị"))
