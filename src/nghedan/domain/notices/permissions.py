"""Rights over the log of notices; a right's code is the move's code."""

from rules.predicates import predicate

from nghedan.domain.notices.models import Posting
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _


@predicate
def sees_notice(actor: Actor, posting: Posting) -> bool:
    """A line is kept by who may read its notice; that it is of the own hamlet, the scope of the right says."""
    return papers_visible_to(actor, narrowed()).filter(pk=posting.paper_id).exists()


permission("posting.view", _("Xem nhật ký phát, niêm yết thông báo"))
permission("posting.record", _("Ghi đã phát, niêm yết thông báo"), sees_notice)
permission("posting.void", _("Ghi nhầm việc phát, niêm yết thông báo"))
permission("notice_facts.keep", _("Giữ nội dung đã thông báo"))
