"""Setting passwords: by a card the first time, by oneself afterwards. There is no default password anywhere."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import queries
from nghedan.foundation.accounts.cards import digest_of, new_code
from nghedan.foundation.accounts.models import PasswordCard
from nghedan.foundation.accounts.services.grants import check_of_here, locality_of
from nghedan.foundation.accounts.terms import CardState
from nghedan.foundation.accounts.throttle import forget_failures
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import draft_entry
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

CARD_LIFE = timedelta(days=3)

ALSO_ELSEWHERE = _("Tài khoản còn vai trò ở địa phương khác nên không cấp lại mật khẩu được từ đây.")
BAD_CARD = _("Mã không đúng, đã được dùng hoặc đã quá hạn 3 ngày. Xin gặp người quản trị để nhận thẻ mới.")


def issue_password_card(*, actor: Actor, user: User) -> tuple[PasswordCard, str]:
    """Issue a card, valid for three days, and withdraw earlier ones; return it with its code, shown only now.

    Refused for an account that also holds a role elsewhere: its password opens the other locality too.
    """
    with deed(actor):
        check_of_here(actor, user)
        if queries.standing_elsewhere(user, locality_of(actor)):
            raise Refused("account.also_elsewhere", ALSO_ELSEWHERE)
        for earlier in waiting_cards(actor, user):
            perform("password_card.withdraw", actor=actor, obj=earlier)
        code = new_code()
        card = PasswordCard(
            locality=locality_of(actor), user=user, code_digest=digest_of(code), valid_until=clock.now() + CARD_LIFE
        )
        create("password_card.issue", actor=actor, obj=card, facts={"account": user.public_id})
    return card, code


def find_card(code: str) -> PasswordCard:
    """Return the waiting card with this code. Raises Invalid; it does not say which of the reasons holds."""
    waiting = PasswordCard.objects.across(Actor.system()).select_related("user", "locality")
    card = waiting.filter(code_digest=digest_of(code), state=CardState.ISSUED, valid_until__gt=clock.now()).first()
    if card is None or not card.user.is_active:
        raise Invalid("password_card.unknown", BAD_CARD, field="code")
    return card


def use_password_card(*, code: str, password: str) -> User:
    """Set the password with a card, once. Whoever bears the card is not yet known: the system acts for her.

    Raises Invalid for the code or the password, Conflict when the card was used a moment ago.
    """
    card = find_card(code)
    check_password_strength(password, card.user)
    with deed(Actor.system(card.locality)) as current:
        perform("password_card.use", actor=current.actor, obj=card, facts={"account": card.user.public_id})
        store_password(card.user, password)
        forget_failures(card.user)
    return card.user


def change_password(*, user: User, password: str) -> None:
    """Set a new password for a person who has just proved the old one; journalled wherever she holds a role."""
    check_password_strength(password, user)
    today = clock.today()
    grants = {grant.locality_id: grant for grant in queries.current_grants(user, today).select_related("locality")}
    with deed(Actor.system()) as current:
        store_password(user, password)
        current.drafts += [
            draft_entry(
                actor=actor_of(user, grant.locality, today),
                code="account.password",
                obj=grant,
                facts={"account": user.public_id},
            )
            for grant in grants.values()
        ]


def check_password_strength(password: str, user: User) -> None:
    """Raise Invalid, naming the field ``password``, unless the password is long and uncommon enough."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid("account.weak_password", " ".join(error.messages), field="password") from error


def waiting_cards(actor: Actor, user: User) -> list[PasswordCard]:
    """Return the cards issued here to the account and not yet used."""
    return list(PasswordCard.objects.of(locality_of(actor)).filter(user=user, state=CardState.ISSUED))


def store_password(user: User, password: str) -> None:
    """Write the hash; journalled by the caller's deed."""
    user.set_password(password)
    update_user(user, password=user.password, must_change_password=False)


def update_user(user: User, **values: Any) -> None:
    """Write columns of an account, in the database and in memory; journalled by the caller's deed."""
    User.objects.filter(pk=user.pk).update(version=user.version + 1, **values)
    user.version += 1
    for name, value in values.items():
        setattr(user, name, value)
