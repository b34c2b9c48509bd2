"""A way of handing in that is open to the people."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.models import Channel
from nghedan.domain.opinions.services.channels import MOST_SIGNS
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.ui.fields import WholeNumberField
from nghedan.interfaces.web.versions import VersionedForm

OFFERED = (
    Origin.SLIP, Origin.BOX, Origin.PHONE, Origin.HAMLET, Origin.MEETING, Origin.UNIT, Origin.RECEPTION, Origin.LETTER,
    Origin.VOTERS, Origin.OTHER_PORTAL,
)  # fmt: skip
"""All but the locality's own page, which tells of the others."""


class ChannelFields(forms.Form):
    """What the people are told, and in which place."""

    details = forms.CharField(
        label=_("Hướng dẫn cho người dân"), max_length=MOST_SIGNS, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: gọi 0206 3 812 345 trong giờ hành chính; hòm thư đặt tại nhà văn hóa các thôn"),
    )  # fmt: skip
    position = WholeNumberField(
        label=_("Thứ tự trên trang"), min_value=0, max_value=99, initial=0,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
    )  # fmt: skip


class ChannelForm(ChannelFields):
    """A way that is opened."""

    origin = forms.ChoiceField(label=_("Cách gửi"))
    field_order = ("origin", "details", "position")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["origin"].choices = [(one.value, gettext(one.label)) for one in OFFERED]  # type: ignore[attr-defined]


class ChannelEditForm(ChannelFields, VersionedForm):
    """A way that is open."""

    def __init__(self, data: Any = None, *, obj: Channel) -> None:
        super().__init__(data, obj=obj, initial={"details": obj.details, "position": obj.position})

    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("details", "position")}
