"""Forms about units."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.terms import UnitKind
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.settings.forms.places import ChosenRows, short, term_choices, text
from nghedan.interfaces.web.versions import VersionedForm

FIELDS = ("name", "short_name", "kind", "contact", "sort_order")


class UnitFields(forms.Form):
    """What a unit is called, what it does and whose it is."""

    name = text(_("Tên đơn vị"), 200)
    short_name = short(_("Tên viết tắt"), 80, required=False)
    kind = forms.ChoiceField(label=_("Loại đơn vị"), choices=lambda: term_choices(UnitKind))
    body = forms.ChoiceField(
        label=_("Thuộc cơ quan"), required=False, help_text=_("Để trống với công an, quân sự, Mặt trận, đoàn thể.")
    )

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self.bodies = ChosenRows(bodies)
        self.fields["body"].choices = [("", "–"), *self.bodies.choices()]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """Return the fields of a unit as typed."""
        typed = self.cleaned_data
        values: dict[str, Any] = {name: typed[name] for name in FIELDS if name in typed}
        return {**values, "body": self.bodies.rows.get(typed["body"])}


class UnitForm(UnitFields):
    """A new unit."""

    contact = text(_("Đầu mối liên hệ"), 200, required=False)
    valid_from = VietnameseDateField(
        label=_("Từ ngày"), required=False, help_text=_("Để trống nếu đã có từ trước khi dùng phần mềm.")
    )

    def unit(self, locality: Locality) -> Unit:
        """Return the unit, not yet stored."""
        return Unit(locality=locality, valid_from=self.cleaned_data["valid_from"], **self.values())


class UnitEditForm(UnitFields, VersionedForm):
    """A unit that is there; a name given by decision is a renaming instead."""

    contact = text(_("Đầu mối liên hệ"), 200, required=False)
    sort_order = forms.IntegerField(
        label=_("Thứ tự trong danh sách"), min_value=0, max_value=32000,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip


class RenameForm(VersionedForm):
    """The new name and its first day."""

    name = text(_("Tên mới"), 200)
    short_name = short(_("Tên viết tắt mới"), 80, required=False)
    on = VietnameseDateField(label=_("Từ ngày"), help_text=_("Ngày quyết định có hiệu lực. Ví dụ: 01/7/2025"))


class MergeUnitsForm(UnitFields):
    """The units to be merged, the one that follows, and its first day."""

    units = forms.MultipleChoiceField(label=_("Những đơn vị hợp nhất"), widget=forms.CheckboxSelectMultiple)
    on = VietnameseDateField(label=_("Từ ngày"), help_text=_("Ngày quyết định có hiệu lực. Ví dụ: 01/7/2025"))

    field_order = ("units", "name", "short_name", "kind", "body", "on")

    def __init__(self, *args: Any, units: Sequence[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = ChosenRows(units)
        self.fields["units"].choices = self.offered.choices()  # type: ignore[attr-defined]
        self.fields["name"].label = _("Tên đơn vị mới")

    def chosen(self) -> list[Any]:
        """Return the units that were ticked."""
        return [self.offered.rows[public_id] for public_id in self.cleaned_data["units"]]

    def merged(self, locality: Locality) -> Unit:
        """Return the new unit, not yet stored; it stands where the first of the old ones stood."""
        first = min((unit.sort_order for unit in self.chosen()), default=0)
        return Unit(locality=locality, sort_order=first, **self.values())
