"""Forms about hamlets and their heads."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.terms import HamletKind
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.fields import VietnameseDateField, WholeNumberField
from nghedan.interfaces.console.settings.forms.places import ChosenRows, short, term_choices
from nghedan.interfaces.web.versions import VersionedForm

FIELDS = ("kind", "name", "voters", "households", "cluster")


class HamletFields(forms.Form):
    """What a hamlet is called and how many live there."""

    kind = forms.ChoiceField(label=_("Loại"), choices=lambda: term_choices(HamletKind))
    name = short(_("Tên"), 120, _("Không ghi chữ thôn, xóm, tổ. Ví dụ: Lũng Mây"))
    voters = WholeNumberField(
        label=_("Số cử tri"), required=False, min_value=0, help_text=_("Để tính 10 % cử tri theo Điều 43.")
    )
    households = WholeNumberField(label=_("Số hộ"), required=False, min_value=0)
    cluster = short(_("Cụm"), 80, _("Nếu đối thoại theo cụm thôn."), required=False)

    def values(self) -> dict[str, Any]:
        """Return the fields of a hamlet as typed."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class HamletForm(HamletFields):
    """A new hamlet."""

    valid_from = VietnameseDateField(
        label=_("Từ ngày"), required=False, help_text=_("Để trống nếu đã có từ trước khi dùng phần mềm.")
    )

    def hamlet(self, locality: Locality) -> Hamlet:
        """Return the hamlet, not yet stored."""
        return Hamlet(locality=locality, valid_from=self.cleaned_data["valid_from"], **self.values())


class HamletEditForm(HamletFields, VersionedForm):
    """A hamlet that is there."""


class MergeHamletsForm(HamletFields):
    """The hamlets to be merged, the one that follows, and its first day."""

    hamlets = forms.MultipleChoiceField(
        label=_("Những thôn, tổ dân phố nhập làm một"), widget=forms.CheckboxSelectMultiple
    )
    on = VietnameseDateField(label=_("Từ ngày"), help_text=_("Ngày nghị quyết có hiệu lực. Ví dụ: 01/01/2026"))

    field_order = ("hamlets", *FIELDS, "on")

    def __init__(self, *args: Any, hamlets: Sequence[Hamlet], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = ChosenRows(hamlets)
        self.fields["hamlets"].choices = self.offered.choices()  # type: ignore[attr-defined]
        self.fields["name"].label = _("Tên mới")
        self.fields["name"].help_text = _("Có thể giữ tên của một trong các thôn cũ.")
        for name in ("voters", "households"):
            self.fields[name].help_text = _("Để trống thì cộng từ các thôn cũ.")

    def chosen(self) -> list[Any]:
        """Return the hamlets that were ticked."""
        return [self.offered.rows[public_id] for public_id in self.cleaned_data["hamlets"]]

    def merged(self, locality: Locality) -> Hamlet:
        """Return the new hamlet, not yet stored."""
        return Hamlet(locality=locality, **self.values())


class HamletHeadForm(forms.Form):
    """Who heads a hamlet from a day on; one who is there already ends the day before."""

    full_name = short(_("Họ và tên"), 120)
    phone = short(_("Điện thoại"), 30, required=False)
    since = VietnameseDateField(label=_("Từ ngày"))
