"""To whom invitations are mailed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext

from nghedan.domain.invitations.mailing import Recipient
from nghedan.domain.invitations.models import Guest


class MailForm(forms.Form):
    """Those ticked, of those who have an address and got nothing there yet; at first all of them."""

    guests = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, offered: Sequence[Recipient]) -> None:
        super().__init__(data)
        self.by_id = {one.guest.public_id: one.guest for one in offered}
        self.fields["guests"].choices = [(public_id, public_id) for public_id in self.by_id]  # type: ignore[attr-defined]

    def clean_guests(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["guests"]
        if not chosen:
            raise forms.ValidationError(gettext("Xin đánh dấu ít nhất một đại biểu."))
        return chosen

    @property
    def chosen(self) -> list[Guest]:
        return [self.by_id[one] for one in self.cleaned_data["guests"]]

    @property
    def ticked(self) -> frozenset[str]:
        """Return whose box is ticked on the page."""
        return frozenset(self["guests"].value() or ()) if self.is_bound else frozenset(self.by_id)
