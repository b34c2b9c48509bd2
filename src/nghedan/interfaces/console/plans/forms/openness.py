"""Who may come to each dialogue, asked once more before anything can become public."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.plans.intake import ItemDraft
from nghedan.domain.plans.rules import suggested_openness
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.interfaces.console.plans.forms.parts import translated
from nghedan.interfaces.console.plans.present import wording


@dataclass(frozen=True, slots=True)
class DialogueChoice:
    """One planned dialogue, its two questions, and a word where its audience suggests a narrower answer."""

    title: str
    kind: BoundField
    openness: BoundField
    advice: str


class OpennessFields(forms.Form):
    """Kind and openness of every planned dialogue, filled in with what is known or suggested."""

    items: Sequence[ItemDraft] = ()

    def offer_items(self, items: Sequence[ItemDraft]) -> None:
        """Ask about these dialogues; called once, when the form is made."""
        self.items = items
        for number, item in enumerate(items, 1):
            self.fields[f"kind{number}"] = forms.TypedChoiceField(
                label=_("Loại"), choices=lambda: translated(ItemKind), coerce=ItemKind, initial=item.kind.value
            )
            self.fields[f"openness{number}"] = forms.TypedChoiceField(
                label=_("Người dự"), choices=lambda: translated(Openness), coerce=Openness, widget=forms.RadioSelect,
                initial=item.openness.value,
            )  # fmt: skip

    @property
    def dialogues(self) -> list[DialogueChoice]:
        """The dialogues with their fields, in the order of the plan."""
        return [
            DialogueChoice(_title(number, item), self[f"kind{number}"], self[f"openness{number}"], _advice(item))
            for number, item in enumerate(self.items, 1)
        ]

    @property
    def other_fields(self) -> list[BoundField]:
        """The visible fields that ask of the plan as a whole."""
        last = len(self.fields) - 2 * len(self.items)
        return [self[name] for name in list(self.fields)[:last] if not self[name].is_hidden]

    @property
    def choices(self) -> list[tuple[ItemKind, Openness]]:
        """Return what was chosen for each. Call it only once the form is valid."""
        typed = self.cleaned_data
        return [(typed[f"kind{number}"], typed[f"openness{number}"]) for number in range(1, len(self.items) + 1)]


def _title(number: int, item: ItemDraft) -> str:
    said = {"number": number, "period": wording.period(item), "theme": wording.theme(item)}
    return gettext("Cuộc %(number)s, %(period)s: %(theme)s") % said


def _advice(item: ItemDraft) -> str:
    narrowing, suggestion = list(Openness), suggested_openness(item.audience)
    if narrowing.index(suggestion) <= narrowing.index(item.openness):
        return ""
    return gettext("Theo đối tượng đã ghi, cuộc này thường là: %(openness)s.") % {"openness": gettext(suggestion.label)}
