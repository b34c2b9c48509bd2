"""Reports awaited: from whom, by when; that one came."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.models import AwaitedReport
from nghedan.domain.opinions.services.awaiting import Sender
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import LinesField, VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm

USUAL_SUBJECT = _("Báo cáo tổng hợp ý kiến, kiến nghị của cán bộ, hội viên và Nhân dân trước đối thoại")


class AwaitForm(forms.Form):
    """The same report from several senders."""

    subject = forms.CharField(label=_("Nội dung báo cáo"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    due_on = VietnameseDateField(label=_("Hạn gửi"), required=False)
    units = forms.MultipleChoiceField(label=_("Đơn vị"), required=False, widget=forms.CheckboxSelectMultiple)
    senders = LinesField(
        label=_("Nơi gửi khác"), required=False, max_lines=60, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một nơi, ví dụ: Hội Cựu chiến binh xã; Đảng ủy xã nơi tổ chức"),
    )  # fmt: skip
    marks_optional = False

    def __init__(self, data: Any = None, *, units: Sequence[Unit], due_on: date | None) -> None:
        super().__init__(data, initial={"subject": str(USUAL_SUBJECT), "due_on": due_on})
        self.by_id = {unit.public_id: unit for unit in units}
        self.fields["units"].choices = [(unit.public_id, unit.name) for unit in units]  # type: ignore[attr-defined]

    def chosen(self) -> list[Sender]:
        units = [self.by_id[public_id] for public_id in self.cleaned_data["units"]]
        others = [Sender(name) for name in dict.fromkeys(self.cleaned_data["senders"])]
        return [*(Sender(unit.name, unit) for unit in units), *others]


class EditReportForm(VersionedForm):
    """What is to be reported, and by when."""

    subject = forms.CharField(label=_("Nội dung báo cáo"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    due_on = VietnameseDateField(label=_("Hạn gửi"), required=False)

    def __init__(self, data: Any = None, *, obj: AwaitedReport) -> None:
        super().__init__(data, obj=obj, initial={"subject": obj.subject, "due_on": obj.due_on})

    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("subject", "due_on")}


class ReceiveForm(VersionedForm):
    """That a report came: when, under which number, with its file."""

    received_on = VietnameseDateField(label=_("Ngày nhận"))
    document_number = forms.CharField(
        label=_("Số văn bản"), max_length=60, required=False, help_text=_("Ví dụ: 12/BC-HCCB; để trống nếu chưa có số")
    )
    file = forms.FileField(
        label=_("Tệp báo cáo"), required=False, help_text=_("Word, PDF, Excel hoặc ảnh chụp"),
        error_messages={"empty": _("Tệp không có nội dung. Xin chọn lại tệp.")},
    )  # fmt: skip

    def __init__(self, *data: Any, obj: AwaitedReport, today: date) -> None:
        super().__init__(data[0] if data else None, obj=obj, initial={"received_on": today})
        if len(data) > 1:
            self.files = data[1]


def moves() -> dict[str, str]:
    """Return move -> what is told once it is made."""
    return {
        "awaited_report.waive": gettext("Đã ghi: không cần báo cáo này nữa."),
        "awaited_report.reopen": gettext("Báo cáo này lại đang chờ."),
    }
