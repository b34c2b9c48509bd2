"""Seats for hamlets and organisations, and the names that fill them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.invitations.models import Allotment
from nghedan.domain.invitations.services.allotting import Seats
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.identities.person import Person
from nghedan.foundation.ui.fields import VietnameseDateField, WholeNumberField
from nghedan.interfaces.web.versions import VersionedForm

_NUMBERING = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-+•*])\s*")
_PHONE = re.compile(r"(?:\+?84|0)[\d .-]{8,14}")
_AFTER_NAME = re.compile(r"[,;:\t(]|\s[-–]\s|[-–]\s*$")


class SeatsFields(forms.Form):
    """How many, until when, what is asked of them."""

    seats = WholeNumberField(label=_("Số đại biểu mỗi nơi"))
    due_on = VietnameseDateField(label=_("Hạn gửi danh sách"), required=False)
    note = forms.CharField(
        label=_("Yêu cầu"), max_length=300, required=False,
        help_text=_("Ví dụ: có hộ nghèo, có đại diện phụ nữ, thanh niên"),
    )  # fmt: skip
    marks_optional = False

    @property
    def chosen(self) -> Seats:
        typed = self.cleaned_data
        return Seats(typed["seats"], typed["due_on"], typed["note"])


class AllotForm(SeatsFields):
    """The same number for every hamlet and organisation ticked."""

    hamlets = forms.MultipleChoiceField(
        label=_("Thôn, tổ dân phố"), required=False, widget=forms.CheckboxSelectMultiple
    )
    units = forms.MultipleChoiceField(
        label=_("Tổ chức tự mời hội viên, đoàn viên"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any = None, *, hamlets: Sequence[Hamlet], units: Sequence[Unit], due_on: date | None
    ) -> None:
        super().__init__(data, initial={"due_on": due_on, "hamlets": [one.public_id for one in hamlets]})
        self.by_hamlet = {one.public_id: one for one in hamlets}
        self.by_unit = {one.public_id: one for one in units}
        self.fields["hamlets"].choices = [(one.public_id, str(one)) for one in hamlets]  # type: ignore[attr-defined]
        self.fields["units"].choices = [(one.public_id, one.name) for one in units]  # type: ignore[attr-defined]

    @property
    def chosen_hamlets(self) -> list[Hamlet]:
        return [self.by_hamlet[one] for one in self.cleaned_data["hamlets"]]

    @property
    def chosen_units(self) -> list[Unit]:
        return [self.by_unit[one] for one in self.cleaned_data["units"]]


class CorrectForm(VersionedForm, SeatsFields):
    """The number of one hamlet or organisation."""

    def __init__(self, data: Any = None, *, obj: Allotment) -> None:
        super().__init__(data, obj=obj, initial={"seats": obj.seats, "due_on": obj.due_on, "note": obj.note})
        self.fields["seats"].label = gettext("Số đại biểu")


class NamesForm(VersionedForm):
    """One name a line, a telephone number behind it if it is known."""

    names = forms.CharField(
        label=_("Họ tên, mỗi dòng một người"), strip=False, widget=forms.Textarea(attrs={"rows": 6}), required=False,
        help_text=_("Có số điện thoại thì ghi sau dấu phẩy. Ví dụ: Hoàng Văn Dần, 0912 345 678"),
    )  # fmt: skip
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Allotment, rows: int = 6) -> None:
        super().__init__(data, obj=obj)
        self.fields["names"].widget.attrs["rows"] = rows

    @property
    def persons(self) -> list[Person]:
        """Return who is named, in the order of the lines."""
        return [person for line in self.cleaned_data["names"].splitlines() if (person := person_in(line)).name]


def person_in(line: str) -> Person:
    """Return the person a line names: "1. Hoàng Văn Dần, 0912 345 678"; without a name an empty one."""
    text = _NUMBERING.sub("", line)
    phone = _PHONE.search(text)
    name = _AFTER_NAME.split(text[: phone.start()] if phone else text)[0]
    return Person(name=" ".join(name.split()), phone=" ".join(phone[0].split()) if phone else "")
