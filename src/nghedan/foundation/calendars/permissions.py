"""Rights over the calendar; a right's code is the move's code."""

from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.calendars.workflow import MACHINE

for move in MACHINE.transitions:
    permission(move.code, move.label)
