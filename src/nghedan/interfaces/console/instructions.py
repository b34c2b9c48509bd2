"""What the head decided, as the clerk records it on whatever page a decision is waited for, and as it is told later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from django import forms
from django.core.files.base import File
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.attachments.formats import JPG, PDF, PNG
from nghedan.foundation.attachments.queries import attachments_of, attachments_of_all
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.db import clock
from nghedan.foundation.journal.timeline import Happening
from nghedan.foundation.transitions.instructions import VIEW, record_instruction
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.foundation.ui.models import TimelineEntry
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.errors import Invalid
from nghedan.kernel.vietnamese import format_date

PHOTO = "photo"
PHOTOS = frozenset({JPG, PNG, PDF})


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
    photo = forms.FileField(
        label=_("Ảnh chụp bút phê hoặc tin nhắn"), required=False,
        help_text=_("Ảnh .jpg, .png hoặc bản quét .pdf."),
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf"}),
        error_messages={"empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip

    def recorded(self, actor: Actor, about: object, default: str, key: str = "") -> Instruction:
        """Record the instruction; call it inside the deed it stands behind. ``default`` says what was agreed to.

        ``key`` is that of the form, where the deed creates something.
        """
        typed = self.cleaned_data
        at = datetime.combine(typed["decided_at"], typed["decided_time"] or time.min, tzinfo=clock.LOCAL_ZONE)
        instruction = record_instruction(
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
        if typed["photo"]:
            self._keep_photo(actor, instruction, typed["photo"])
        return instruction

    def _keep_photo(self, actor: Actor, instruction: Instruction, upload: "File[bytes]") -> None:
        """Keep the photo once, and let a refusal of the file stand at its field."""
        if attachments_of(instruction).exists():
            return
        try:
            attach(actor=actor, subject=instruction, upload=upload, kind=PHOTO, formats=PHOTOS)
        except Invalid as error:
            raise Invalid(error.code, error.message, field="photo", **error.params) from error


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction in a sentence, and where its photo is opened; the address is empty without photo or right."""

    text: str = ""
    photo: str = ""


def told_in(actor: Actor, happenings: Iterable[Happening]) -> dict[str, Told]:
    """Return the instructions that entries of a journal rest on, by public id (two queries, or none)."""
    named = {one.facts["instruction"] for one in happenings if "instruction" in one.facts}
    if not named:
        return {}
    known = list(Instruction.objects.of(actor.locality).filter(public_id__in=named).select_related("locality"))  # type: ignore[arg-type]
    opened = attachments_of_all([one for one in known if decide(actor, VIEW, one).allowed])
    return {
        one.public_id: Told(
            told(one),
            href("instruction-photo", one.locality, instruction_id=one.public_id) if one.public_id in opened else "",
        )
        for one in known
    }


def entry_of(one: Happening, words: Mapping[str, Told], lines: Iterable[str] = ()) -> TimelineEntry:
    """Return an entry of a journal: the instruction it rests on, with its photo, and the lines that follow."""
    said = words.get(one.facts.get("instruction", ""), Told())
    link = gettext("Mở ảnh bút phê, tin nhắn") if said.photo else ""
    return TimelineEntry(one.title, one.at, one.by, "\n".join(filter(None, (said.text, *lines))), said.photo, link)


@require_safe
def photo(request: StaffRequest, instruction_id: str) -> HttpResponse:
    """Send the photo of an instruction."""
    found = or_404(Instruction.objects.of(request.locality).get, public_id=instruction_id)
    return sent_file(request, attachments_of(found).filter(kind=PHOTO).last())


def told(instruction: Instruction) -> str:
    """Return an instruction in a sentence; an hour nobody noted is left out."""
    at = clock.local(instruction.decided_at)
    how = gettext(InstructionWay(instruction.way).label)
    how = f"{how}, {at:%H:%M}" if at.time() != time.min else how
    sentence = gettext("Theo ý kiến của %(who)s, ngày %(day)s: %(what)s")
    who = f"{instruction.decided_by} ({how})"
    return sentence % {"who": who, "day": format_date(at.date()), "what": instruction.content}
