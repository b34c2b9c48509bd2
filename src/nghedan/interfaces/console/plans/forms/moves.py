"""Forms of what leads a plan on: reasons, number and date, requests to adjust and their answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Unit
from nghedan.domain.plans.models import AdjustmentRequest
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.web.versions import Versioned, VersionedForm


class PressForm(VersionedForm):
    """A move that asks nothing."""


class ReasonForm(VersionedForm):
    """A move that needs a reason."""

    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 4}))


class InstructedForm(InstructionFields, VersionedForm):
    """A move the clerk records for the head."""


class InstructedReasonForm(ReasonForm, InstructedForm):
    """A move the clerk records for the head, with the reason he gave."""

    field_order = ("reason",)


class IssueForm(VersionedForm):
    """Number and date, from the authority's own register."""

    number = forms.CharField(
        label=_("Số, ký hiệu"), max_length=60, help_text=_("Theo sổ đăng ký văn bản đi của cơ quan."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off"}),
    )  # fmt: skip
    issued_on = VietnameseDateField(label=_("Ngày ban hành"))


class RequestForm(forms.Form):
    """A unit's request to adjust the plan."""

    unit = forms.ModelChoiceField(label=_("Đơn vị đề nghị"), queryset=Unit._base_manager.none(), empty_label=None)
    text = forms.CharField(label=_("Nội dung đề nghị"), widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, data: Any = None, *, units: Any) -> None:
        super().__init__(data)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


ACCEPT, DECLINE = "accept", "decline"


class AnswerForm(VersionedForm):
    """Yes or no to a request."""

    verdict = forms.ChoiceField(
        label=_("Ý kiến"), widget=forms.RadioSelect,
        choices=[(ACCEPT, _("Đồng ý điều chỉnh")), (DECLINE, _("Không điều chỉnh"))],
    )  # fmt: skip
    answer = forms.CharField(
        label=_("Trả lời"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nếu không điều chỉnh, xin ghi lý do."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, obj: AdjustmentRequest | Versioned, **options: Any) -> None:
        super().__init__(data, obj=obj, **options)

    @property
    def accepts(self) -> bool:
        return bool(self.cleaned_data["verdict"] == ACCEPT)


class InstructedAnswerForm(AnswerForm, InstructedForm):
    """Yes or no, as the head told the clerk."""

    field_order = ("verdict", "answer")


class SignedCopyForm(forms.Form):
    """The copy that was signed, as a file."""

    file = forms.FileField(
        label=_("Tệp bản ký"), help_text=_("Word (.docx) hoặc PDF, kể cả bản quét."),
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}),
        error_messages={"required": _("Xin chọn tệp bản ký."), "empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip
