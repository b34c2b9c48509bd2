"""The code on an invitation, and the answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.invitations.services.replying import StandIn
from nghedan.domain.invitations.terms import GuestState
from nghedan.foundation.identities.person import Person

CODE = "ma"
ANSWERS = {
    GuestState.ACCEPTED: _("Tôi sẽ dự"),
    GuestState.DECLINED: _("Tôi không dự được"),
    GuestState.REPLACED: _("Cử người khác dự thay"),
}
TEL = {"inputmode": "tel", "autocomplete": "off"}


class CodeForm(forms.Form):
    """The code as it stands on the letter; capitals, spaces and hyphens do not matter."""

    ma = forms.CharField(
        label=_("Mã trả lời"), max_length=40, help_text=_("Gồm 8 chữ và số in trên giấy mời, ví dụ k3f7-9qzt."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Xin ghi mã trả lời.")},
    )  # fmt: skip


class ReplyForm(forms.Form):
    """Comes, does not come, or who comes instead; nothing else is asked."""

    answer = forms.ChoiceField(
        label=_("Ông/bà có dự được không?"), widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn một câu trả lời.")},
    )  # fmt: skip
    name = forms.CharField(
        label=_("Họ tên người dự thay"), max_length=120, required=False,
        help_text=_("Chỉ ghi khi cử người khác dự thay."), widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=_("Điện thoại người dự thay"), max_length=40, required=False, widget=forms.TextInput(attrs=TEL)
    )
    marks_optional = False

    def __init__(self, data: Any = None, *, known: str = "") -> None:
        super().__init__(data, initial={"answer": known})
        self.fields["answer"].choices = [(one.value, label) for one, label in ANSWERS.items()]  # type: ignore[attr-defined]

    @property
    def answered(self) -> GuestState:
        return GuestState(self.cleaned_data["answer"])

    @property
    def stand_in(self) -> StandIn:
        typed = self.cleaned_data
        return StandIn(Person(name=typed["name"], phone=typed["phone"]))
