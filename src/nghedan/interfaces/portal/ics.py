"""A dialogue as an entry for the calendar on a phone."""

from datetime import datetime, time, timedelta

from icalendar import Calendar, Event

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.db import clock

USUAL_LENGTH = timedelta(hours=3)


def calendar_of(dialogue: Dialogue, address: str) -> bytes:
    """Return the entry: a whole day while the hour is not known. Raises ValueError for a dialogue without a day."""
    if dialogue.held_on is None:
        raise ValueError("a dialogue without a day has no calendar entry")
    entry = Event()
    entry.add("uid", f"{dialogue.public_id}@nghedan")
    entry.add("dtstamp", clock.now())
    entry.add("summary", dialogue.theme)
    entry.add("url", address)
    if dialogue.venue:
        entry.add("location", dialogue.venue)
    if dialogue.starts_at is None:
        entry.add("dtstart", dialogue.held_on)
    else:
        begins = datetime.combine(dialogue.held_on, time.min, clock.LOCAL_ZONE).replace(
            hour=dialogue.starts_at.hour, minute=dialogue.starts_at.minute
        )
        entry.add("dtstart", begins)
        entry.add("dtend", begins + USUAL_LENGTH)
    calendar = Calendar()
    calendar.add("prodid", "-//Nghe Dân//VI")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
