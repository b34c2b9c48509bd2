"""Forms of the register of petitions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.services import petitions
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm


def _number() -> forms.CharField:
    return forms.CharField(label=_("Số văn bản"), max_length=60, required=False)


class MoveForm(VersionedForm):
    """A move of a petition; what it asks for follows from the move."""

    def done(self, actor: Actor, petition: Petition) -> Petition:
        """Make the move."""
        raise NotImplementedError


class GuideForm(MoveForm):
    """The person was shown how to write the petition."""

    note = forms.CharField(label=_("Đã hướng dẫn thế nào"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def done(self, actor: Actor, petition: Petition) -> Petition:
        return petitions.guide_petition(actor=actor, petition=petition, note=self.cleaned_data["note"])


class TransferForm(MoveForm):
    """To whom it was passed on."""

    sent_to = forms.CharField(label=_("Cơ quan nhận đơn"), max_length=200)
    document_number = _number()

    def done(self, actor: Actor, petition: Petition) -> Petition:
        return petitions.transfer_petition(actor=actor, petition=petition, **_typed(self, "sent_to", "document_number"))


class AcceptForm(MoveForm):
    """That it was accepted, and when: the limit of settling runs from that day."""

    on = VietnameseDateField(label=_("Ngày thụ lý"))
    document_number = _number()

    def done(self, actor: Actor, petition: Petition) -> Petition:
        return petitions.accept_petition(actor=actor, petition=petition, **_typed(self, "on", "document_number"))


class SettleForm(MoveForm):
    """The decision or conclusion that ends it."""

    note = forms.CharField(label=_("Kết quả giải quyết"), widget=forms.Textarea(attrs={"rows": 3}))
    document_number = _number()

    def done(self, actor: Actor, petition: Petition) -> Petition:
        return petitions.settle_petition(actor=actor, petition=petition, **_typed(self, "note", "document_number"))


class ReopenForm(MoveForm):
    """It is taken up again."""

    def done(self, actor: Actor, petition: Petition) -> Petition:
        return petitions.reopen_petition(actor=actor, petition=petition)


FORMS: dict[str, type[MoveForm]] = {
    "guide": GuideForm, "transfer": TransferForm, "accept": AcceptForm, "settle": SettleForm, "reopen": ReopenForm,
}  # fmt: skip
"""Move, without "petition.", -> its form."""


class GiveBackForm(VersionedForm):
    """It is no petition of law after all: nothing to fill in, but the page must be up to date."""


def _typed(form: forms.Form, *names: str) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in names}
