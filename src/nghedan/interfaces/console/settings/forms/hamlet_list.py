"""A pasted list of hamlets."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.rules.hamlet_list import read_hamlet_list
from nghedan.domain.organisations.rules.hamlet_verdicts import JudgedLine, judge
from nghedan.domain.organisations.terms import HamletKind

MOST_CHARACTERS = 200_000


def kinds(blank: str) -> list[tuple[str, str]]:
    """Return the kinds of hamlet as choices under a blank one."""
    return [("", blank), *((value, gettext(label)) for value, label in HamletKind.choices())]


def _kinds() -> list[tuple[str, str]]:
    return kinds(gettext("Đầu mỗi dòng đã ghi thôn, xóm, tổ dân phố …"))


class HamletListForm(forms.Form):
    """The list, and the kind that holds for lines without one."""

    text = forms.CharField(
        label=_("Danh sách"),
        help_text=_("Chép từ Word, Excel hoặc tin nhắn; mỗi dòng một thôn. Có số cử tri, tên trưởng thôn càng tốt."),
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        strip=False,
        error_messages={"required": _("Xin dán danh sách vào ô này.")},
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=_kinds, required=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > MOST_CHARACTERS:
            raise forms.ValidationError(gettext("Danh sách quá dài; xin dán từng phần."))
        return text

    @property
    def default_kind(self) -> HamletKind | None:
        """Return the kind for lines that name none."""
        chosen = self.cleaned_data["kind"]
        return HamletKind(chosen) if chosen else None

    def judged(self) -> list[JudgedLine]:
        """Judge the list where nothing is stored yet. Raises Invalid for one that is too long."""
        return judge(read_hamlet_list(self.cleaned_data["text"], self.default_kind), {})

    def arguments(self) -> dict[str, Any]:
        """Return what preview and deed take."""
        return {"text": self.cleaned_data["text"], "default_kind": self.default_kind}
