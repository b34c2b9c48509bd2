"""Forms over the parts of a plan's content; the same for a plan and for a file being read."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.plans.content import PlanContent, Procedure, Unscheduled
from nghedan.foundation.ui.fields import LinesField, WholeNumberField
from nghedan.interfaces.console.plans.forms.fields import BasesField, CommitteeField, LimitsField
from nghedan.interfaces.web.versions import Versioned, VersionedForm

ONE_A_LINE = _("Mỗi ý một dòng.")
NARROW = {"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}


def lines(label: Any, *, rows: int = 6, help_text: Any = ONE_A_LINE) -> LinesField:
    """Return a field for a list, one item a line."""
    return LinesField(label=label, required=False, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}))


def text(label: Any, *, required: bool = False, max_length: int = 300, help_text: Any = "") -> forms.CharField:
    """Return a field for one line of text."""
    return forms.CharField(label=label, required=required, max_length=max_length, help_text=help_text)


def number(label: Any, *, least: int = 0, most: int = 100_000) -> WholeNumberField:
    """Return a field for a small whole number, which may be missing."""
    widget = forms.TextInput(attrs=NARROW)
    return WholeNumberField(label=label, required=False, min_value=least, max_value=most, widget=widget)


def year_field(label: Any, *, required: bool = True) -> forms.IntegerField:
    """Return a field for a year, which is written without a dot between its thousands."""
    widget = forms.TextInput(attrs=NARROW)
    return forms.IntegerField(label=label, required=required, min_value=2000, max_value=2100, widget=widget)


class ContentForm(VersionedForm):
    """One part of the content; its fields are named as those of ``PlanContent`` it changes."""

    title: ClassVar[Any]
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Versioned, content: PlanContent, **options: Any) -> None:
        super().__init__(data, obj=obj, initial=self.initial_of(content), **options)
        self.content = content

    @classmethod
    def initial_of(cls, content: PlanContent) -> dict[str, Any]:
        return {name: getattr(content, name) for name in cls.base_fields if name != "version"}

    def applied(self) -> PlanContent:
        """Return the content with what was typed. Call it only once the form is valid."""
        return replace(self.content, **self.parts(self.typed()))

    def typed(self) -> dict[str, Any]:
        values = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}

    def parts(self, typed: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the fields of the content that the typed values make; the same unless a part is a record."""
        return typed


class RolesForm(ContentForm):
    title = _("Người chủ trì")
    head_role = text(_("Người đối thoại, chủ trì"), help_text=_("Như ghi trong kế hoạch: Chủ tịch UBND xã"))
    delegate_role = text(_("Người thay mặt khi vắng"))


class BasesForm(ContentForm):
    title = _("Căn cứ")
    legal_bases = BasesField(
        label=_("Căn cứ"), required=False, help_text=_("Mỗi văn bản một dòng, không ghi chữ “Căn cứ”."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, obj: Versioned, content: PlanContent, **options: Any) -> None:
        super().__init__(data, obj=obj, content=content, **options)
        self.fields["legal_bases"].known = {basis.text: basis for basis in content.legal_bases}  # type: ignore[attr-defined]


class AimsForm(ContentForm):
    title = _("Mục đích, yêu cầu")
    purposes = lines(_("Mục đích"))
    requirements = lines(_("Yêu cầu"))


class OccasionsForm(ContentForm):
    title = _("Số lần, đối thoại đột xuất")
    frequency_per_year_min = number(_("Đối thoại định kỳ ít nhất (lần/năm)"), most=52)
    allowed = forms.BooleanField(label=_("Có quy định đối thoại đột xuất"), required=False)
    text = forms.CharField(label=_("Khi nào"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    voter_threshold_percent = forms.FloatField(
        label=_("Tỷ lệ cử tri yêu cầu (%)"), required=False, min_value=0, max_value=100, localize=True,
        widget=forms.TextInput(attrs=NARROW),
    )  # fmt: skip

    @classmethod
    def initial_of(cls, content: PlanContent) -> dict[str, Any]:
        said = content.unscheduled
        return {
            "frequency_per_year_min": content.frequency_per_year_min,
            "allowed": said.allowed,
            "text": said.text or "",
            "voter_threshold_percent": said.voter_threshold_percent,
        }

    def parts(self, typed: Mapping[str, Any]) -> Mapping[str, Any]:
        said = Unscheduled(typed["allowed"], typed["voter_threshold_percent"], typed["text"] or None)
        return {"frequency_per_year_min": typed["frequency_per_year_min"] or None, "unscheduled": said}


class ProcedureForm(ContentForm):
    title = _("Trình tự đối thoại")
    before = lines(_("Trước đối thoại"))
    during = lines(_("Trong đối thoại"))
    after = lines(_("Sau đối thoại"))

    @classmethod
    def initial_of(cls, content: PlanContent) -> dict[str, Any]:
        steps = content.procedure
        return {"before": steps.before, "during": steps.during, "after": steps.after}

    def parts(self, typed: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"procedure": Procedure(**typed)}


class LimitsForm(ContentForm):
    title = _("Thời hạn kế hoạch đặt ra")
    limits = LimitsField(
        label=_("Thời hạn"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Mỗi hạn một dòng, tính từ ngày đối thoại, ví dụ: trước 05 ngày làm việc: gửi nội dung trả lời"),
    )  # fmt: skip


class CommitteeForm(ContentForm):
    title = _("Ban tổ chức")
    committee = CommitteeField(
        label=_("Thành viên"), required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Mỗi người hoặc đơn vị một dòng, ví dụ: Chánh Văn phòng: Thư ký"),
    )  # fmt: skip


class RecipientsForm(ContentForm):
    title = _("Cách thông báo, nơi nhận")
    channels = lines(_("Cách thông báo, mời"), rows=3)
    recipients = lines(_("Nơi nhận"), rows=7)


class SignerForm(ContentForm):
    title = _("Người ký")
    signer_authority = text(_("Thẩm quyền ký"), help_text=_("Ví dụ: TM. ỦY BAN NHÂN DÂN"))
    signer_title = text(_("Chức vụ"), help_text=_("Ví dụ: CHỦ TỊCH"))
    signer_name = text(_("Họ và tên"))


class AttendanceForm(ContentForm):
    title = _("Quy mô")
    expected_min = number(_("Số đại biểu dự kiến, từ"))
    expected_max = number(_("đến"))
    hamlet_count = number(_("Số thôn, tổ dân phố"), most=1_000)


class WordingForm(ContentForm):
    title = _("Lời mở đầu, lời kết")
    opening = forms.CharField(
        label=_("Lời mở đầu"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Để trống thì in theo mẫu."),
    )  # fmt: skip
    closing = forms.CharField(
        label=_("Lời kết"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Để trống thì in theo mẫu."),
    )  # fmt: skip


CONTENT_FORMS: dict[str, type[ContentForm]] = {
    "roles": RolesForm,
    "bases": BasesForm,
    "aims": AimsForm,
    "occasions": OccasionsForm,
    "procedure": ProcedureForm,
    "limits": LimitsForm,
    "committee": CommitteeForm,
    "recipients": RecipientsForm,
    "signer": SignerForm,
    "attendance": AttendanceForm,
    "wording": WordingForm,
}
"""Code of a part of the content, as in addresses -> its form."""
