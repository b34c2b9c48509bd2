"""What narrows the list of matters; the address is the filter, so that a list can be kept and sent."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Field
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.ui.models import Link

LEVELS = (Level.ORDINARY, Level.CONDUCT)
PATHS = {
    "state": "state", "level": "level", "year": "year", "dialogue": "dialogue__public_id", "field": "field__public_id",
    "unit": "unit__public_id", "hamlet": "hamlet__public_id",
}  # fmt: skip
"""Name of a condition -> what it says of a matter."""


class FilterForm(forms.Form):
    """Every field may stay empty; nonsense in the address narrows nothing."""

    marks_optional = False
    words = forms.CharField(label=_("Có chữ"), max_length=200, required=False)
    state = forms.ChoiceField(label=_("Trạng thái"), required=False)
    dialogue = forms.ChoiceField(label=_("Cuộc đối thoại"), required=False)
    unit = forms.ChoiceField(label=_("Đơn vị chủ trì"), required=False)
    field = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    hamlet = forms.ChoiceField(label=_("Nơi có sự việc"), required=False)
    level = forms.ChoiceField(label=_("Mức"), required=False)
    year = forms.IntegerField(
        label=_("Năm"), min_value=2000, max_value=2100, required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )  # fmt: skip

    def __init__(
        self,
        data: QueryDict,
        *,
        dialogues: Sequence[Dialogue],
        units: Sequence[Unit],
        fields: Sequence[Field],
        hamlets: Sequence[Hamlet],
    ) -> None:
        super().__init__(data, auto_id="loc-%s")
        self._offer("state", [(one.value, gettext(one.label)) for one in MatterState if one is not MatterState.VOID])
        self._offer("level", [(one.value, gettext(one.label)) for one in LEVELS])
        for name, rows in (("dialogue", dialogues), ("unit", units), ("field", fields), ("hamlet", hamlets)):
            self._offer(name, [(row.public_id, str(row)) for row in rows])
        self.is_valid()

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", gettext("Tất cả")), *choices]  # type: ignore[attr-defined]

    @property
    def conditions(self) -> dict[str, Any]:
        """Return what a matter must say of itself to be listed."""
        return {path: self.cleaned_data[name] for name, path in PATHS.items() if self.cleaned_data.get(name)}

    @property
    def looked_for(self) -> str:
        return str(self.cleaned_data.get("words", "")).strip()

    def chosen(self, data: QueryDict) -> list[Link]:
        """Return each condition in words, with the address that does without it."""
        links = []
        for field in self.visible_fields():
            if not self.cleaned_data.get(field.name):
                continue
            rest = data.copy()
            for name in (field.name, "before"):
                rest.pop(name, None)
            value = dict(getattr(field.field, "choices", ())).get(data.get(field.name), data.get(field.name))
            links.append(Link(f"{field.label}: {value}", f"?{rest.urlencode()}"))
        return links
