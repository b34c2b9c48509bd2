"""Lines of the minutes, the reading, the signatures, and what was learned."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import LessonPoint, Minutes, MinutesLine
from nghedan.domain.hall.queries.minutes import lessons_to_carry
from nghedan.domain.hall.rules.minutes_text import with_marks, without_marks
from nghedan.domain.hall.terms import LessonKind, SignerPart
from nghedan.domain.organisations.models import Officer, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.interfaces.web.versions import VersionedForm

HOURS = ["%H:%M", "%Hh%M", "%Hh", "%H"]


class HourField(forms.TimeField):
    """An hour of the day of the conference: 8h05."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"})
        wrong = {"invalid": _("Giờ chưa đúng. Ghi giờ và phút, ví dụ 8h05.")}
        super().__init__(
            **{"label": _("Lúc"), "input_formats": HOURS, "widget": widget, "error_messages": wrong, **options}
        )


class NewLineForm(forms.Form):
    """A line of the secretary's own."""

    text = forms.CharField(
        label=_("Ghi thêm"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Không ghi họ tên người dân, không ghi nội dung tố cáo; các dòng này in trong biên bản."),
    )  # fmt: skip
    at = HourField(required=False, help_text=_("Để trống là bây giờ."))

    def moment(self, day: datetime) -> datetime | None:
        """Return when it was, on the day of the conference; None for now."""
        return _on_day(self.cleaned_data["at"], day)


class LineForm(VersionedForm):
    """A line written over; a name stands as "[họ tên]"."""

    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 6}))
    at = HourField(help_text=_("Các dòng đứng theo giờ."))

    def __init__(self, data: Any = None, *, obj: MinutesLine, **options: Any) -> None:
        at = obj.at.astimezone(clock.LOCAL_ZONE)
        initial = {"text": with_marks(obj.text), "at": f"{at.hour}h{at.minute:02d}"}
        super().__init__(data, obj=obj, initial=initial, **options)
        self.line = obj
        if "{speaker:" in obj.text:
            self.fields["text"].help_text = _("Chữ [họ tên] là chỗ của họ tên người phát biểu, xin giữ nguyên.")

    @property
    def stored_text(self) -> str:
        return without_marks(self.cleaned_data["text"], self.line.text)

    @property
    def moment(self) -> datetime | None:
        """Return the new moment; None while the hour and minute are as they were."""
        asked, before = self.cleaned_data["at"], self.line.at.astimezone(clock.LOCAL_ZONE)
        return None if (asked.hour, asked.minute) == (before.hour, before.minute) else _on_day(asked, self.line.at)


class ReadForm(VersionedForm):
    """That the minutes were read out, and what was said to them."""

    corrections = forms.CharField(
        label=_("Ý kiến bổ sung, sửa đổi"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một ý kiến; in ở cuối biên bản. Để trống nếu thống nhất."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, obj: Minutes, **options: Any) -> None:
        super().__init__(data, obj=obj, initial={"corrections": obj.corrections}, **options)


class SignForm(forms.Form):
    """Who signed, as what."""

    part = forms.ChoiceField(label=_("Tư cách"), widget=forms.RadioSelect)
    officer = forms.ChoiceField(label=_("Người ký"), required=False)
    name = forms.CharField(
        label=_("Họ tên, chức vụ"), max_length=200, required=False,
        help_text=_("Ghi khi người ký không có trong danh sách trên."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, open_parts: Sequence[SignerPart], officers: Sequence[Officer]) -> None:
        super().__init__(data)
        self.officers = {one.public_id: one for one in officers}
        self.fields["part"].choices = [(part.value, gettext(part.label)) for part in open_parts]  # type: ignore[attr-defined]
        nobody = ("", gettext("Không có trong danh sách"))
        self.fields["officer"].choices = [nobody, *((one.public_id, one.full_name) for one in officers)]  # type: ignore[attr-defined]

    @property
    def signer(self) -> Officer | None:
        return self.officers.get(self.cleaned_data["officer"])

    @property
    def signed_name(self) -> str:
        typed: str = self.cleaned_data["name"].strip()
        return typed or (self.signer.full_name if self.signer else "")


class LessonFields(forms.Form):
    """A point: what kind, in words, for whom."""

    kind = forms.ChoiceField(label=_("Loại"), choices=lambda: [(value, gettext(label)) for value, label in LessonKind.choices()], widget=forms.RadioSelect)  # fmt: skip  # noqa: E501
    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 3}))
    unit = forms.ChoiceField(label=_("Đơn vị"), required=False)

    def offer(self, units: Sequence[Unit]) -> None:
        """Let these units be chosen, known by their public ids."""
        self.units = {unit.public_id: unit for unit in units}
        nobody = ("", gettext("Chưa nêu đơn vị"))
        self.fields["unit"].choices = [nobody, *((unit.public_id, unit.name) for unit in units)]  # type: ignore[attr-defined]

    @property
    def chosen_unit(self) -> Unit | None:
        return self.units.get(self.cleaned_data["unit"])

    @property
    def chosen_kind(self) -> LessonKind:
        return LessonKind(self.cleaned_data["kind"])


class NewLessonForm(LessonFields):
    """A point to add."""

    def __init__(self, data: Any = None, *, units: Sequence[Unit]) -> None:
        super().__init__(data, initial={"kind": LessonKind.TO_DO.value})
        self.offer(units)


class LessonForm(VersionedForm, LessonFields):
    """A point to change."""

    field_order = ("kind", "text", "unit")

    def __init__(self, data: Any = None, *, obj: LessonPoint, units: Sequence[Unit]) -> None:
        unit = obj.unit.public_id if obj.unit else ""
        super().__init__(data, obj=obj, initial={"kind": obj.kind, "text": obj.text, "unit": unit})
        self.offer([*units, *([obj.unit] if obj.unit and obj.unit not in units else [])])


class CarryForm(forms.Form):
    """Which points of last year become tasks."""

    points = forms.MultipleChoiceField(
        label=_("Rút kinh nghiệm năm trước"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Mỗi điểm được chọn thành một việc chuẩn bị của hội nghị này."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, offered: Sequence[LessonPoint]) -> None:
        super().__init__(data)
        self.offered = {point.public_id: point for point in offered}
        self.fields["points"].choices = [(key, _told(point)) for key, point in self.offered.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[LessonPoint]:
        return [self.offered[key] for key in self.cleaned_data["points"]]


def carry_form(actor: Actor, dialogue: Dialogue) -> CarryForm | None:
    """Return the form that offers what was left to do from last year; None where nothing was, or for whom it is no
    matter of theirs."""
    if not decide(actor, "lesson_point.carry_over", dialogue).allowed:
        return None
    offered = list(lessons_to_carry(actor, dialogue))
    return CarryForm(offered=offered) if offered else None


def _told(point: LessonPoint) -> str:
    return f"{point.text} ({point.unit.name})" if point.unit else point.text


def _on_day(asked: Any, day: datetime) -> datetime | None:
    if asked is None:
        return None
    return datetime.combine(day.astimezone(clock.LOCAL_ZONE).date(), asked, tzinfo=clock.LOCAL_ZONE)
