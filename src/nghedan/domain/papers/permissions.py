"""Rights over official papers; a right's code is the move's code."""

from rules.predicates import predicate

from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _


@predicate
def sees_paper(actor: Actor, paper: OfficialPaper) -> bool:
    return paper.pk is None or papers_visible_to(actor, narrowed()).filter(pk=paper.pk).exists()


permission("official_paper.view", _("Xem văn bản đã ban hành"), sees_paper)
permission("official_paper.draft", _("Soạn văn bản của hội nghị"))
permission("official_paper.edit", _("Sửa văn bản"), sees_paper)
permission("official_paper.submit", _("Trình ký văn bản"), sees_paper)
permission("official_paper.return", _("Trả lại văn bản"), sees_paper)
permission("official_paper.sign", _("Ký văn bản"), sees_paper)
permission("official_paper.issue", _("Ban hành văn bản"), sees_paper)
permission("official_paper.drop", _("Không ban hành văn bản"), sees_paper)
permission("official_paper.withhold", _("Thu hồi văn bản có nội dung phải tiếp nhận riêng"))
permission("held_row.add", _("Ghi văn bản có nội dung nào"))
