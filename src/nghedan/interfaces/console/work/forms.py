"""Writing an answer, and the passages a unit keeps."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.matters.models import Answer, Field, TextBlock
from nghedan.domain.matters.rules.answers import SHORT_SIGNS
from nghedan.domain.matters.services.answering import AnswerDraft
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import Versioned, VersionedForm

EVIDENCE, WORD = "evidence", "word"
"""What a file of an answer is for."""


class ShortField(forms.CharField):
    """Three lines; a line break counts as one sign, as it does in the browser."""

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AnswerForm(VersionedForm):
    """The answer of a unit; a draft may be incomplete, so nothing is required here."""

    marks_optional = False
    text = forms.CharField(label=_("Nội dung trả lời"), required=False, widget=_area(12))
    short = ShortField(
        label=_("Trả lời ngắn cho người chủ trì"), required=False, max_length=SHORT_SIGNS, widget=_area(3),
        help_text=_("Nhiều nhất ba dòng: làm gì, ai làm, bao giờ xong."),
    )  # fmt: skip
    basis = forms.CharField(
        label=_("Căn cứ pháp lý"), required=False, widget=_area(2),
        help_text=_("Tên, số, ngày văn bản; điều khoản nếu có"),
    )  # fmt: skip
    proposed_on = VietnameseDateField(label=_("Ngày dự kiến giải quyết xong"), required=False)
    caution = forms.CharField(
        label=_("Lưu ý khi trả lời"), required=False, widget=_area(2),
        help_text=_("Chỉ văn phòng, người chủ trì và đơn vị đọc; không công khai."),
    )  # fmt: skip
    evidence = forms.FileField(
        label=_("Tài liệu kèm theo"), required=False, help_text=_("Văn bản, ảnh, bảng tính"),
        error_messages={"empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, obj: Answer, **options: Any) -> None:
        names = ("text", "short", "basis", "proposed_on", "caution", "received_how")
        super().__init__(data, obj=obj, initial={name: getattr(obj, name) for name in names}, **options)
        self.answer = obj

    def draft(self) -> AnswerDraft:
        """Return the answer as typed; that the clerk entered it stays on record when the unit goes on."""
        given = self.cleaned_data
        return AnswerDraft(
            text=given["text"], short=given["short"], basis=given["basis"], proposed_on=given["proposed_on"],
            caution=given["caution"], for_unit=self.answer.for_unit, received_how=self.answer.received_how,
        )  # fmt: skip


class AnswerForUnitForm(AnswerForm):
    """The answer as the clerk enters it for a unit that sent it some other way."""

    received_how = forms.CharField(
        label=_("Đơn vị gửi bằng cách nào"), required=False, max_length=200,
        help_text=_("Ví dụ: tệp Word qua Zalo sáng 5/4/2026"),
    )  # fmt: skip
    word = forms.FileField(
        label=_("Tệp Word của đơn vị"), required=False,
        help_text=_("Lưu lại rồi bấm “Chép vào câu trả lời” để lấy chữ trong tệp."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip
    field_order = ("received_how", "word")

    def draft(self) -> AnswerDraft:
        given = self.cleaned_data
        return AnswerDraft(
            text=given["text"], short=given["short"], basis=given["basis"], proposed_on=given["proposed_on"],
            caution=given["caution"], for_unit=True, received_how=given["received_how"],
        )  # fmt: skip


class BlockFields(forms.Form):
    """A passage: name, words, and for which field."""

    title = forms.CharField(label=_("Tên đoạn mẫu"), max_length=120)
    text = forms.CharField(label=_("Nội dung"), widget=_area(6))
    field = forms.ChoiceField(label=_("Dùng cho lĩnh vực"), required=False)

    def offer(self, fields: Sequence[Field]) -> None:
        """Let these fields be chosen."""
        self.known = {field.public_id: field for field in fields}
        every = ("", gettext("Mọi lĩnh vực"))
        self.fields["field"].choices = [every, *((one.public_id, one.name) for one in fields)]  # type: ignore[attr-defined]

    @property
    def words(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"title": given["title"], "text": given["text"], "field": self.known.get(given["field"])}


class NewBlockForm(BlockFields):
    """A new passage of a unit; who works for one unit is not asked which."""

    unit = forms.ChoiceField(label=_("Đơn vị"))

    def __init__(self, data: Any = None, *, units: Sequence[Unit], fields: Sequence[Field]) -> None:
        super().__init__(data, initial={"unit": units[0].public_id if units else ""})
        self.offer(fields)
        self.units = {unit.public_id: unit for unit in units}
        self.fields["unit"].choices = [(unit.public_id, unit.name) for unit in units]  # type: ignore[attr-defined]
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()

    @property
    def chosen_unit(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class BlockForm(VersionedForm, BlockFields):
    """A passage that is changed."""

    field_order = ("title", "text", "field")

    def __init__(self, data: Any = None, *, obj: TextBlock, fields: Sequence[Field]) -> None:
        field = obj.field.public_id if obj.field else ""
        versioned: Versioned = obj
        super().__init__(data, obj=versioned, initial={"title": obj.title, "text": obj.text, "field": field})
        self.offer([*fields, *([obj.field] if obj.field and obj.field not in fields else [])])
