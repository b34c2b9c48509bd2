"""Forms for taking in a plan from its file."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.intake import ItemDraft, draft_of
from nghedan.domain.plans.models import PlanReading
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.plans.bodies import choices_of, suggested
from nghedan.interfaces.console.plans.forms.content import CONTENT_FORMS, text
from nghedan.interfaces.console.plans.forms.openness import OpennessFields
from nghedan.interfaces.console.plans.forms.parts import (
    DialogueFields,
    ReadingDialogueForm,
    ReadingDutyForm,
    ReadingHeadForm,
)
from nghedan.interfaces.console.plans.present.reading import NEW
from nghedan.interfaces.web.versions import VersionedForm

LARGEST_FILE = 20 * 1024 * 1024


class UploadForm(forms.Form):
    """A plan's file."""

    file = forms.FileField(
        label=_("Tệp kế hoạch"),
        help_text=_("Word (.docx), PDF, .txt hoặc .md, tối đa 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt,.md"}),
        error_messages={
            "required": _("Xin chọn tệp kế hoạch."),
            "empty": _("Tệp này rỗng. Xin chọn tệp khác."),
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(gettext("Tệp lớn hơn 20 MB. Xin chọn tệp nhỏ hơn."))
        return file


def part_form(reading: PlanReading, part: str, data: Any = None) -> VersionedForm:
    """Return the form over one part of a reading ("aims", "sessions.0", "sessions.new"). Raises Http404 for others."""
    name, _dot, position = part.partition(".")
    if name == "head":
        return ReadingHeadForm(data, obj=reading, initial=_head(reading))
    if name == "sessions":
        items = draft_of(reading.data).items
        item = ItemDraft(year=reading.data["year"]) if position == NEW else _at(items, position)
        return ReadingDialogueForm(data, obj=reading, initial=DialogueFields.initial_of(item))
    if name == "assignments":
        entry = {"unit": "", "tasks": []} if position == NEW else _at(reading.data["assignments"], position)
        return ReadingDutyForm(data, obj=reading, initial={"unit_text": entry["unit"], "tasks": entry["tasks"]})
    if name not in CONTENT_FORMS or position:
        raise Http404
    return CONTENT_FORMS[name](data, obj=reading, content=draft_of(reading.data).content)


def _head(reading: PlanReading) -> dict[str, Any]:
    data = reading.data
    return {
        "title": data["title"], "year": data["year"], "number": data["number"], "place": data["place"],
        "issued_on": draft_of(data).issued_on,
    }  # fmt: skip


def _at(entries: Sequence[Any], position: str) -> Any:
    if not position.isdigit() or int(position) >= len(entries):
        raise Http404
    return entries[int(position)]


class PlaceLinesForm(VersionedForm):
    """For every line that found no place, the list it is put into; or nothing."""

    marks_optional = False

    def __init__(
        self, data: Any = None, *, obj: PlanReading, numbers: Sequence[int], targets: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data, obj=obj)
        choices = [("", gettext("Để nguyên")), *targets]
        for number in numbers:
            label = gettext("Xếp dòng %(number)s vào") % {"number": number}
            self.fields[f"line_{number}"] = forms.ChoiceField(label=label, choices=choices, required=False)

    def targets(self) -> dict[int, str]:
        """Return number of the line -> path of the chosen list."""
        chosen = {name: value for name, value in self.cleaned_data.items() if name != "version" and value}
        return {int(name.removeprefix("line_")): path for name, path in chosen.items()}


class TakeOutForm(VersionedForm):
    """A dialogue or a unit to be taken out of a reading."""

    path = forms.RegexField(r"^(sessions|assignments)\.\d+$", widget=forms.HiddenInput)


class VersionOnlyForm(VersionedForm):
    """A button that acts on what the page showed."""


ISSUED, DRAFT = "issued", "draft"


class AdoptForm(VersionedForm, OpennessFields):
    """Whose plan it is, whether it is in force already, and who may come to its dialogues."""

    body = forms.ChoiceField(
        label=_("Cơ quan ban hành"), widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn cơ quan ban hành kế hoạch này.")},
    )  # fmt: skip
    standing = forms.ChoiceField(
        label=_("Kế hoạch này"), widget=forms.RadioSelect,
        choices=[
            (ISSUED, _("Đã ban hành: ghi nhận với số và ngày dưới đây")),
            (DRAFT, _("Còn là dự thảo: sửa tiếp rồi trình ký")),
        ],
    )  # fmt: skip
    number = text(_("Số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 05/KH-UBND"))
    issued_on = VietnameseDateField(label=_("Ngày ban hành"), required=False)
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: PlanReading, bodies: list[Body]) -> None:
        read = draft_of(obj.data)
        initial = {
            "body": suggested(bodies, read.body_kind),
            "standing": ISSUED if read.number else DRAFT,
            "number": read.number,
            "issued_on": read.issued_on,
        }
        super().__init__(data, obj=obj, initial=initial)
        self.fields["body"].choices = choices_of(bodies)  # type: ignore[attr-defined]
        self.offer_items(read.items)
        self.bodies = {body.public_id: body for body in bodies}

    @property
    def chosen_body(self) -> Body:
        return self.bodies[self.cleaned_data["body"]]

    @property
    def is_issued(self) -> bool:
        return bool(self.cleaned_data["standing"] == ISSUED)
