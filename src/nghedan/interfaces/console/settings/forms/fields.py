"""Forms about fields of matters."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.matters.models import Field
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.fields import LinesField
from nghedan.interfaces.web.versions import VersionedForm

SIMPLE = ("name", "keywords", "days", "question", "is_conduct", "position")
MOST_KEYWORDS = 2_000


class FieldFields(forms.Form):
    """What a field is called, by which words it is known, who usually answers and in how many days."""

    name = forms.CharField(label=_("Tên lĩnh vực"), max_length=120)
    unit = forms.ChoiceField(label=_("Đơn vị thường phụ trách"), required=False)
    days = forms.IntegerField(
        label=_("Số ngày làm việc để trả lời"), min_value=1, max_value=365, initial=15,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        help_text=_("Dùng khi nội dung không thuộc cuộc đối thoại nào."),
    )  # fmt: skip
    question = forms.CharField(label=_("Câu hỏi thêm cho người dân"), max_length=200, required=False)
    is_conduct = forms.BooleanField(
        label=_("Về cán bộ, công vụ"), required=False,
        help_text=_("Ý kiến xếp vào lĩnh vực này không công khai và không giao cho đơn vị của người được nêu."),
    )  # fmt: skip
    position = forms.IntegerField(
        label=_("Thứ tự trong danh sách"), min_value=0, max_value=32000, initial=100,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    keywords = LinesField(
        label=_("Từ khóa"), required=False, max_lines=MOST_KEYWORDS,
        help_text=_("Mỗi dòng một từ hoặc cụm từ có dấu, như người dân vẫn nói, kể cả tiếng địa phương."),
    )  # fmt: skip

    def offer(self, units: Sequence[Unit]) -> None:
        """Let these units be chosen."""
        self.units = {unit.public_id: unit for unit in units}
        named = [(unit.public_id, unit.name) for unit in units]
        self.fields["unit"].choices = [("", gettext("Chưa rõ")), *named]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """Return the field as typed."""
        typed = self.cleaned_data
        return {**{name: typed[name] for name in SIMPLE}, "unit": self.units.get(typed["unit"])}


class FieldForm(FieldFields):
    """A new field."""

    def field_of(self, locality: Locality) -> Field:
        """Return the field, not yet stored."""
        return Field(locality=locality, **self.values())


class FieldEditForm(VersionedForm, FieldFields):
    """A field that is there."""

    def __init__(self, data: Any = None, *, obj: Field, **options: Any) -> None:
        initial = {name: getattr(obj, name) for name in SIMPLE} | {"unit": obj.unit.public_id if obj.unit else ""}
        super().__init__(data, obj=obj, initial=initial, **options)
