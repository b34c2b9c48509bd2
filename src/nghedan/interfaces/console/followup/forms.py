"""Forms of commitments: what was done, more time, sending back, closing, deciding; and narrowing the board."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.services.extending import ExtensionDraft
from nghedan.domain.followup.services.working import ProgressDraft
from nghedan.domain.followup.terms import ExtensionKind
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.dialogues.forms.deciding import ReasonField, ReasonForm, RecordedDecisionForm
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.terms import gettext_noop

EVIDENCE = "evidence"
SHOWN = {
    "open": gettext_noop("Chưa xong"),
    "late": gettext_noop("Quá hạn"),
    "reported": gettext_noop("Chờ xác nhận"),
    "asked": gettext_noop("Xin gia hạn, chờ quyết định"),
    "done": gettext_noop("Đã xong"),
    "all": gettext_noop("Tất cả"),
}
"""What the board can show -> its name; the first without a question."""


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, gettext(kind.label)) for kind in ExtensionKind]


class ProgressForm(forms.Form):
    """What was done, and whether that was all."""

    text = forms.CharField(label=_("Đã làm được gì"), widget=_area(5))
    is_final = forms.BooleanField(
        label=_("Đã thực hiện xong, đề nghị xác nhận"), required=False,
        help_text=_("Không chọn nếu mới báo tiến độ."),
    )  # fmt: skip
    evidence = forms.FileField(
        label=_("Tài liệu chứng minh"), required=False, help_text=_("Văn bản trả lời, ảnh, biên bản nghiệm thu"),
        error_messages={"empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip

    def draft(self) -> ProgressDraft:
        """Return the report as typed."""
        given = self.cleaned_data
        received_how = given.get("received_how", "")
        return ProgressDraft(given["text"], given["is_final"], "received_how" in self.fields, received_how)


class ProgressForUnitForm(ProgressForm):
    """The report as the clerk enters it for a unit that told it some other way."""

    received_how = forms.CharField(
        label=_("Đơn vị báo bằng cách nào"), required=False, max_length=200,
        help_text=_("Ví dụ: điện thoại sáng 5/4/2026, văn bản số 12/PKT"),
    )  # fmt: skip
    field_order = ("text", "is_final", "received_how", "evidence")


class ExtensionForm(forms.Form):
    """More time, or a rest, and why; the domain says what is missing."""

    marks_optional = False

    kind = forms.ChoiceField(label=_("Xin gì"), choices=_kinds, widget=forms.RadioSelect, initial="later")
    new_due_on = VietnameseDateField(
        label=_("Đến ngày"), required=False,
        help_text=_("Tạm dừng thì ghi ngày xem lại. Ví dụ: 18/9/2026"),
    )  # fmt: skip
    reason = forms.CharField(label=_("Lý do"), required=False, widget=_area(4))

    def draft(self, *, for_unit: bool) -> ExtensionDraft:
        """Return the request as typed."""
        given = self.cleaned_data
        return ExtensionDraft(given["new_due_on"], given["reason"], ExtensionKind(given["kind"]), for_unit)


class GiveBackForm(VersionedForm):
    """What is still to be done; the domain says when it is missing."""

    marks_optional = False

    reason = forms.CharField(label=_("Cần làm tiếp việc gì"), required=False, widget=_area(3))


class CloseForm(VersionedForm):
    """Why there is no evidence, where there is none."""

    reason = forms.CharField(
        label=_("Ghi chú khi kết thúc"), required=False, widget=_area(3),
        help_text=_("Bắt buộc khi không có tài liệu chứng minh: ai kiểm tra, ngày nào, kết quả ra sao."),
    )  # fmt: skip


class AnswerForm(VersionedForm):
    """The head's word on a request for more time."""

    answer = forms.CharField(label=_("Ý kiến"), required=False, widget=_area(3))


class RecordedAnswerForm(RecordedDecisionForm):
    """The same as the clerk records it."""

    answer = forms.CharField(label=_("Ý kiến"), required=False, widget=_area(3))
    field_order = ("answer",)


class ReopenForm(ReasonForm):
    """Why a commitment is worked on again, and until when."""

    due_on = VietnameseDateField(label=_("Thời hạn mới"), required=False)
    field_order = ("reason", "due_on")


class RecordedReopenForm(RecordedDecisionForm):
    """The same as the clerk records it."""

    reason = ReasonField()
    due_on = VietnameseDateField(label=_("Thời hạn mới"), required=False)
    field_order = ("reason", "due_on")


class FilterForm(forms.Form):
    """Every field may stay empty; nonsense in the address narrows nothing."""

    marks_optional = False
    show = forms.ChoiceField(label=_("Xem"), required=False)
    unit = forms.ChoiceField(label=_("Đơn vị chủ trì"), required=False)
    dialogue = forms.ChoiceField(label=_("Cuộc đối thoại"), required=False)

    def __init__(self, data: QueryDict, *, units: Sequence[Unit], dialogues: Sequence[Dialogue]) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["show"].choices = [(code, gettext(label)) for code, label in SHOWN.items()]  # type: ignore[attr-defined]
        for name, rows in (("unit", units), ("dialogue", dialogues)):
            choices = [("", gettext("Tất cả")), *((row.public_id, str(row)) for row in rows)]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def shown(self) -> str:
        return self.cleaned_data.get("show") or next(iter(SHOWN))

    @property
    def conditions(self) -> dict[str, Any]:
        """Return what a commitment must say of itself to be listed."""
        paths = {"unit": "unit__public_id", "dialogue": "dialogue__public_id"}
        return {path: self.cleaned_data[name] for name, path in paths.items() if self.cleaned_data.get(name)}

    def chosen(self, query: QueryDict) -> list[Link]:
        """Return what narrows the list, each with the address without it."""
        links = []
        for name in self.fields:
            value = self.cleaned_data.get(name)
            if not value or (name == "show" and value == next(iter(SHOWN))):
                continue
            rest = query.copy()
            rest.pop(name, None)
            rest.pop("after", None)
            label = dict(self.fields[name].choices)[value]  # type: ignore[attr-defined]
            links.append(Link(str(label), f"?{rest.urlencode()}"))
        return links
