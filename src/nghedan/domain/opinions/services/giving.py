"""What a person does herself on the locality's page: give an opinion, with a picture or without, and read it again."""

import hashlib
from datetime import timedelta

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, submit_opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.checks import Checked
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.budgets.spending import Budget, forget, spend
from nghedan.foundation.identities.person import phone_digits
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.keys import USED_FOR_OTHER
from nghedan.kernel.errors import Conflict, Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

PHOTO = "photo"
DIGITS = 4
TRIES = Budget("receipt.digits", most=5, per=timedelta(hours=1))
"""Of ten thousand endings of a number: at five an hour whoever found a receipt needs weeks, its owner one."""

COMPARED = _("Đối chiếu số điện thoại khi người gửi xem lại ý kiến của mình")
SLOWED = _("Đã thử sai nhiều lần với mã này. Xin thử lại sau một giờ, hoặc mang giấy hẹn đến Văn phòng.")
WRONG_DIGITS = _("Bốn số cuối chưa khớp với số điện thoại đã ghi khi gửi. Xin xem lại rồi nhập lần nữa.")
NOT_SHOWN = _(
    "Ý kiến này đã được chuyển theo quy định nên nội dung không xem lại được ở đây. Muốn hỏi thêm, xin đến nơi tiếp "
    "công dân."
)


def give_opinion(
    *, actor: Actor, body: Body, draft: OpinionDraft, key: str, is_suspect: bool = False, photo: Checked | None = None
) -> Opinion:
    """Take in what somebody sent on the locality's page together with her picture: both or neither.

    Raises Invalid, Conflict (the form was sent before with other content or another picture), NotAllowed.
    """
    with deed(actor):
        opinion = submit_opinion(actor=actor, body=body, draft=draft, key=key, is_suspect=is_suspect)
        if photo is not None:
            _keep_once(opinion, photo)
    return opinion


def asks_for_digits(opinion: Opinion) -> bool:
    """Say whether the words are shown only to who also knows how the number given ends."""
    return opinion.identity is not None and opinion.identity.phone_index != ""


def read_own_words(*, actor: Actor, opinion: Opinion, digits: str = "") -> str:
    """Return the words to whoever bears the receipt, and knows the last four digits of the number where one was given.

    Wrong tries slow down this receipt alone. Raises Invalid (field "digits"), Refused for what is restricted.
    """
    if opinion.level == Level.RESTRICTED:
        raise Refused("receipt.not_shown", NOT_SHOWN)
    if asks_for_digits(opinion):
        _compare(actor, opinion, digits)
    return opinion.text


def _keep_once(opinion: Opinion, photo: Checked) -> None:
    """Attach the picture as a consequence of the opinion; the same form sent again adds no second one."""
    kept = attachments_of(opinion).filter(kind=PHOTO).first()
    if kept is None:
        by = Actor.system(opinion.locality)
        attach(actor=by, subject=opinion, upload=photo, kind=PHOTO, holds_names=True)
    elif kept.digest != hashlib.sha256(photo.content).hexdigest():
        raise Conflict("key.other_content", USED_FOR_OTHER)


def _compare(actor: Actor, opinion: Opinion, digits: str) -> None:
    """Count the try before it is looked at, so that many at once count too."""
    if not spend(TRIES, opinion.public_id):
        raise Invalid("receipt.slowed", SLOWED, field="digits")
    known = opinion.identity.public_id  # type: ignore[union-attr]
    person = read_identities(actor=Actor.system(actor.locality), ids=[known], reason=COMPARED)[known]
    if phone_digits(person.phone)[-DIGITS:] != phone_digits(digits)[-DIGITS:]:
        raise Invalid("receipt.wrong_digits", WRONG_DIGITS, field="digits")
    forget(TRIES, opinion.public_id)
