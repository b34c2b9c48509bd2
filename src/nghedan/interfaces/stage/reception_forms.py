"""Forms of the reception: looking for a guest, writing down a walk-in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.hall.services.attending import Arrival
from nghedan.domain.invitations.models import Guest
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.identities.person import Person
from nghedan.foundation.ui.fields import IdempotencyKeyField

FORM = "stage.reception"


class SpeakingFields(forms.Form):
    """Whoever comes may ask to speak at once."""

    wants_to_speak = forms.BooleanField(label=_("Đăng ký phát biểu"), required=False)
    topic = forms.CharField(label=_("Nội dung sẽ phát biểu"), max_length=300, required=False)
    may_show_name = forms.BooleanField(label=_("Đồng ý nêu tên trên màn hình"), required=False)
    form_key = IdempotencyKeyField()

    def arrival(self) -> Arrival:
        """Return who came."""
        raise NotImplementedError

    def wishes(self) -> dict[str, Any]:
        """Return what she wishes to say."""
        return {name: self.cleaned_data[name] for name in ("wants_to_speak", "topic", "may_show_name")}


class GuestForm(SpeakingFields):
    """A guest who was found."""

    guest = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, guests: Sequence[Guest] = (), **options: Any) -> None:
        super().__init__(data, **options)
        self.guests = {guest.public_id: guest for guest in guests}

    def clean_guest(self) -> Guest:
        """Return the guest. Raises ValidationError when she is not on the list."""
        guest = self.guests.get(self.cleaned_data["guest"])
        if guest is None:
            raise forms.ValidationError(gettext("Giấy mời này không có trong danh sách. Xin tìm lại."))
        return guest

    def arrival(self) -> Arrival:
        return Arrival(guest=self.cleaned_data["guest"], **self.wishes())


class WalkInForm(SpeakingFields):
    """Somebody without an invitation: her hamlet, and her name if she likes."""

    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"))
    name = forms.CharField(label=_("Họ và tên"), max_length=120, required=False)

    field_order = ("hamlet", "name", "wants_to_speak", "topic", "may_show_name", "form_key")

    def __init__(self, data: Any = None, *, hamlets: Sequence[Hamlet], **options: Any) -> None:
        super().__init__(data, **options)
        self.hamlets = {hamlet.public_id: hamlet for hamlet in hamlets}
        offered = [("", gettext("Chọn thôn, tổ dân phố")), *((key, str(row)) for key, row in self.hamlets.items())]
        self.fields["hamlet"].choices = offered  # type: ignore[attr-defined]

    def arrival(self) -> Arrival:
        person = Person(name=self.cleaned_data["name"].strip())
        return Arrival(hamlet=self.hamlets[self.cleaned_data["hamlet"]], person=person, **self.wishes())
