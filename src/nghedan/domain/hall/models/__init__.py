"""Tables of the hall."""

from nghedan.domain.hall.models.agenda import AgendaItem
from nghedan.domain.hall.models.lessons import LessonPoint
from nghedan.domain.hall.models.minutes import Minutes, MinutesLine, MinutesSignature
from nghedan.domain.hall.models.people import Attendance, SpeakerRequest
from nghedan.domain.hall.models.screen import Projection
from nghedan.domain.hall.models.speaking import SpeakingRule
from nghedan.domain.hall.models.turns import Outcome, Turn

__all__ = [
    "AgendaItem",
    "Attendance",
    "LessonPoint",
    "Minutes",
    "MinutesLine",
    "MinutesSignature",
    "Outcome",
    "Projection",
    "SpeakerRequest",
    "SpeakingRule",
    "Turn",
]
