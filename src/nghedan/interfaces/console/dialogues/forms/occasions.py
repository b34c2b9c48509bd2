"""Unscheduled dialogues: on the head's word, on a proposal, on the request of voters."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.services.planning import DialogueDraft
from nghedan.domain.dialogues.terms import Medium, Occasion
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.ui.fields import VietnameseDateField, WholeNumberField
from nghedan.interfaces.console.dialogues.forms.deciding import RecordedDecisionForm
from nghedan.interfaces.console.dialogues.forms.info import InfoFields
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.web.versions import VersionedForm


class BodyChoice(forms.Form):
    """Which body it concerns; not asked where there is only one."""

    body = forms.ChoiceField(label=_("Cơ quan tổ chức"), widget=forms.RadioSelect)

    def offer_bodies(self, bodies: Sequence[Body]) -> None:
        self.bodies = {body.public_id: body for body in bodies}
        field: Any = self.fields["body"]
        field.choices = [(key, body.name) for key, body in self.bodies.items()]
        field.initial = next(iter(self.bodies), "")
        if len(self.bodies) == 1:
            field.widget, field.required = forms.HiddenInput(), False

    @property
    def chosen_body(self) -> Body:
        return self.bodies.get(self.cleaned_data["body"]) or next(iter(self.bodies.values()))


class UnscheduledForm(BodyChoice, InfoFields):
    """A dialogue outside the plan, on the head's own word."""

    venue = forms.CharField(label=_("Địa điểm, nếu đã rõ"), max_length=300, required=False)
    field_order: Sequence[str] = ("body", "theme")

    def __init__(
        self, data: Any = None, files: Any = None, *, bodies: Sequence[Body], initial: dict[str, Any] | None = None
    ) -> None:
        usual = {"openness": Openness.OPEN, "medium": Medium.IN_PERSON}
        super().__init__(data, files, initial={**usual, **(initial or {})})
        self.offer_bodies(bodies)

    def draft(self) -> DialogueDraft:
        data = self.cleaned_data
        return DialogueDraft(
            theme=data["theme"], kind=ItemKind.UNSCHEDULED, occasion=Occasion.HEAD, openness=Openness(data["openness"]),
            medium=Medium(data["medium"]), topics=data["topics"], audience=data["audience"], venue=data["venue"],
        )  # fmt: skip


class RecordedUnscheduledForm(UnscheduledForm, InstructionFields):
    """The same, as the clerk records it for the head."""

    field_order = ("body", "theme", "topics", "audience", "openness", "medium", "venue")


class ProposalForm(BodyChoice):
    """What a unit or a hamlet proposes; the clerk writes it down for them."""

    proposer = forms.ChoiceField(label=_("Đề nghị của"))
    subject = forms.CharField(label=_("Về việc gì"), max_length=300)
    text = forms.CharField(label=_("Nội dung đề nghị"), required=False, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, data: Any = None, *, bodies: Sequence[Body], proposers: Sequence[Unit | Hamlet]) -> None:
        super().__init__(data)
        self.offer_bodies(bodies)
        self.proposers = {one.public_id: one for one in proposers}
        field: Any = self.fields["proposer"]
        field.choices = [(key, str(one)) for key, one in self.proposers.items()]
        if len(self.proposers) == 1:
            field.widget, field.initial, field.required = forms.HiddenInput(), next(iter(self.proposers)), False

    @property
    def in_whose_name(self) -> dict[str, Unit | Hamlet]:
        one = self.proposers.get(self.cleaned_data["proposer"]) or next(iter(self.proposers.values()))
        return {"hamlet" if isinstance(one, Hamlet) else "unit": one}


class AnswerForm(VersionedForm):
    """The head's answer to a proposal; which button was pressed says yes or no."""

    answer = forms.CharField(
        label=_("Ý kiến trả lời"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nếu chưa tổ chức, ghi lý do để người đề nghị được biết."),
    )  # fmt: skip


class RecordedAnswerForm(RecordedDecisionForm, AnswerForm):
    """The head's answer as the clerk records it."""

    field_order = ("answer",)


class VoterRequestForm(BodyChoice):
    """A request signed by voters."""

    subject = forms.CharField(label=_("Về việc gì"), max_length=300)
    received_on = VietnameseDateField(label=_("Ngày nhận"))
    percent = forms.DecimalField(
        label=_("Tỷ lệ cử tri cần thiết (%)"), min_value=1, max_value=100, decimal_places=2, max_digits=5,
        help_text=_("Điều 43: ít nhất 10% tổng số cử tri của xã, phường, đặc khu."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "decimal"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, bodies: Sequence[Body], initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.offer_bodies(bodies)


class CountForm(forms.Form):
    """How many voters of a hamlet signed, with the scan of the signatures."""

    supporters = WholeNumberField(label=_("Số cử tri ký tên"), min_value=0)
    file = forms.FileField(
        label=_("Bản quét danh sách chữ ký"), required=False,
        help_text=_("PDF hoặc ảnh. Tệp có tên người dân được mã hóa; mỗi lần mở đều ghi nhật ký."),
    )  # fmt: skip


class SetAsideForm(VersionedForm):
    """Why a request is closed without a dialogue."""

    note = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))
