"""Handing a list in, saying what its columns hold, correcting a row."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.services.lists import read_lines, read_list
from nghedan.domain.opinions.services.paper import Capture
from nghedan.domain.opinions.terms import ListColumn, Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.tables.table import Table
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.ledger.forms.addressing import Addressing
from nghedan.interfaces.console.ledger.forms.person import HamletField

IN_LISTS = (
    Origin.MEETING, Origin.UNIT, Origin.HAMLET, Origin.VOTERS, Origin.OTHER_PORTAL, Origin.PHONE, Origin.RECEPTION,
    Origin.BOX, Origin.LETTER,
)  # fmt: skip
"""The ways from which lists come, the most frequent first."""


class ListForm(forms.Form):
    """A list as a file or pasted, and what holds for rows that say nothing else."""

    file = forms.FileField(
        label=_("Tệp danh sách"), required=False, allow_empty_file=True,
        help_text=_("Excel (.xlsx) hoặc .csv, tối đa 10.000 dòng; mỗi dòng một ý kiến."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
    )  # fmt: skip
    lines = forms.CharField(
        label=_("Hoặc dán vào đây"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Mỗi dòng một ý kiến; dán được cả các ô chép từ Excel."),
    )  # fmt: skip
    addressed = forms.ChoiceField(label=_("Cho cuộc đối thoại"))
    origin = forms.ChoiceField(label=_("Nguồn"))
    hamlet = HamletField(
        label=_("Thôn, tổ dân phố"), help_text=_("Dùng cho những dòng không ghi tên thôn, tổ dân phố.")
    )
    received_on = VietnameseDateField(label=_("Ngày nhận"))
    note = forms.CharField(
        label=_("Nguồn cụ thể"), max_length=120, required=False, help_text=_("Ví dụ: biên bản họp thôn ngày 12/8")
    )
    marks_optional = False

    def __init__(
        self, data: Any = None, files: Any = None, *, hamlets: Sequence[Hamlet], addressing: Addressing, today: date
    ) -> None:
        super().__init__(data, files, initial={"received_on": today})
        self.addressing = addressing
        self.fields["addressed"].choices = addressing.choices  # type: ignore[attr-defined]
        self.fields["origin"].choices = [(one.value, gettext(one.label)) for one in IN_LISTS]  # type: ignore[attr-defined]
        self.fields["hamlet"].offer(hamlets)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if bool(typed.get("file")) == bool(typed.get("lines", "").strip()) and "file" not in self.errors:
            both = bool(typed.get("file"))
            told = gettext("Xin chỉ chọn một cách: gửi tệp, hoặc dán.") if both else gettext("Xin chọn tệp, hoặc dán các dòng.")  # fmt: skip  # noqa: E501
            self.add_error("file", told)
        return typed

    def table(self) -> Table:
        """Return what was handed in, row by row. Raises Invalid."""
        upload = self.cleaned_data["file"]
        return read_list(upload) if upload else read_lines(self.cleaned_data["lines"])

    def capture(self) -> tuple[Body, Capture]:
        typed = self.cleaned_data
        body, dialogue = self.addressing.chosen(typed["addressed"])
        return body, Capture(dialogue, typed["hamlet"], Origin(typed["origin"]), typed["received_on"], typed["note"])


class ColumnsForm(forms.Form):
    """What each column holds; one question a column, named by its heading."""

    marks_optional = False

    def __init__(self, data: Any = None, *, headings: Sequence[str], chosen: Mapping[int, ListColumn]) -> None:
        super().__init__(data)
        choices = [("", gettext("Không dùng")), *((one.value, gettext(one.label)) for one in ListColumn)]
        for place, heading in enumerate(headings):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=heading or gettext("Cột %(number)s") % {"number": place + 1}, required=False, choices=choices,
                initial=chosen[place].value if place in chosen else "",
            )  # fmt: skip

    def columns(self) -> dict[int, ListColumn]:
        chosen = {int(name.removeprefix("column_")): value for name, value in self.cleaned_data.items()}
        return {place: ListColumn(value) for place, value in chosen.items() if value}


class RowForm(forms.Form):
    """The cells of one row that are used; a hamlet is chosen, the nearest first."""

    marks_optional = False

    def __init__(
        self, data: Any = None, *, texts: Mapping[ListColumn, str], hamlets: Sequence[Hamlet], near: Sequence[Hamlet]
    ) -> None:
        super().__init__(data, initial={meaning.value: text for meaning, text in texts.items()})
        for meaning, text in texts.items():
            if meaning is ListColumn.HAMLET:
                self.fields[meaning.value] = _hamlet_choice(text, hamlets, near)
                continue
            is_long = meaning is ListColumn.WORDS
            widget = forms.Textarea(attrs={"rows": 8}) if is_long else forms.TextInput(attrs={"autocomplete": "off"})
            self.fields[meaning.value] = forms.CharField(
                label=gettext(meaning.label), required=False, strip=False, widget=widget
            )

    def texts(self) -> dict[ListColumn, str]:
        return {ListColumn(name): text for name, text in self.cleaned_data.items()}


def _hamlet_choice(text: str, hamlets: Sequence[Hamlet], near: Sequence[Hamlet]) -> forms.ChoiceField:
    ordered = [*near, *(one for one in hamlets if one not in near)]
    names = [(str(one), str(one)) for one in ordered]
    none = ("", gettext("Không ghi thôn ở dòng này"))
    choices = [*names, none]
    if text and text not in dict(names):
        choices.insert(0, (text, gettext("như trong tệp: “%(text)s”") % {"text": text}))
    return forms.ChoiceField(label=gettext(ListColumn.HAMLET.label), required=False, choices=choices)
