"""The secretaries' work on the minutes: lines written over, added, struck; read out, signed, locked, corrected."""

from datetime import datetime

from nghedan.domain.hall.models import Minutes, MinutesLine, MinutesSignature
from nghedan.domain.hall.queries.minutes import fingerprint_now
from nghedan.domain.hall.services.minutes import next_position, open_again
from nghedan.domain.hall.terms import LineKind, SignerPart, SigningWay
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NO_TEXT = _("Xin ghi nội dung; muốn bỏ dòng này, xin gạch dòng.")
NO_NAME = _("Xin ghi họ tên, chức vụ người ký.")
NOTHING_WAITS = _("Dòng này không có lời văn mới chờ chọn; xin tải lại trang.")


def edit_line(*, actor: Actor, line: MinutesLine, text: str, at: datetime | None = None) -> MinutesLine:
    """Write a line over; what waited beside it is decided with that. Raises Invalid without words, Refused once the
    minutes were read out, NotAllowed, Conflict when the other secretary was faster."""
    changes = {"text": _said(text), "is_by_hand": True, "pending_text": "", "at": at or line.at}
    with deed(actor):
        line.minutes = _held(line.minutes)
        return perform("minutes_line.edit", actor=actor, obj=line, changes=changes)


def take_new_text(*, actor: Actor, line: MinutesLine) -> MinutesLine:
    """Let a line say again what happened, instead of what was written over it. Raises Refused when nothing waits."""
    if not line.pending_text:
        raise Refused("minutes_line.nothing_waits", NOTHING_WAITS)
    changes = {"text": line.pending_text, "is_by_hand": False, "pending_text": ""}
    with deed(actor):
        line.minutes = _held(line.minutes)
        return perform("minutes_line.edit", actor=actor, obj=line, changes=changes)


def keep_own_text(*, actor: Actor, line: MinutesLine) -> MinutesLine:
    """Let a line stand as it was written over; the new words are put aside, the versions keep them."""
    return edit_line(actor=actor, line=line, text=line.text)


def add_line(
    *, actor: Actor, minutes: Minutes, text: str, at: datetime | None = None, kind: LineKind = LineKind.NOTE,
    key: str = "",
) -> MinutesLine:  # fmt: skip
    """Add a line of the secretary's own. Raises Invalid without words, Refused, NotAllowed."""
    said = _said(text)
    with deed(actor):
        held = _held(minutes)
        line = MinutesLine(
            locality=held.locality, minutes=held, kind=kind.value, at=at or clock.now(),
            position=next_position(held), text=said, is_by_hand=True,
        )  # fmt: skip
        return create("minutes_line.grow", actor=actor, obj=line, key=key)


def strike_line(*, actor: Actor, line: MinutesLine) -> MinutesLine:
    """Strike a line; it stays readable at the desk and can be taken back."""
    with deed(actor):
        line.minutes = _held(line.minutes)
        return perform("minutes_line.strike", actor=actor, obj=line)


def restore_line(*, actor: Actor, line: MinutesLine) -> MinutesLine:
    """Take a struck line back into the minutes."""
    with deed(actor):
        line.minutes = _held(line.minutes)
        return perform("minutes_line.restore", actor=actor, obj=line)


def read_minutes(*, actor: Actor, minutes: Minutes, corrections: str = "") -> Minutes:
    """Note that the minutes were read out and agreed, with what was said to them (đọc thông qua). Raises Refused while
    two texts of a line wait, NotAllowed, Conflict."""
    changes = {"corrections": corrections.strip(), "read_at": clock.now()}
    return perform("minutes.read", actor=actor, obj=minutes, changes=changes)


def reopen_minutes(*, actor: Actor, minutes: Minutes) -> Minutes:
    """Open minutes that were read out, to change them; signatures under the old text fall. Raises Refused."""
    with deed(actor):
        open_again(actor=actor, minutes=minutes, keep_reading=True)
        return perform("minutes.reopen", actor=actor, obj=minutes, changes={"read_at": None})


def sign_minutes(
    *, actor: Actor, minutes: Minutes, part: SignerPart, name: str, officer: Officer | None = None,
    instruction: Instruction | None = None, key: str = "",
) -> MinutesSignature:  # fmt: skip
    """Note that somebody signed: by the own click where it is the signer's account, else as the paper shows it.

    Raises Invalid without a name, Refused before the reading or for a part already signed, NotAllowed.
    """
    if not name.strip():
        raise Invalid("minutes_signature.no_name", NO_NAME, field="name")
    is_own = officer is not None and officer.user_id is not None and officer.user_id == actor.user_id
    with deed(actor):
        held = _held(minutes)
        signature = MinutesSignature(
            locality=held.locality, minutes=held, part=part.value, officer=officer, name=name.strip()[:200],
            way=(SigningWay.OWN if is_own else SigningWay.PAPER).value, signed_at=clock.now(),
            fingerprint=fingerprint_now(held),
        )  # fmt: skip
        return create("minutes_signature.sign", actor=actor, obj=signature, instruction=instruction, key=key)


def lock_minutes(*, actor: Actor, minutes: Minutes) -> Minutes:
    """Lock the signed minutes under the fingerprint of their text. Raises Refused until all three signed this text."""
    with deed(actor):
        held = _held(minutes)
        changes = {"locked_at": clock.now(), "fingerprint": fingerprint_now(held)}
        return perform("minutes.lock", actor=actor, obj=minutes, changes=changes)


def correct_minutes(*, actor: Actor, minutes: Minutes, text: str, key: str = "") -> MinutesLine:
    """Add a numbered correction below signed minutes; their own text stays. Raises Invalid, Refused before that."""
    return add_line(actor=actor, minutes=minutes, text=text, kind=LineKind.CORRECTION, key=key)


def _held(minutes: Minutes) -> Minutes:
    """Return the minutes as they stand, held until the deed ends: nobody locks them while a line is written."""
    rows = Minutes.objects.of(minutes.locality).select_for_update(of=("self",))
    return rows.select_related("dialogue", "locality").get(pk=minutes.pk)


def _said(text: str) -> str:
    if not (said := text.strip()):
        raise Invalid("minutes_line.no_text", NO_TEXT, field="text")
    return said
