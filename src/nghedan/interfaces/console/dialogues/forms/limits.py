"""What a person decides about a limit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm


class MeetForm(VersionedForm):
    """The day on which what the limit asks for was done."""

    on = VietnameseDateField(label=_("Ngày xong"))
    note = forms.CharField(
        label=_("Kết quả"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: đã niêm yết tại trụ sở và 26 nhà văn hóa thôn"),
    )  # fmt: skip


class FixForm(VersionedForm):
    """Another day than the one counted, and why."""

    due_on = VietnameseDateField(label=_("Hạn ấn định"))
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}))
