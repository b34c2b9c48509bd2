"""Forms about people in office, their posts, accounts and roles."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Body, Hamlet, Officer, Post, Unit
from nghedan.foundation.access.catalogue import ROLE_LABELS
from nghedan.foundation.access.scope import WHOLE_LOCALITY, Scope
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.settings.forms.places import capital, short, text
from nghedan.interfaces.web.versions import VersionedForm

WHOLE = "locality"
ORDINARY, DEPUTY, HEAD = "ordinary", "deputy", "head"
UNTIL_FURTHER_NOTICE = _("Để trống nếu chưa biết.")


class Places:
    """The bodies, units and hamlets of a day as one grouped choice; values read "unit:<public id>"."""

    def __init__(self, bodies: Sequence[Body], units: Sequence[Unit], hamlets: Sequence[Hamlet]) -> None:
        self.groups: Mapping[str, tuple[str, Sequence[Any]]] = {
            "body": (gettext("Cơ quan"), bodies),
            "unit": (gettext("Đơn vị"), units),
            "hamlet": (gettext("Thôn, tổ dân phố"), hamlets),
        }
        self.rows = {f"{kind}:{row.public_id}": (kind, row) for kind, (_t, rows) in self.groups.items() for row in rows}

    def choices(self) -> list[Any]:
        """Return the choices, a group for each kind that has any."""
        return [
            (title, [(f"{kind}:{row.public_id}", str(row)) for row in rows])
            for kind, (title, rows) in self.groups.items()
            if rows
        ]

    def post_in(self, value: str) -> dict[str, Any]:
        """Return where a post is: ``{"unit": row}``."""
        kind, row = self.rows[value]
        return {kind: row}

    def scope(self, value: str) -> Scope:
        """Return how far a role reaches."""
        return WHOLE_LOCALITY if value == WHOLE else self.rows[value][1].scope


class OfficerForm(VersionedForm):
    """Name and contact of a person in office."""

    full_name = short(_("Họ và tên"), 120)
    phone = short(_("Điện thoại"), 30, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"), required=False, widget=forms.EmailInput(attrs={"class": "govuk-input--width-20"})
    )


class PostForm(forms.Form):
    """A post: where, as what, since when."""

    place = forms.ChoiceField(label=_("Nơi giữ chức vụ"))
    rank = forms.ChoiceField(
        label=_("Là"), widget=forms.RadioSelect, initial=ORDINARY,
        choices=((ORDINARY, _("Công chức, thành viên")), (DEPUTY, _("Cấp phó")), (HEAD, _("Người đứng đầu"))),
    )  # fmt: skip
    title = text(
        _("Chức danh"), 120, _("Người đứng đầu, cấp phó của cơ quan: để trống thì lấy chức danh thường dùng."),
        required=False,
    )  # fmt: skip
    valid_from = VietnameseDateField(
        label=_("Từ ngày"), required=False, help_text=_("Để trống nếu đã giữ từ trước khi dùng phần mềm.")
    )

    def __init__(self, data: Any = None, *, places: Places, **options: Any) -> None:
        super().__init__(data, **options)
        self.places = places
        self.fields["place"].choices = [("", gettext("Chọn nơi")), *places.choices()]  # type: ignore[attr-defined]

    def post(self, locality: Locality) -> Post:
        """Return the post, not yet stored and nobody's yet."""
        typed = self.cleaned_data
        return Post(
            locality=locality, title=typed["title"], is_head=typed["rank"] == HEAD, is_deputy=typed["rank"] == DEPUTY,
            valid_from=typed["valid_from"], **self.places.post_in(typed["place"]),
        )  # fmt: skip


class NewOfficerForm(PostForm):
    """Somebody new with her first post."""

    full_name = short(_("Họ và tên"), 120)
    phone = short(_("Điện thoại"), 30, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"), required=False, widget=forms.EmailInput(attrs={"class": "govuk-input--width-20"})
    )

    field_order = ("full_name", "phone", "email", "place", "rank", "title", "valid_from")

    def officer(self, locality: Locality) -> Officer:
        """Return the officer, not yet stored."""
        typed = self.cleaned_data
        return Officer(
            locality=locality, full_name=typed["full_name"], phone=typed["phone"], email=typed["email"]
        )  # fmt: skip


def _roles() -> list[tuple[str, str]]:
    return [("", gettext("Chọn vai trò")), *((role, gettext(label)) for role, label in ROLE_LABELS.items())]


class RoleForm(forms.Form):
    """A role, how far it reaches, and its days."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=_roles)
    scope = forms.ChoiceField(label=_("Phạm vi"), help_text=_("Quyền chỉ có với hồ sơ trong phạm vi này."))
    valid_from = VietnameseDateField(label=_("Từ ngày"))
    valid_to = VietnameseDateField(label=_("Đến hết ngày"), required=False, help_text=UNTIL_FURTHER_NOTICE)

    def __init__(self, data: Any = None, *, places: Places, **options: Any) -> None:
        super().__init__(data, **options)
        self.places = places
        self.fields["scope"].choices = [(WHOLE, gettext("Cả địa phương")), *places.choices()]  # type: ignore[attr-defined]

    def role_given(self) -> dict[str, Any]:
        """Return role, scope and days as the deeds take them."""
        typed = self.cleaned_data
        return {
            "role": typed["role"],
            "scope": self.places.scope(typed["scope"]),
            "valid_from": typed["valid_from"],
            "valid_to": typed["valid_to"],
        }


class AccountForm(RoleForm):
    """A new account with its first role."""

    username = forms.CharField(
        label=_("Tên đăng nhập"), help_text=_("Chữ không dấu, ví dụ: an.nguyen"), max_length=60,
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-20", "autocapitalize": "none", "autocomplete": "off"}
        ),
    )  # fmt: skip

    field_order = ("username", "role", "scope", "valid_from", "valid_to")


class GrantDaysForm(VersionedForm):
    """The days of a role."""

    valid_from = VietnameseDateField(label=_("Từ ngày"))
    valid_to = VietnameseDateField(label=_("Đến hết ngày"), required=False, help_text=UNTIL_FURTHER_NOTICE)


class PressForm(forms.Form):
    """Nothing to fill in: only the last look."""


class PressVersionedForm(VersionedForm):
    """Nothing to fill in over a row: only the last look."""


class LeaveForm(VersionedForm):
    """The last day in office."""

    last_day = VietnameseDateField(label=_("Ngày cuối cùng giữ chức vụ"))


def scope_name(scope: Scope, names: Mapping[Scope, str]) -> str:
    """Return a scope in words; the whole locality when it names no place."""
    return capital(names.get(scope, "")) or gettext("Cả địa phương")
