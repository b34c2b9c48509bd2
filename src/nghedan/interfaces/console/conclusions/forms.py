"""Writing an item of a conclusion."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.services.items import ItemDraft
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm


def _groups() -> list[tuple[str, str]]:
    return [(value, gettext(label)) for value, label in ItemGroup.choices()]


class ItemFields(forms.Form):
    """What is concluded; who does it until when, or where it goes, may follow."""

    text = forms.CharField(label=_("Nội dung kết luận"), widget=forms.Textarea(attrs={"rows": 4}))
    group = forms.ChoiceField(label=_("Thuộc phần"), choices=_groups)
    unit = forms.ChoiceField(label=_("Đơn vị chủ trì"), required=False, help_text=_("Cần có khi giao giải quyết."))
    supporting = forms.CharField(label=_("Đơn vị phối hợp"), required=False, max_length=300)
    due_on = VietnameseDateField(
        label=_("Thời hạn"), required=False, help_text=_("Cần có khi giao giải quyết. Ví dụ: 18/9/2026")
    )
    product = forms.CharField(
        label=_("Sản phẩm"), required=False, max_length=200,
        help_text=_("Ví dụ: văn bản trả lời, biên bản nghiệm thu, báo cáo kết quả"),
    )  # fmt: skip
    competent_body = forms.CharField(
        label=_("Chuyển, kiến nghị cơ quan nào"), required=False, max_length=200,
        help_text=_("Cần có khi vượt hoặc không thuộc thẩm quyền."),
    )  # fmt: skip

    def offer(self, units: Sequence[Unit]) -> None:
        """Let these units be chosen, known by their public ids."""
        self.units = {unit.public_id: unit for unit in units}
        nobody = ("", gettext("Chưa giao đơn vị nào"))
        self.fields["unit"].choices = [nobody, *((unit.public_id, unit.name) for unit in units)]  # type: ignore[attr-defined]

    def draft(self) -> ItemDraft:
        """Return the item as typed."""
        given = self.cleaned_data
        return ItemDraft(
            text=given["text"], group=ItemGroup(given["group"]), unit=self.units.get(given["unit"]),
            supporting=given["supporting"], competent_body=given["competent_body"], due_on=given["due_on"],
            product=given["product"],
        )  # fmt: skip


class NewItemForm(ItemFields):
    """An item nobody said in the hall: a general task, something decided afterwards."""

    def __init__(self, data: Any = None, *, units: Sequence[Unit], group: ItemGroup = ItemGroup.GENERAL) -> None:
        super().__init__(data, initial={"group": group.value})
        self.offer(units)


class ItemForm(VersionedForm, ItemFields):
    """An item that is there."""

    field_order = ("text", "group", "unit", "supporting", "due_on", "product", "competent_body")

    def __init__(self, data: Any = None, *, obj: ConclusionItem, units: Sequence[Unit]) -> None:
        names = ("text", "group", "supporting", "due_on", "product", "competent_body")
        initial = {name: getattr(obj, name) for name in names}
        unit = obj.unit.public_id if obj.unit else ""
        super().__init__(data, obj=obj, initial={**initial, "unit": unit})
        self.offer([*units, *([obj.unit] if obj.unit and obj.unit not in units else [])])
