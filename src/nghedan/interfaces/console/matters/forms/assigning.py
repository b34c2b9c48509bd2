"""Giving matters to units, fixing a limit, giving a matter back, and deciding about that."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.matters.models import Bounce, Matter
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.web.versions import VersionedForm


class UnitField(forms.ChoiceField):
    """One of the units of the day, known by its public id."""

    units: dict[str, Unit]

    def offer(self, units: Sequence[Unit], *, nobody: bool = True) -> None:
        """Let these units be chosen."""
        self.units = {unit.public_id: unit for unit in units}
        first = [("", gettext("Chọn đơn vị"))] if nobody else []
        self.choices = [*first, *((unit.public_id, unit.name) for unit in units)]


class AssignForm(VersionedForm):
    """Who leads, who supports, until when."""

    unit = UnitField(label=_("Đơn vị chủ trì"))
    supports = forms.MultipleChoiceField(
        label=_("Đơn vị phối hợp"), required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = VietnameseDateField(
        label=_("Hạn riêng"), required=False,
        help_text=_("Để trống thì theo thời hạn của cuộc đối thoại, hoặc số ngày của lĩnh vực. Ví dụ: 18/9/2026"),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, obj: Matter, units: Sequence[Unit], **options: Any) -> None:
        usual = obj.unit or (obj.field.unit if obj.field else None)
        supports = [row.unit.public_id for row in obj.supports.all()]
        initial = {
            "unit": usual.public_id if usual else "", "supports": supports,
            "due_on": obj.due_on if obj.due_by_hand else None,
        }  # fmt: skip
        super().__init__(data, obj=obj, initial=initial, **options)
        self.fields["unit"].offer(units)  # type: ignore[attr-defined]
        self.fields["supports"].choices = [(unit.public_id, unit.name) for unit in units]  # type: ignore[attr-defined]
        self.units = {unit.public_id: unit for unit in units}

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        supports = [self.units[public_id] for public_id in given["supports"]]
        return {"unit": self.units[given["unit"]], "supports": supports, "due_on": given["due_on"]}


class AssignManyForm(forms.Form):
    """Many matters to one unit."""

    unit = UnitField(label=_("Giao các nội dung đã chọn cho"))
    matter = forms.MultipleChoiceField(
        label=_("Nội dung"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Xin chọn ít nhất một nội dung.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, units: Sequence[Unit], matters: Sequence[Matter] = ()) -> None:
        super().__init__(data)
        self.fields["unit"].offer(units)  # type: ignore[attr-defined]
        self.fields["matter"].choices = [(one.public_id, f"{one.number}/{one.year}: {one.title}") for one in matters]  # type: ignore[attr-defined]
        self.matters = {one.public_id: one for one in matters}
        self.units = {unit.public_id: unit for unit in units}

    @property
    def chosen_unit(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]

    @property
    def chosen(self) -> list[Matter]:
        return [self.matters[public_id] for public_id in self.cleaned_data["matter"]]


class DueForm(VersionedForm):
    """A limit fixed by hand."""

    due_on = VietnameseDateField(label=_("Hạn ấn định"))

    def __init__(self, data: Any = None, *, obj: Matter, **options: Any) -> None:
        super().__init__(data, obj=obj, initial={"due_on": obj.due_on}, **options)


class BounceForm(VersionedForm):
    """Why a matter is not the unit's own, and whose it is."""

    reason = forms.CharField(label=_("Lý do không thuộc đơn vị"), widget=forms.Textarea(attrs={"rows": 4}))
    proposed_unit = UnitField(label=_("Đề nghị giao cho"))

    def __init__(self, data: Any = None, *, obj: Matter, units: Sequence[Unit], **options: Any) -> None:
        super().__init__(data, obj=obj, **options)
        self.fields["proposed_unit"].offer([unit for unit in units if unit.pk != obj.unit_id])  # type: ignore[attr-defined]
        self.units = {unit.public_id: unit for unit in units}

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"reason": given["reason"], "proposed_unit": self.units[given["proposed_unit"]]}


class DecideForm(VersionedForm):
    """To whom a matter goes that was given back; the unit proposed comes first, then where it is now."""

    unit = UnitField(label=_("Giao cho đơn vị"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, obj: Bounce, units: Sequence[Unit], **options: Any) -> None:
        super().__init__(data, obj=obj, **options)
        others = [unit for unit in units if unit.pk not in (obj.unit_id, obj.proposed_unit_id)]
        offered = [obj.proposed_unit, obj.unit, *others]
        notes = {obj.proposed_unit_id: gettext(" (đơn vị được đề nghị)"), obj.unit_id: gettext(" (giữ nguyên)")}
        field: UnitField = self.fields["unit"]  # type: ignore[assignment]
        field.offer(offered, nobody=False)
        field.choices = [(unit.public_id, f"{unit.name}{notes.get(unit.pk, '')}") for unit in offered]

    @property
    def chosen_unit(self) -> Unit:
        field: UnitField = self.fields["unit"]  # type: ignore[assignment]
        return field.units[self.cleaned_data["unit"]]


class RecordedDecideForm(DecideForm, InstructionFields):
    """The same as the head said it, recorded by the clerk."""
