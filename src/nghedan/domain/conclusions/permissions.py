"""Rights over the items of a conclusion; a right's code is the move's code."""

from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _

permission("conclusion_item.view", _("Xem nội dung kết luận"))
permission("conclusion_item.add", _("Thêm nội dung kết luận"))
permission("conclusion_item.edit", _("Sửa nội dung kết luận"))
permission("conclusion_item.move", _("Đổi thứ tự nội dung kết luận"))
permission("conclusion_item.end", _("Bỏ nội dung khỏi kết luận"))
permission("conclusion_item.restore", _("Lấy lại nội dung vào kết luận"))
permission("conclusion_item.take_back_words", _("Chỉnh lời văn của nội dung kết luận"))
