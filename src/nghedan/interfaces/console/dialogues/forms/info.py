"""What a dialogue says, who presides, which plans it carries out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.terms import Chair, Medium
from nghedan.domain.organisations.models import Body, Hamlet, Officer
from nghedan.domain.plans.models import PlanItem
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.ui.fields import LinesField, WholeNumberField
from nghedan.interfaces.web.forms import STOPPED
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.terms import Term

TEXTS = ("theme", "venue", "online_address")
LISTS = ("topics", "audience", "participants")
CHOICES = ("kind", "openness", "medium")
NUMBERS = ("expected_min", "expected_max")


def labels_of(term: type[Term]) -> list[tuple[str, str]]:
    return [(value, gettext(label)) for value, label in term.choices()]


class InfoFields(forms.Form):
    """What a dialogue says of itself."""

    theme = forms.CharField(label=_("Chủ đề"), max_length=400)
    topics = LinesField(
        label=_("Nội dung đối thoại"), required=False, help_text=_("Mỗi dòng một nội dung"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    audience = LinesField(
        label=_("Đối tượng đối thoại"), required=False, help_text=_("Mỗi dòng một đối tượng"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    openness = forms.ChoiceField(
        label=_("Ai được dự"), choices=lambda: labels_of(Openness), widget=forms.RadioSelect,
        help_text=_("Hội nghị nội bộ không có trang công khai."),
    )  # fmt: skip
    medium = forms.ChoiceField(label=_("Hình thức"), choices=lambda: labels_of(Medium), widget=forms.RadioSelect)


class InfoForm(VersionedForm, InfoFields):
    """Everything about a dialogue but its day and who presides."""

    kind = forms.ChoiceField(label=_("Loại"), choices=lambda: labels_of(ItemKind), widget=forms.RadioSelect)
    participants = LinesField(
        label=_("Thành phần tham dự"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một cơ quan, đơn vị hoặc nhóm người"),
    )  # fmt: skip
    venue = forms.CharField(label=_("Địa điểm"), max_length=300, required=False)
    online_address = forms.CharField(label=_("Địa chỉ dự trực tuyến"), max_length=300, required=False)
    expected_min = WholeNumberField(label=_("Số đại biểu dự kiến, từ"), min_value=1, required=False)
    expected_max = WholeNumberField(label=_("Đến"), min_value=1, required=False)
    hamlets = forms.MultipleChoiceField(
        label=_("Cụm thôn, tổ dân phố"), required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small dialogue-hamlets"}),
        help_text=_("Để trống nếu hội nghị dành cho toàn địa phương."),
    )  # fmt: skip

    field_order = (
        "theme",
        "topics",
        "audience",
        "openness",
        "kind",
        "medium",
        "online_address",
        "participants",
        "venue",
    )

    def __init__(self, data: Any = None, *, obj: Dialogue, hamlets: Sequence[Hamlet], **options: Any) -> None:
        initial = {name: getattr(obj, name) for name in (*TEXTS, *LISTS, *CHOICES, *NUMBERS)}
        initial["hamlets"] = [hamlet.public_id for hamlet in obj.hamlets.all()]
        super().__init__(data, obj=obj, initial=initial, **options)
        self.by_id = {hamlet.public_id: hamlet for hamlet in hamlets}
        self.fields["hamlets"].choices = [(key, str(hamlet)) for key, hamlet in self.by_id.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        least, most = cleaned.get("expected_min"), cleaned.get("expected_max")
        if least and most and most < least:
            self.add_error("expected_max", gettext("Số sau không nhỏ hơn số trước."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        """Return the fields that differ from what is stored, so that the journal names what was changed."""
        names = (*TEXTS, *LISTS, *CHOICES, *NUMBERS)
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data[name] != getattr(self.obj, name)}

    def chosen_hamlets(self) -> list[Hamlet]:
        return [self.by_id[key] for key in self.cleaned_data["hamlets"]]


class PresidingForm(forms.Form):
    """Who presides. The hidden field tells whether somebody else has changed it since the page was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    chair = forms.CharField(label=_("Người chủ trì: chức vụ"), max_length=200)
    officer = forms.ChoiceField(label=_("Họ tên, nếu đã rõ"), required=False)
    co_chairs = LinesField(
        label=_("Đồng chủ trì"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_lines=10,
        help_text=_("Mỗi dòng một chức vụ. Theo Điều 43, có đại diện Thường trực Hội đồng nhân dân."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, rows: Sequence[Presiding], officers: Sequence[Officer]) -> None:
        self.rows = rows
        self.officers = {officer.public_id: officer for officer in officers}
        chair = next((row for row in rows if row.part == Chair.CHAIR), None)
        initial = {
            "seen": self._sight(),
            "chair": chair.post_title if chair else "",
            "officer": chair.officer.public_id if chair and chair.officer else "",
            "co_chairs": [row.post_title for row in rows if row.part == Chair.CO_CHAIR],
        }
        super().__init__(data, initial=initial)
        names = [(key, officer.full_name) for key, officer in self.officers.items()]
        self.fields["officer"].choices = [("", gettext("Chưa ghi tên")), *names]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("seen") != self._sight():
            data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
            data["seen"] = self._sight()
            self.data = data
            text = gettext("Có người vừa sửa phần này. Nội dung đã nhập vẫn còn; xin xem lại rồi lưu lần nữa.")
            raise ValidationError(text, code=STOPPED)
        return cleaned

    def chosen_chair(self) -> tuple[str, Officer | None]:
        return self.cleaned_data["chair"], self.officers.get(self.cleaned_data["officer"])

    def chosen_co_chairs(self) -> list[tuple[str, Body | None]]:
        """Return the co-chairs; one who was there before keeps the body she stands for."""
        bodies = {row.post_title: row.body for row in self.rows}
        return [(title, bodies.get(title)) for title in self.cleaned_data["co_chairs"]]

    def _sight(self) -> str:
        return ".".join(row.public_id for row in self.rows)


class JoinForm(VersionedForm):
    """Another plan's dialogue that is carried out by the same conference."""

    item = forms.ChoiceField(label=_("Cuộc đối thoại trong kế hoạch khác"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, obj: Dialogue, items: Sequence[PlanItem], **options: Any) -> None:
        super().__init__(data, obj=obj, **options)
        self.items = {item.public_id: item for item in items}
        self.fields["item"].choices = [(key, f"{item.plan.title}: {item}") for key, item in self.items.items()]  # type: ignore[attr-defined]

    def chosen(self) -> PlanItem:
        return self.items[self.cleaned_data["item"]]
