"""Asking for a code, and for the digits that open one's own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.followup.services.verdicts import WORD_SIGNS, VerdictDraft
from nghedan.domain.followup.terms import Satisfaction

CODE = "ma"


class CodeForm(forms.Form):
    """The code as it stands on the receipt; capitals, spaces and hyphens do not matter."""

    ma = forms.CharField(
        label=_("Mã tra cứu"), help_text=_("Gồm 13 chữ và số in trên giấy hẹn, ví dụ k3f7-9qzt-mn2pw."), max_length=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Xin ghi mã tra cứu.")},
    )  # fmt: skip


class DigitsForm(forms.Form):
    """The last digits of the number given with the opinion; kept as text, since they may begin with a nought."""

    digits = forms.CharField(
        label=_("Bốn số cuối của số điện thoại đã ghi khi gửi"), max_length=20, required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    marks_optional = False


class SayForm(forms.Form):
    """Whether an answer is satisfying; the digits come along from the page before, or are asked for here."""

    verdict = forms.ChoiceField(
        label=_("Câu trả lời đã thỏa đáng chưa?"), widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn một trong các ý trên.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Nếu chưa: điều gì chưa thỏa đáng?"), required=False, max_length=WORD_SIGNS,
        help_text=_("Một câu là đủ."), widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    digits = DigitsForm.base_fields["digits"]
    marks_optional = False

    def __init__(self, data: Any = None, *, digits: str, asks: bool) -> None:
        super().__init__(data, initial={"digits": digits})
        self.fields["verdict"].choices = [(one.value, gettext(one.label)) for one in Satisfaction]  # type: ignore[attr-defined]
        if digits or not asks:
            self.fields["digits"].widget = forms.HiddenInput()

    def ask_digits(self) -> None:
        """Let the digits be corrected where they came along and were wrong."""
        self.fields["digits"].widget = DigitsForm.base_fields["digits"].widget

    def draft(self) -> VerdictDraft:
        typed = self.cleaned_data
        return VerdictDraft(Satisfaction(typed["verdict"]), typed["words"])
