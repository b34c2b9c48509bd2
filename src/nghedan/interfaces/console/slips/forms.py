"""Forms of slips, stacks and sheets."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.models import Sheet
from nghedan.domain.opinions.services.keying import Keyed
from nghedan.domain.opinions.services.paper import MOST_SLIPS, Capture
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.ui.fields import VietnameseDateField, WholeNumberField
from nghedan.interfaces.console.ledger.forms.addressing import Addressing
from nghedan.interfaces.console.ledger.forms.person import HamletField, PersonFields, WordsField

ON_PAPER = (Origin.SLIP, Origin.BOX, Origin.MEETING, Origin.LETTER, Origin.HAMLET, Origin.UNIT)
EVERY, UNNAMED = "*", "-"
WIDTH = "govuk-input--width-5"


class PrintForm(forms.Form):
    """How many slips for each hamlet, and how many without one."""

    addressed = forms.ChoiceField(label=_("In phiếu cho"))
    each = WholeNumberField(
        label=_("Số phiếu mỗi thôn được chọn"), min_value=1, max_value=MOST_SLIPS, initial=20,
        widget=forms.TextInput(attrs={"class": WIDTH, "inputmode": "numeric"}),
    )  # fmt: skip
    hamlets = forms.MultipleChoiceField(
        label=_("Thôn, tổ dân phố"), required=False, widget=forms.CheckboxSelectMultiple
    )
    marks_optional = False

    def __init__(self, data: Any = None, *, hamlets: Sequence[Hamlet], addressing: Addressing) -> None:
        super().__init__(data, initial={"addressed": addressing.first})
        self.addressing = addressing
        self.by_id = {one.public_id: one for one in hamlets}
        self.fields["addressed"].choices = addressing.choices  # type: ignore[attr-defined]
        every = [(EVERY, gettext("Tất cả thôn, tổ dân phố"))] if len(hamlets) > 1 else []
        unnamed = (UNNAMED, gettext("Phiếu không ghi sẵn tên thôn"))
        named = [(one.public_id, str(one)) for one in hamlets]
        self.fields["hamlets"].choices = [*every, *named, unnamed]  # type: ignore[attr-defined]

    def clean_hamlets(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["hamlets"]
        if not chosen:
            raise forms.ValidationError(gettext("Xin chọn ít nhất một thôn, hoặc phiếu không ghi sẵn tên thôn."))
        return chosen

    @property
    def chosen(self) -> list[Hamlet | None]:
        """Return the hamlets, None for slips that name none."""
        typed = self.cleaned_data["hamlets"]
        named = [one for public_id, one in self.by_id.items() if EVERY in typed or public_id in typed]
        return [*named, *([None] if UNNAMED in typed else [])]


class ManyFiles(forms.FileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files in the order they were chosen."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list) else [data]
        return [super(FilesField, self).clean(one, initial) for one in files]


class StackForm(forms.Form):
    """A stack from the scanner as one PDF, or photos of slips."""

    file = FilesField(
        label=_("Tệp quét hoặc ảnh chụp"),
        help_text=_("Một tệp PDF của máy quét (tối đa 25 MB), hoặc chọn nhiều ảnh .jpg, .png cùng lúc."),
        widget=ManyFiles(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.webp", "multiple": True}),
        error_messages={
            "required": _("Xin chọn tệp PDF hoặc ảnh chụp phiếu."),
            "empty": _("Có tệp rỗng. Xin chọn tệp khác."),
        },
    )
    addressed = forms.ChoiceField(label=_("Cho cuộc đối thoại"))
    origin = forms.ChoiceField(label=_("Nguồn"))
    hamlet = HamletField(
        label=_("Thôn, tổ dân phố"), help_text=_("Phiếu đã in sẵn tên thôn thì để “Chưa rõ”: phần mềm tự nhận.")
    )
    received_on = VietnameseDateField(label=_("Ngày nhận"))
    note = forms.CharField(
        label=_("Ghi chú"), max_length=200, required=False, help_text=_("Ví dụ: hòm phiếu nhà văn hóa")
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, hamlets: Sequence[Hamlet], addressing: Addressing, today: date
    ) -> None:
        initial = {"received_on": today, "addressed": addressing.first, "origin": Origin.SLIP.value}
        super().__init__(data, files, initial=initial)
        self.addressing = addressing
        self.fields["addressed"].choices = addressing.choices  # type: ignore[attr-defined]
        self.fields["origin"].choices = [(one.value, gettext(one.label)) for one in ON_PAPER]  # type: ignore[attr-defined]
        self.fields["hamlet"].offer(hamlets)  # type: ignore[attr-defined]

    def capture(self) -> tuple[Body, Capture]:
        typed = self.cleaned_data
        body, dialogue = self.addressing.chosen(typed["addressed"])
        origin = Origin(typed["origin"])
        return body, Capture(dialogue, typed["hamlet"], origin, typed["received_on"], typed["note"])


class KeyForm(PersonFields):
    """What stands on a sheet, in the order the hands type it."""

    words = WordsField(widget=forms.Textarea(attrs={"rows": 7, "autofocus": True}))
    hamlet = HamletField(label=_("Thôn, tổ dân phố"))
    marks_optional = False
    field_order = ("words", "hamlet", "name", "phone", "address", "reply_way", "may_publish_name")

    def __init__(self, data: Any = None, *, sheet: Sheet, hamlets: Sequence[Hamlet]) -> None:
        super().__init__(data, initial={"hamlet": sheet.hamlet.public_id if sheet.hamlet else ""})
        own = [sheet.hamlet] if sheet.hamlet and sheet.hamlet not in hamlets else []
        self.fields["hamlet"].offer([*hamlets, *own])  # type: ignore[attr-defined]

    def keyed(self) -> Keyed:
        typed = self.cleaned_data
        return Keyed(typed["words"], typed["hamlet"], self.person, self.reply, typed["may_publish_name"])


def aside_reasons() -> list[str]:
    """Return the usual reasons why a sheet is not keyed in, each of them one press."""
    return [gettext("Mặt sau"), gettext("Tờ trắng"), gettext("Đã có")]
