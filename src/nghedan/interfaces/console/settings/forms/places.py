"""Fields and forms that bodies, units and hamlets share."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.terms import Term

WIDTH_20 = "govuk-input--width-20"
NAME = _("Tên")


def text(label: Any, most: int, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Return a field for one line of text."""
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=required)


def short(label: Any, most: int, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Return a field for a few words."""
    widget = forms.TextInput(attrs={"class": WIDTH_20})
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=required, widget=widget)


def term_choices(terms: type[Term], blank: str = "") -> list[tuple[str, str]]:
    """Return the members of a term as choices, their first letter a capital."""
    rows = [(value, capital(gettext(label))) for value, label in terms.choices()]
    return [("", blank), *rows] if blank else rows


def capital(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


class ChosenRows:
    """A choice among rows, which are known outside by their public ids."""

    def __init__(self, rows: Iterable[Body] | Iterable[Unit] | Iterable[Hamlet]) -> None:
        self.rows = {row.public_id: row for row in rows}

    def choices(self) -> list[tuple[str, str]]:
        return [(public_id, str(row)) for public_id, row in self.rows.items()]


class LastDayForm(VersionedForm):
    """The last day of a row; until then it counts."""

    last_day = VietnameseDateField(
        label=_("Ngày cuối cùng còn hiệu lực"), help_text=_("Theo quyết định. Ví dụ: 30/6/2025")
    )


class BodyForm(VersionedForm):
    """What a body is called and how its papers are headed, numbered and signed."""

    name = text(_("Tên cơ quan"), 160)
    short_name = short(_("Tên viết tắt"), 60, _("Ví dụ: UBND xã"), required=False)
    head_post = text(_("Chức danh người đứng đầu"), 120, _("Ví dụ: Chủ tịch Ủy ban nhân dân"))
    deputy_post = text(_("Chức danh cấp phó"), 120)
    signature_authority = text(_("Thẩm quyền ký"), 120, _("Dòng đầu của phần ký. Ví dụ: TM. ỦY BAN NHÂN DÂN"))
    document_code = short(_("Chữ viết tắt trong số, ký hiệu"), 20, _("Ví dụ: UBND trong 05/KH-UBND"))
    superior_line = text(_("Tên tổ chức cấp trên ghi trên văn bản"), 160, required=False)
    place_name = short(_("Địa danh ghi trên văn bản"), 120, required=False)
    committee_term_from = VietnameseDateField(
        label=_("Ngày bắt đầu nhiệm kỳ"), required=False,
        help_text=_("Số văn bản của Đảng đánh theo nhiệm kỳ cấp ủy. Ví dụ: 01/7/2025"),
    )  # fmt: skip


class StartingSetForm(forms.Form):
    """Which shipped set to take over."""

    code = forms.ChoiceField(label=_("Bộ khởi đầu"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, sets: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["code"].choices = sets  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """The day a list is looked at."""

    marks_optional = False

    on = VietnameseDateField(label=_("Xem tại ngày"), required=False, help_text="")
