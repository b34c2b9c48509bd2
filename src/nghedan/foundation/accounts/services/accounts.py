"""Opening and closing accounts. An account belongs to no locality; its deeds are journalled where they are done."""

from datetime import date

from django.db import IntegrityError, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import WHOLE_LOCALITY, Scope
from nghedan.foundation.accounts import policy, queries, rules
from nghedan.foundation.accounts.services.grants import add_grant, check_of_here, end_grant, locality_of
from nghedan.foundation.accounts.services.passwords import (
    check_password_strength,
    issue_password_card,
    store_password,
    update_user,
    waiting_cards,
)
from nghedan.foundation.accounts.services.sign_in_cards import withdraw_sign_in_cards
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

BAD_USERNAME = _("Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch ngang; ví dụ: an.nguyen.")
USERNAME_TAKEN = _("Tên đăng nhập “%(username)s” đã có người dùng. Xin chọn tên khác.")
ALREADY_SET_UP = _("Phần mềm đã được cài đặt. Xin đăng nhập.")


def create_account(
    *,
    actor: Actor,
    username: str,
    full_name: str,
    role: str,
    scope: Scope = WHOLE_LOCALITY,
    valid_from: date,
    valid_to: date | None = None,
    email: str = "",
) -> tuple[User, str]:
    """Open an account with its first role; return it with the code of the card that sets its password.

    There is no default password: until the card is used nobody can sign in. Raises NotAllowed, Invalid.
    """
    with deed(actor):
        user = _new_user(username, full_name, email)
        add_grant(actor, user, role, scope, valid_from, valid_to, facts={"opened": user.username})
        _card, code = issue_password_card(actor=actor, user=user)
    return user, code


def close_account(*, actor: Actor, user: User) -> None:
    """End every role the account has here; with none left anywhere nobody can sign in with it any more."""
    check_of_here(actor, user)
    with deed(actor):
        for grant in RoleGrant.objects.of(locality_of(actor)).filter(user=user, state=Standing.CURRENT):
            end_grant(actor=actor, grant=grant)
        for card in waiting_cards(actor, user):
            perform("password_card.withdraw", actor=actor, obj=card)
        withdraw_sign_in_cards(actor=actor, user=user)
        if not queries.standing_elsewhere(user, locality_of(actor)):
            update_user(user, is_active=False)


def set_up_first_account(*, locality: Locality, username: str, full_name: str, password: str) -> User:
    """Store the first locality and the account of whoever sets the installation up, with the roles that need.

    ``locality`` is not yet stored. Raises Refused when an account exists, Invalid for name or password. Call it
    inside a ``deed`` of the caller's to add bodies and hamlets in the same transaction.
    """
    with transaction.atomic():
        if User.objects.exists():
            raise Refused("first_run.done", ALREADY_SET_UP)
        locality.save(force_insert=True)
        actor = Actor.system(locality)
        with deed(actor):
            user = _new_user(username, full_name, "")
            check_password_strength(password, user)
            store_password(user, password)
            for role in policy.first_roles():
                add_grant(actor, user, role, WHOLE_LOCALITY, clock.today(), None, facts={"opened": user.username})
    return user


def _new_user(username: str, full_name: str, email: str) -> User:
    name = rules.normal_username(username)
    if not rules.is_username(name):
        raise Invalid("account.bad_username", BAD_USERNAME, field="username")
    user = User(username=name, full_name=full_name.strip(), email=email)
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise Invalid("account.username_taken", USERNAME_TAKEN, field="username", username=name) from error
    return user
