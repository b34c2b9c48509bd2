"""What the head decided, as the clerk records it on whatever page a decision is waited for, and as it is told later."""

from collections.abc import Iterable
from datetime import datetime, time

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.timeline import Happening
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.kernel.vietnamese import format_date


def _ways() -> list[tuple[str, str]]:
    return [(value, gettext(label)[:1].upper() + gettext(label)[1:]) for value, label in InstructionWay.choices()]


class InstructionFields(forms.Form):
    """Who decided, when, how, and whether the paper is still to follow."""

    decided_by = forms.CharField(label=_("Ai cho ý kiến"), max_length=160, help_text=_("Họ tên, chức vụ"))
    decided_at = VietnameseDateField(label=_("Ngày cho ý kiến"))
    decided_time = forms.TimeField(
        label=_("Giờ"), required=False, input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"],
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
        help_text=_("Ví dụ: 7h05"), error_messages={"invalid": _("Giờ chưa đúng. Ghi giờ và phút, ví dụ 7h05.")},
    )  # fmt: skip
    way = forms.ChoiceField(label=_("Cách cho ý kiến"), choices=_ways, widget=forms.RadioSelect)
    document_number = forms.CharField(label=_("Số văn bản, nếu có"), max_length=60, required=False)
    paper_due = forms.BooleanField(label=_("Giấy tờ bổ sung sau"), required=False)
    content = forms.CharField(
        label=_("Nội dung chỉ đạo"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Để trống nếu chỉ là đồng ý."),
    )  # fmt: skip

    def recorded(self, actor: Actor, about: object, default: str, key: str = "") -> Instruction:
        """Record the instruction; call it inside the deed it stands behind. ``default`` says what was agreed to.

        ``key`` is that of the form, where the deed creates something.
        """
        typed = self.cleaned_data
        at = datetime.combine(typed["decided_at"], typed["decided_time"] or time.min, tzinfo=clock.LOCAL_ZONE)
        return record_instruction(
            actor=actor,
            about=about,
            decided_by=typed["decided_by"],
            decided_at=at,
            way=InstructionWay(typed["way"]),
            content=typed["content"] or default,
            document_number=typed["document_number"],
            paper_due=typed["paper_due"],
            key=key,
        )


def told_in(locality: Locality, happenings: Iterable[Happening]) -> dict[str, str]:
    """Return the instructions that entries of a journal rest on: public id -> who decided, how, when and what."""
    named = {one.facts["instruction"] for one in happenings if "instruction" in one.facts}
    known = Instruction.objects.of(locality).filter(public_id__in=named) if named else ()
    return {one.public_id: told(one) for one in known}


def told(instruction: Instruction) -> str:
    """Return an instruction in a sentence; an hour nobody noted is left out."""
    at = clock.local(instruction.decided_at)
    how = gettext(InstructionWay(instruction.way).label)
    how = f"{how}, {at:%H:%M}" if at.time() != time.min else how
    sentence = gettext("Theo ý kiến của %(who)s, ngày %(day)s: %(what)s")
    who = f"{instruction.decided_by} ({how})"
    return sentence % {"who": who, "day": format_date(at.date()), "what": instruction.content}
