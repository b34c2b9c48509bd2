"""Choosing the day, the hour and the place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm


class DayForm(VersionedForm):
    """Day, hour and place; the same form asks for the preview and confirms it."""

    held_on = VietnameseDateField(label=_("Ngày tổ chức"))
    starts_at = forms.TimeField(
        label=_("Giờ bắt đầu"), required=False,
        input_formats=["%H:%M", "%Hh%M", "%Hg%M", "%H giờ %M", "%H giờ", "%Hh", "%H"],
        help_text=_("Ví dụ: 7:30"), widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": _("Giờ chưa đúng. Ghi giờ:phút, ví dụ 7:30.")},
    )  # fmt: skip
    venue = forms.CharField(label=_("Địa điểm"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, obj: Dialogue, **options: Any) -> None:
        initial = {"held_on": obj.held_on, "starts_at": obj.starts_at, "venue": obj.venue}
        super().__init__(data, obj=obj, initial=initial, **options)
