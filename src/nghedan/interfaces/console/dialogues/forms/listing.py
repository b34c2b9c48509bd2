"""What narrows the list of dialogues."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.plans.terms import ItemKind
from nghedan.kernel.terms import Term


def _with_all(term: type[Term]) -> list[tuple[str, str]]:
    return [("", gettext("Tất cả")), *((value, gettext(label)) for value, label in term.choices())]


class FilterForm(forms.Form):
    """Year, state and kind; nonsense in the address counts as nothing chosen."""

    marks_optional = False
    year = forms.IntegerField(min_value=2000, max_value=2100, required=False, widget=forms.HiddenInput)
    state = forms.ChoiceField(label=_("Tình trạng"), choices=lambda: _with_all(DialogueState), required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=lambda: _with_all(ItemKind), required=False)

    def __init__(self, data: Any, *, this_year: int) -> None:
        super().__init__(data)
        self.this_year = this_year

    def chosen(self) -> tuple[int, str, str]:
        self.is_valid()
        data = self.cleaned_data
        return data.get("year") or self.this_year, data.get("state") or "", data.get("kind") or ""
