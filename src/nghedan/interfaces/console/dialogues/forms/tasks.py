"""Tasks of preparation: adding, changing, finishing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.checklist import UsualTask
from nghedan.domain.dialogues.models import Task
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm


def _steps() -> list[tuple[str, str]]:
    return [(value, gettext(label)) for value, label in Step.choices()]


class TaskFields(forms.Form):
    """What is to be done, by whom, until when, for which step."""

    title = forms.CharField(label=_("Việc cần làm"), widget=forms.Textarea(attrs={"rows": 3}))
    unit = forms.ChoiceField(label=_("Đơn vị thực hiện"), required=False)
    due_on = VietnameseDateField(label=_("Hạn"), required=False)
    step = forms.ChoiceField(label=_("Thuộc bước"), choices=_steps)

    def offer(self, units: Sequence[Unit]) -> None:
        """Let these units be chosen, known by their public ids."""
        self.units = {unit.public_id: unit for unit in units}
        nobody = ("", gettext("Chưa giao đơn vị nào"))
        self.fields["unit"].choices = [nobody, *((unit.public_id, unit.name) for unit in units)]  # type: ignore[attr-defined]

    @property
    def chosen_unit(self) -> Unit | None:
        return self.units.get(self.cleaned_data["unit"])


class NewTaskForm(TaskFields):
    """A task with a day of its own."""

    def __init__(self, data: Any = None, *, units: Sequence[Unit], **options: Any) -> None:
        super().__init__(data, initial={"step": Step.CONFERENCE}, **options)
        self.offer(units)


class TaskForm(VersionedForm, TaskFields):
    """An existing task; a day typed here stays when the dialogue moves."""

    field_order = ("title", "unit", "due_on", "step")

    def __init__(self, data: Any = None, *, obj: Task, units: Sequence[Unit], **options: Any) -> None:
        unit = obj.unit.public_id if obj.unit else ""
        initial = {"title": obj.title, "unit": unit, "due_on": obj.due_on, "step": obj.step}
        super().__init__(data, obj=obj, initial=initial, **options)
        self.offer([*units, *([obj.unit] if obj.unit and obj.unit not in units else [])])
        self.fields["due_on"].help_text = _("Ngày ghi ở đây giữ nguyên khi hội nghị chuyển ngày.")

    def changes(self) -> dict[str, Any]:
        """Return the values of the row; without a unit chosen, the plan's own words for it stay."""
        data, unit = self.cleaned_data, self.chosen_unit
        named = {"unit_id": unit.pk, "unit_text": unit.name} if unit else {"unit_id": None}
        return {"title": data["title"], "due_on": data["due_on"], "step": data["step"], **named}


@dataclass(frozen=True, slots=True)
class OfferedTask:
    """A usual task to be ticked, with the field of its day."""

    code: str
    title: str
    unit: str
    is_ticked: bool
    due: forms.BoundField


class UsualTasksForm(forms.Form):
    """Which of the usual tasks are to be done here, each until when."""

    tasks = forms.MultipleChoiceField(
        label=_("Những việc cần làm cho hội nghị này"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Hạn sửa được ngay ở đây; đơn vị sửa được sau khi thêm."),
    )  # fmt: skip
    marks_optional = False

    def __init__(
        self, data: Any = None, *, tasks: Sequence[UsualTask], units: Mapping[str, Unit], held_on: date | None
    ) -> None:
        super().__init__(data)
        self.offered = [(task, units.get(task.unit_kind)) for task in tasks]
        self.fields["tasks"].choices = [(task.code, task.title) for task in tasks]  # type: ignore[attr-defined]
        for task in tasks:
            self.fields[_due(task)] = VietnameseDateField(label=_("Hạn"), required=False, initial=task.due_on(held_on))

    def days(self) -> dict[str, date | None]:
        """Return code -> until when, as typed."""
        return {task.code: self.cleaned_data[_due(task)] for task, _unit in self.offered}

    def rows(self) -> list[OfferedTask]:
        """Return the tasks as they are ticked."""
        ticked = set(self["tasks"].value() or ())
        return [
            OfferedTask(task.code, task.title, unit.name if unit else "", task.code in ticked, self[_due(task)])
            for task, unit in self.offered
        ]


def _due(task: UsualTask) -> str:
    return f"due_{task.code}"


class FinishForm(VersionedForm):
    """That a task is done: when, with what result."""

    on = VietnameseDateField(label=_("Ngày xong"))
    note = forms.CharField(
        label=_("Kết quả"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: đã gửi 26 giấy mời; còn thiếu thôn Bó Chỉ"),
    )  # fmt: skip
