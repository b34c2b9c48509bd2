"""What narrows the ledger; the address is the filter, so that a list can be kept and sent."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.terms import OpinionState, Origin
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.ledger.forms.addressing import label_of

STATES = (OpinionState.RECEIVED, OpinionState.CLASSIFIED, OpinionState.VOID)


class FilterForm(forms.Form):
    """Every field may stay empty; nonsense in the address narrows nothing."""

    words = forms.CharField(label=_("Có chữ"), max_length=200, required=False)
    dialogue = forms.ChoiceField(label=_("Cuộc đối thoại"), required=False)
    origin = forms.ChoiceField(label=_("Nguồn"), required=False)
    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    state = forms.ChoiceField(label=_("Trạng thái"), required=False)
    since = VietnameseDateField(label=_("Nhận từ ngày"), required=False, help_text="")
    until = VietnameseDateField(label=_("Nhận đến ngày"), required=False, help_text="")
    marks_optional = False

    def __init__(self, data: QueryDict, *, dialogues: Sequence[Dialogue], hamlets: Sequence[Hamlet]) -> None:
        super().__init__(data, auto_id="loc-%s")
        every = ("", gettext("Tất cả"))
        self._offer("dialogue", [every, *((one.public_id, label_of(one)) for one in dialogues)])
        self._offer("origin", [every, *((one.value, gettext(one.label)) for one in Origin)])
        self._offer("hamlet", [every, *((one.public_id, str(one)) for one in hamlets)])
        self._offer("state", [every, *((one.value, gettext(one.label)) for one in STATES)])
        self.is_valid()

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def dialogue_id(self) -> str:
        return str(self.cleaned_data.get("dialogue", ""))

    @property
    def of_content(self) -> dict[str, Any]:
        """Return the conditions on what an opinion says of itself: they can only pick what the viewer may read."""
        given = self.cleaned_data
        names = {"origin": "origin", "state": "state", "hamlet": "hamlet__public_id", "since": "received_on__gte", "until": "received_on__lte"}  # fmt: skip  # noqa: E501
        return {path: given[name] for name, path in names.items() if given.get(name)}

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
            for name in (field.name, "before", "saved"):
                rest.pop(name, None)
            value = dict(getattr(field.field, "choices", ())).get(data.get(field.name), data.get(field.name))
            links.append(Link(f"{field.label}: {value}", f"?{rest.urlencode()}"))
        return links
