"""By which ways a time limit on making known is met."""

from nghedan.domain.dialogues.deadlines import NOTICE, RESULT
from nghedan.domain.notices.terms import Way

WAYS_ASKED: dict[str, tuple[Way, ...]] = {
    NOTICE: (Way.MEDIA,),
    RESULT: (Way.MEDIA, Way.HEADQUARTERS, Way.HAMLET_HEADS),
}
"""Code of a limit -> all the ways that must have been used (Điều 43 Luật 72/2025/QH15): the conference is announced on
mass media; its results also at headquarters and to each hamlet's head."""
