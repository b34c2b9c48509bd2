"""Decisions of the head: made, or recorded by the clerk as an instruction."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.transitions.moves import Move
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.web.versions import Versioned, VersionedForm


class DecisionForm(VersionedForm):
    """The head's own decision."""


class RecordedDecisionForm(VersionedForm, InstructionFields):
    """The head's decision as the clerk records it."""


class ReasonField(forms.CharField):
    """The reason everybody concerned will read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": _("Lý do"), "widget": forms.Textarea(attrs={"rows": 3}), **options})


class ReasonForm(VersionedForm):
    """The head's own decision with its reason."""

    reason = ReasonField()


class RecordedReasonForm(RecordedDecisionForm):
    """The head's decision with its reason, as the clerk records it."""

    reason = ReasonField()
    field_order = ("reason",)


def decision_form(
    move: Move, data: Any, files: Any, *, obj: Versioned, head: str, today: Any, with_reason: bool
) -> VersionedForm:
    """Return the form for a move: with the fields of an instruction where the clerk records it for the head."""
    forms_by_kind = {
        (False, False): DecisionForm, (False, True): ReasonForm,
        (True, False): RecordedDecisionForm, (True, True): RecordedReasonForm,
    }  # fmt: skip
    kind = forms_by_kind[move.by_instruction, with_reason]
    initial = {"decided_by": head, "decided_at": today} if move.by_instruction else None
    return kind(data, files=files, obj=obj, initial=initial)
