"""Handing a list of guests in, and correcting a row where it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.invitations.services.lists import read_guest_file, read_guest_lines
from nghedan.domain.invitations.terms import GuestColumn, GuestGroup
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.tables.table import Table

CORRECTED = (GuestColumn.NAME, GuestColumn.POST, GuestColumn.HAMLET, GuestColumn.PHONE, GuestColumn.CONTACT)


class GuestListForm(forms.Form):
    """A file or pasted rows, and the group all of them belong to."""

    group = forms.ChoiceField(label=_("Ghi vào nhóm"))
    file = forms.FileField(
        label=_("Tệp danh sách"), required=False, allow_empty_file=True,
        help_text=_(
            "Excel (.xlsx) hoặc .csv, tối đa 1.000 dòng. Dòng tiêu đề: Họ và tên, Chức vụ, Thôn, Điện thoại, Thư điện "
            "tử."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
    )  # fmt: skip
    lines = forms.CharField(
        label=_("Hoặc dán vào đây"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Mỗi dòng một người; dán được cả các ô chép từ Excel, kèm dòng tiêu đề."),
    )  # fmt: skip
    marks_optional = False

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"group": GuestGroup.PEOPLE.value})
        self.fields["group"].choices = [(one.value, gettext(one.label)) for one in GuestGroup]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        both = bool(typed.get("file")), bool(typed.get("lines", "").strip())
        if both[0] == both[1] and "file" not in self.errors:
            told = gettext("Xin chỉ chọn một cách: gửi tệp, hoặc dán.") if both[0] else gettext("Xin chọn tệp, hoặc dán các dòng.")  # fmt: skip  # noqa: E501
            self.add_error("file", told)
        return typed

    @property
    def group_chosen(self) -> GuestGroup:
        return GuestGroup(self.cleaned_data["group"])

    def table(self) -> Table:
        """Return what was handed in, row by row. Raises Invalid."""
        upload = self.cleaned_data["file"]
        return read_guest_file(upload) if upload else read_guest_lines(self.cleaned_data["lines"])


class GuestRowForm(forms.Form):
    """What a row says, where it stands; a hamlet is chosen."""

    marks_optional = False

    def __init__(
        self, data: Any = None, *, texts: Mapping[str, str], hamlets: Sequence[Hamlet], near: Sequence[Hamlet],
        prefix: str,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=dict(texts), prefix=prefix)
        for column in CORRECTED:
            if column is GuestColumn.HAMLET:
                self.fields[column.value] = _hamlet_choice(texts.get(column.value, ""), hamlets, near)
            else:
                widget = forms.TextInput(attrs={"autocomplete": "off"})
                self.fields[column.value] = forms.CharField(label=gettext(column.label), required=False, widget=widget)

    def texts(self) -> dict[GuestColumn, str]:
        return {GuestColumn(name): text for name, text in self.cleaned_data.items()}


def _hamlet_choice(text: str, hamlets: Sequence[Hamlet], near: Sequence[Hamlet]) -> forms.ChoiceField:
    names = [str(one) for one in (*near, *(one for one in hamlets if one not in near))]
    choices = [("", gettext("Không ghi thôn")), *((name, name) for name in names)]
    if text and text not in names:
        choices.insert(0, (text, gettext("như trong tệp: “%(text)s”") % {"text": text}))
    return forms.ChoiceField(label=gettext(GuestColumn.HAMLET.label), required=False, choices=choices)
