"""The fixed people: An (clerk), Bình (head), Chi (officer), Giang (clerk elsewhere), Hà (administrator)."""

from datetime import date

from nghedan.config import roles
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import UNIT, WHOLE_LOCALITY, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel

PASSWORD = "suoi-lanh-mua-xuan"
LONG_AGO = date(2020, 1, 1)
CHIS_UNIT = Scope(UNIT, 7)
"""Where Chi's grant reaches, as long as no test says otherwise."""


def locality(
    slug: str = "suoi-lanh", name: str = "Suối Lành", level: LocalityLevel = LocalityLevel.COMMUNE
) -> Locality:
    """Store a locality."""
    return Locality.objects.create(
        slug=slug,
        name=name,
        level=level,
        province_name="Đông Sơn",
        superior_name="UBND tỉnh Đông Sơn",
        place_name=name,
    )


def user(username: str, full_name: str) -> User:
    """Store an account that can sign in with ``PASSWORD``."""
    account = User(username=username, full_name=full_name)
    account.set_password(PASSWORD)
    account.save()
    return account


def grant(
    holder: User,
    where: Locality,
    role: str,
    scope: Scope = WHOLE_LOCALITY,
    *,
    since: date = LONG_AGO,
    until: date | None = None,
) -> RoleGrant:
    """Store a grant in force, as set-up of a test; the product itself goes through the door."""
    row = RoleGrant(
        locality=where, user=holder, role=role, scope_kind=scope.kind, scope_id=scope.id,
        valid_from=since, valid_to=until, state="current",
    )  # fmt: skip
    row.save()
    return row


def actor(holder: User, where: Locality) -> Actor:
    """Return the account as an actor with the grants in force today."""
    return actor_of(holder, where, clock.today())


def staff(username: str, full_name: str, where: Locality, role: str, scope: Scope = WHOLE_LOCALITY) -> Actor:
    """Store an account with one grant and return it as an actor."""
    holder = user(username, full_name)
    grant(holder, where, role, scope)
    return actor(holder, where)


def an(where: Locality) -> Actor:
    return staff("an", "Nguyễn Thị An", where, roles.CLERK)


def binh(where: Locality) -> Actor:
    return staff("binh", "Trần Văn Bình", where, roles.HEAD)


def chi(where: Locality) -> Actor:
    return staff("chi", "Lê Thị Chi", where, roles.OFFICER, CHIS_UNIT)


def giang(elsewhere: Locality) -> Actor:
    return staff("giang", "Phạm Thị Giang", elsewhere, roles.CLERK)


def ha(where: Locality) -> Actor:
    return staff("ha", "Hoàng Văn Hà", where, roles.ADMINISTRATOR)
