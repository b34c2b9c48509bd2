"""Rights over limits and rules; a right's code is the move's code.

Setting, recounting, dropping and resuming follow from other moves and are done by the system: no role needs them.
"""

from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.deadlines.workflow import DEADLINE, RULE_VERSION
from nghedan.kernel.terms import gettext_noop as _

VIEW = permission("deadline.view", _("Xem thời hạn"))

for move in (*DEADLINE.transitions, *RULE_VERSION.transitions):
    permission(move.code, move.label)
