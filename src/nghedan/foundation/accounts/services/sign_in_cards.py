"""Signing in without a password: a printed picture, and a PIN on a strip of its own.

The system chooses the PIN and prints it: an older person then sets nothing and thinks up nothing (a birth year is
what everybody else tries first), and whoever finds the card does not hold the strip.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.hashers import check_password, make_password

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import queries
from nghedan.foundation.accounts.cards import digest_of, new_pin, new_token
from nghedan.foundation.accounts.models import SignInCard
from nghedan.foundation.accounts.services.grants import check_of_here, locality_of
from nghedan.foundation.accounts.throttle import forget_tries, rests_until, take_try
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, note, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NOT_FOR_CARDS = _(
    "Tài khoản của %(name)s không dùng được thẻ đăng nhập: thẻ chỉ dành cho người đang giữ vai trò ở riêng địa phương "
    "này và không giữ vai trò phải xác thực hai lớp."
)
VOID_CARD = _("Thẻ này không còn dùng được. Xin gặp văn phòng để nhận thẻ mới.")
WRONG_PIN = _("Mã PIN chưa đúng. Xin xem lại 6 số trên mảnh giấy ghi mã PIN rồi nhập lại.")
RESTING = _(
    "Đã nhập sai nhiều lần nên thẻ tạm khóa đến %(until)s. Xin chờ đến giờ ấy rồi nhập lại. Quên mã PIN, xin gặp văn "
    "phòng để nhận thẻ mới."
)


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """A card just issued, with what is printed now and stored nowhere."""

    card: SignInCard
    token: str
    pin: str


def issue_sign_in_cards(*, actor: Actor, users: Sequence[User]) -> list[IssuedCard]:
    """Issue a card to each account and withdraw the one before; all or none.

    Raises NotAllowed, and Refused for an account that may have none (``queries.card_holders``).
    """
    require(actor, "sign_in_card.issue")
    issued = [_new_card(actor, user) for user in users]  # before the transaction: the PIN's hash is slow on purpose
    with deed(actor):
        allowed = queries.card_holders(users, locality_of(actor), clock.today())
        for user, new in zip(users, issued, strict=True):
            check_of_here(actor, user)
            if user.pk not in allowed:
                raise Refused("sign_in_card.not_for_roles", NOT_FOR_CARDS, name=user.full_name)
            withdraw_sign_in_cards(actor=actor, user=user)
            create("sign_in_card.issue", actor=actor, obj=new.card, facts={"account": user.public_id})
    return issued


def withdraw_sign_in_cards(*, actor: Actor, user: User) -> None:
    """Withdraw the account's card of this locality, if any; whoever is signed in with it is out. Raises NotAllowed."""
    with deed(actor):
        for card in SignInCard.objects.of(locality_of(actor)).filter(user=user, state=Standing.CURRENT):
            perform("sign_in_card.withdraw", actor=actor, obj=card, facts={"account": user.public_id})


def find_sign_in_card(token: str) -> SignInCard:
    """Return the card that was scanned. Raises Invalid; it does not say which of the reasons holds."""
    return _usable(token_digest=digest_of(token))


def opened_sign_in_card(card_id: str) -> SignInCard:
    """Return the card scanned a moment ago, by its public id. Raises Invalid."""
    return _usable(public_id=card_id)


def use_sign_in_card(*, card_id: str, pin: str) -> SignInCard:
    """Check the PIN of a card that was scanned. Whoever bears it is not yet known: the system acts for her.

    Raises Invalid for a void card or a wrong PIN, Refused while the card rests.
    """
    card = opened_sign_in_card(card_id)
    if not take_try(card):
        raise _resting(card)
    if not check_password(digest_of(pin), card.pin_hash):
        raise _resting(card) if rests_until(card) else Invalid("sign_in_card.pin", WRONG_PIN, field="pin")
    with deed(Actor.system(card.locality)) as current:
        note("sign_in_card.use", actor=current.actor, obj=card, facts={"account": card.user.public_id})
        forget_tries(card)
    return card


def _new_card(actor: Actor, user: User) -> IssuedCard:
    token, pin = new_token(), new_pin()
    card = SignInCard(
        locality=locality_of(actor), user=user, token_digest=digest_of(token), pin_hash=make_password(digest_of(pin))
    )
    return IssuedCard(card, token, pin)


def _usable(**which: str) -> SignInCard:
    cards = SignInCard.objects.across(Actor.system()).select_related("user", "locality")
    card = cards.filter(**which, state=Standing.CURRENT).first()
    if card is None or not queries.card_holders([card.user], card.locality, clock.today()):
        raise Invalid("sign_in_card.void", VOID_CARD)
    return card


def _resting(card: SignInCard) -> Refused:
    until = clock.local(rests_until(card) or clock.now())
    return Refused("sign_in_card.resting", RESTING, until=f"{until:%H:%M}")
