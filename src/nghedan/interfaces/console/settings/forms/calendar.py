"""A day that differs from the ordinary week."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.settings.forms.places import term_choices, text
from nghedan.interfaces.web.versions import VersionedForm

FIELDS = ("day", "kind", "name", "source", "is_forecast")


class DayOffFields(forms.Form):
    """Which day, what it is, and who said so."""

    day = VietnameseDateField(label=_("Ngày"))
    kind = forms.ChoiceField(
        label=_("Là"), widget=forms.RadioSelect, choices=lambda: term_choices(DayKind), initial=DayKind.HOLIDAY.value
    )
    name = text(_("Tên gọi"), 120, _("Ví dụ: Lễ hội đầu xuân; làm bù ngày 02/01"))
    source = text(_("Căn cứ"), 300, _("Văn bản nào, của cơ quan nào công bố ngày này."))
    is_forecast = forms.BooleanField(label=_("Dự kiến, chưa công bố"), required=False)

    def values(self) -> dict[str, Any]:
        """Return the fields of a day as typed."""
        return {name: self.cleaned_data[name] for name in FIELDS} | {"kind": DayKind(self.cleaned_data["kind"])}


class DayOffForm(DayOffFields):
    """A new day."""


class DayOffEditForm(DayOffFields, VersionedForm):
    """A day of the locality's own that is there."""

    def __init__(self, data: Any = None, *, obj: DayOff, **options: Any) -> None:
        super().__init__(data, obj=obj, initial={name: getattr(obj, name) for name in FIELDS}, **options)

    def values(self) -> dict[str, Any]:
        return super().values() | {"kind": self.cleaned_data["kind"]}
