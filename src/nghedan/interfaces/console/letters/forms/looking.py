"""What the head says to a matter that was opened again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.transitions.moves import Move
from nghedan.interfaces.console.dialogues.forms.deciding import RecordedDecisionForm
from nghedan.interfaces.web.versions import Versioned, VersionedForm


class LookFields(forms.Form):
    """What is to be done now."""

    REWORK, EXPLAIN = "rework", "explain"
    direction = forms.CharField(label=_("Ý kiến chỉ đạo"), widget=forms.Textarea(attrs={"rows": 4}))
    rework = forms.ChoiceField(
        label=_("Câu trả lời"), widget=forms.RadioSelect, initial=REWORK,
        choices=((REWORK, _("Đơn vị kiểm tra, soạn lại")), (EXPLAIN, _("Giữ nguyên, giải thích thêm bằng thư mới"))),
    )  # fmt: skip


class LookForm(VersionedForm, LookFields):
    """By the head's own hand."""


class RecordedLookForm(RecordedDecisionForm, LookFields):
    """As the clerk records it: the direction is the content of the instruction."""

    content = None  # type: ignore[assignment]  # asked once, as the direction
    field_order = ("direction", "rework")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {**given, "content": given.get("direction", "")}


def look_form(move: Move, data: Any, files: Any, *, obj: Versioned, head: str, today: Any) -> VersionedForm:
    """Return the form for a look: with the fields of an instruction where the clerk records it for the head."""
    kind = RecordedLookForm if move.by_instruction else LookForm
    initial = {"rework": LookFields.REWORK, "decided_by": head, "decided_at": today}
    return kind(data, files=files, obj=obj, initial=initial)
