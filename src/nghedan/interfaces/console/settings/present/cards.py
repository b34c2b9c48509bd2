"""Cards as they are printed: password cards, and sign-in cards with their PIN."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.accounts.services.passwords import CARD_LIFE
from nghedan.foundation.accounts.services.sign_in_cards import IssuedCard
from nghedan.interfaces.console.settings.forms.people import scope_name
from nghedan.interfaces.console.settings.present.people import in_words
from nghedan.kernel.vietnamese import name_key

Absolute = Callable[[str], str]
"""Makes an address whole from its path: ``request.build_absolute_uri``."""


@dataclass(frozen=True, slots=True)
class PasswordTicket:
    """A password card: whose, the code, where to type it, and the same as a picture to be scanned."""

    full_name: str
    username: str
    code: str
    address: str
    picture: str
    days: int


@dataclass(frozen=True, slots=True)
class SignInTicket:
    """A sign-in card and its strip: whose, of which hamlet, the picture, the PIN in two groups of three."""

    full_name: str
    place: str
    picture: str
    pin: str


def password_ticket(kept: Sequence[str], absolute: Absolute) -> PasswordTicket:
    """Return a password card from what was kept of it: full name, sign-in name, code."""
    full_name, username, code = kept
    link = _whole(reverse("web:password-card-link", kwargs={"code": code}), absolute)
    address = _whole(reverse("web:password-card"), absolute)
    return PasswordTicket(full_name, username, code, address, _picture(link), CARD_LIFE.days)


def kept_of(issued: IssuedCard, place: str) -> list[str]:
    """Return what is kept of a sign-in card until it is shown."""
    return [issued.card.user.full_name, place, issued.token, issued.pin]


def sign_in_ticket(kept: Sequence[str], absolute: Absolute) -> SignInTicket:
    """Return a sign-in card from what was kept of it."""
    full_name, place, token, pin = kept
    link = _whole(reverse("account_card_link", kwargs={"token": token}), absolute)
    return SignInTicket(full_name, place, _picture(link), f"{pin[:3]} {pin[3:]}")


def place_of(grants: Iterable[RoleGrant], names: Mapping[Scope, str]) -> str:
    """Return where somebody is: the hamlets of her roles, or else the roles."""
    held = [*grants]
    hamlets = [scope_name(grant.scope, names) for grant in held if grant.scope_kind == HAMLET]
    return ", ".join(hamlets or [in_words(grant, names) for grant in held])


def without_account(heads: Iterable[Officer]) -> str:
    """Return in a sentence which heads of hamlets have no account yet; nothing when all have."""
    missing = sorted({officer.full_name for officer in heads if officer.user_id is None}, key=name_key)
    return _("Chưa có tài khoản nên chưa in được thẻ: %(names)s.") % {"names": ", ".join(missing)} if missing else ""


def _picture(link: str) -> str:
    return segno.make(link, error="m").svg_data_uri(scale=4, border=2)


def _whole(path: str, absolute: Absolute) -> str:
    return f"{settings.NGHEDAN_PUBLIC_URL}{path}" if settings.NGHEDAN_PUBLIC_URL else absolute(path)
