"""Rights over guests, allotted seats and lists of guests; a right's code is the move's code."""

from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _

permission("guest.view", _("Xem danh sách đại biểu"))
permission("guest.read_names", _("Xem họ tên đại biểu"))
permission("guest.add", _("Thêm đại biểu"))
permission("guest.edit", _("Sửa đại biểu"))
permission("guest.invite", _("Ghi đã gửi giấy mời"))
permission("guest.mail", _("Gửi giấy mời qua thư điện tử"))
permission("guest.accept", _("Ghi đại biểu sẽ dự"))
permission("guest.decline", _("Ghi đại biểu không dự được"))
permission("guest.substitute", _("Ghi người dự thay"))
permission("guest.remove", _("Bỏ đại biểu khỏi danh sách"))
permission("allotment.add", _("Phân bổ đại biểu"))
permission("allotment.edit", _("Sửa phân bổ đại biểu"))
permission("allotment.return", _("Gửi danh sách đại biểu được phân bổ"))
permission("allotment.reopen", _("Mở lại danh sách đại biểu"))
permission("allotment.close", _("Thôi phân bổ đại biểu"))
permission("guest_list.stage", _("Nộp danh sách đại biểu bằng tệp"))
permission("guest_list.edit", _("Sửa danh sách đại biểu đã nộp"))
permission("guest_list.advance", _("Ghi dần danh sách đại biểu đã nộp"))
permission("guest_list.commit", _("Ghi danh sách đại biểu đã nộp"))
permission("guest_list.discard", _("Bỏ danh sách đại biểu đã nộp"))
