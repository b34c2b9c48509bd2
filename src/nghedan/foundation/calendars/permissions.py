"""Rights over the calendar; a right's code is the move's code."""

from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.calendars.workflow import DAY_OFF

for move in DAY_OFF.transitions:
    permission(move.code, move.label)
