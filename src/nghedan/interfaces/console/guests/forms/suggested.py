"""Whom to tick among those suggested."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext

from nghedan.domain.invitations.services.suggesting import Suggestion
from nghedan.domain.invitations.terms import GuestGroup


@dataclass(frozen=True, slots=True)
class Offer:
    """One to be ticked."""

    key: str
    label: str
    hint: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Those of a group."""

    title: str
    offers: list[Offer]


class SuggestedForm(forms.Form):
    """The keys of those ticked; usual ones are ticked at first."""

    guests = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, offered: Sequence[Suggestion]) -> None:
        super().__init__(data)
        self.offered = offered
        self.fields["guests"].choices = [(one.key, one.label) for one in offered]  # type: ignore[attr-defined]

    def clean_guests(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["guests"]
        if not chosen:
            raise forms.ValidationError(gettext("Xin đánh dấu ít nhất một người."))
        return chosen

    @property
    def chosen(self) -> list[str]:
        return list(self.cleaned_data["guests"])

    def groups(self) -> list[OfferGroup]:
        """Return those offered by group, in the order of protocol."""
        usual = {one.key for one in self.offered if one.is_usual}
        ticked = set(self["guests"].value() or ()) if self.is_bound else usual
        by_group = {group: [one for one in self.offered if one.group is group] for group in GuestGroup}
        plan = gettext("theo kế hoạch")
        return [
            OfferGroup(
                gettext(group.label),
                [Offer(one.key, one.label, plan if one.is_from_plan else "", one.key in ticked) for one in rows],
            )
            for group, rows in by_group.items()
            if rows
        ]
