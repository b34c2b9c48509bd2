"""Items of the programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.services.agenda import MOST_MINUTES
from nghedan.domain.hall.terms import AgendaPart
from nghedan.foundation.ui.fields import WholeNumberField
from nghedan.interfaces.web.versions import VersionedForm


def _parts() -> list[tuple[str, str]]:
    return [(value, gettext(label)) for value, label in AgendaPart.choices()]


class ItemFields(forms.Form):
    """What happens, how long, by whom, and what it is for."""

    title = forms.CharField(label=_("Nội dung"), max_length=300)
    minutes = WholeNumberField(
        label=_("Số phút"), min_value=1, max_value=MOST_MINUTES,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    responsible = forms.CharField(label=_("Người thực hiện"), max_length=200, required=False)
    part = forms.ChoiceField(label=_("Phần việc"), choices=_parts)


class NewItemForm(ItemFields):
    """An item added at the end."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, initial={"minutes": 10, "part": AgendaPart.OTHER.value}, **options)


class ItemForm(VersionedForm, ItemFields):
    """An item that is changed."""

    def __init__(self, data: Any = None, *, obj: AgendaItem, **options: Any) -> None:
        names = ("title", "minutes", "responsible", "part")
        super().__init__(data, obj=obj, initial={name: getattr(obj, name) for name in names}, **options)

    def changes(self) -> dict[str, Any]:
        """Return the values of the row."""
        return {name: self.cleaned_data[name] for name in ("title", "minutes", "responsible", "part")}
