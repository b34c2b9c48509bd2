"""Forms over the head of a plan, its planned dialogues and its duties."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Unit
from nghedan.domain.plans.intake import DutyDraft, ItemDraft
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.plans.forms.content import lines, text, year_field
from nghedan.interfaces.web.versions import Versioned, VersionedForm
from nghedan.kernel.terms import Term
from nghedan.kernel.vietnamese import roman


def translated(term: type[Term]) -> list[tuple[str, str]]:
    """Return the choices of a term in the reader's language."""
    return [(value, gettext(label)) for value, label in term.choices()]


def quarters() -> list[tuple[str, str]]:
    return [
        ("", gettext("Chưa rõ")),
        *((str(q), gettext("Quý %(quarter)s") % {"quarter": roman(q)}) for q in range(1, 5)),
    ]


def months() -> list[tuple[str, str]]:
    return [("", gettext("Chưa rõ")), *((str(m), gettext("Tháng %(month)s") % {"month": m}) for m in range(1, 13))]


def as_number(value: str) -> int | None:
    return int(value) if value else None


class PlanHeadForm(VersionedForm):
    """Title and year of a plan."""

    title = forms.CharField(label=_("Trích yếu"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    year = year_field(_("Kế hoạch của năm"))


class ReadingHeadForm(PlanHeadForm):
    """The head of a paper that was read."""

    number = text(_("Số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 05/KH-UBND"))
    issued_on = VietnameseDateField(label=_("Ngày ban hành"), required=False)
    place = text(_("Địa danh"), max_length=120)
    marks_optional = False

    def head(self) -> dict[str, Any]:
        """Return what was typed, by name."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class DialogueFields(forms.Form):
    """What a planned dialogue is about, with whom, when and where."""

    topics = lines(_("Nội dung đối thoại"), rows=4)
    audience = lines(_("Đối tượng"), rows=3)
    participants = lines(_("Thành phần tham dự"), rows=4)
    quarter = forms.TypedChoiceField(
        label=_("Quý"), required=False, choices=quarters, coerce=as_number, empty_value=None
    )
    month = forms.TypedChoiceField(label=_("Tháng"), required=False, choices=months, coerce=as_number, empty_value=None)
    year = year_field(_("Năm"), required=False)
    held_on = VietnameseDateField(label=_("Ngày, nếu đã ấn định"), required=False)
    venue = text(_("Địa điểm"))

    @staticmethod
    def initial_of(item: ItemDraft) -> dict[str, Any]:
        return {
            "kind": item.kind, "openness": item.openness, "topics": item.topics, "audience": item.audience,
            "participants": item.participants, "quarter": item.quarter, "month": item.month, "year": item.year,
            "held_on": item.held_on, "venue": item.venue,
        }  # fmt: skip

    def draft(self) -> ItemDraft:
        """Return what was typed. Call it only once the form is valid."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        typed: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
        return ItemDraft(**typed)


class ReadingDialogueForm(DialogueFields, VersionedForm):
    """A planned dialogue of a file that was read."""

    marks_optional = False


class ItemForm(DialogueFields, VersionedForm):
    """A planned dialogue of a plan, with its kind and who may come."""

    kind = forms.TypedChoiceField(label=_("Loại"), choices=lambda: translated(ItemKind), coerce=ItemKind)
    openness = forms.TypedChoiceField(
        label=_("Người dự"), choices=lambda: translated(Openness), coerce=Openness, widget=forms.RadioSelect
    )
    marks_optional = False
    field_order = ("kind", "openness")


class ReadingDutyForm(VersionedForm):
    """A unit of a file that was read, and all its tasks."""

    unit_text = text(_("Đơn vị"), required=True, max_length=400)
    tasks = lines(_("Nhiệm vụ"))
    marks_optional = False

    def draft(self) -> DutyDraft:
        return DutyDraft(self.cleaned_data["unit_text"], tuple(self.cleaned_data["tasks"]))


class DutyForm(VersionedForm):
    """One duty of a plan: who, as printed and as known here, and what."""

    unit_text = text(_("Đơn vị, như ghi trong kế hoạch"), required=True, max_length=400)
    unit = forms.ModelChoiceField(
        label=_("Đơn vị trong danh sách"), queryset=Unit._base_manager.none(), required=False,
        empty_label=_("Không có trong danh sách"),
        help_text=_("Chọn thì cán bộ đơn vị ấy thấy nhiệm vụ trong việc của mình."),
    )  # fmt: skip
    text = forms.CharField(label=_("Nhiệm vụ"), widget=forms.Textarea(attrs={"rows": 4}))
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Versioned, units: Any, **options: Any) -> None:
        super().__init__(data, obj=obj, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
