"""What a phone sends: photographs of paper, or a few typed words."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.services.paper import Capture
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Origin, ReplyWay
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person

LONGEST_WAY = timedelta(days=60)
"""A photograph may have waited for a network; what is older was taken by a phone whose clock is wrong."""


class PhotosForm(forms.Form):
    """What the photographed papers are, and on which day they were photographed."""

    origin = forms.ChoiceField(label=_("Tờ giấy này là gì?"), widget=forms.RadioSelect, initial=Origin.HAMLET.value)
    taken_on = forms.DateField(required=False, widget=forms.HiddenInput)
    marks_optional = False

    def __init__(self, data: Any = None, *, hamlet: Hamlet) -> None:
        super().__init__(data)
        self.hamlet = hamlet
        meeting = gettext("Biên bản họp %(kind)s") % {"kind": gettext(hamlet.kind_term.label)}
        self.fields["origin"].choices = [  # type: ignore[attr-defined]
            (Origin.HAMLET.value, gettext("Phiếu của bà con")), (Origin.MEETING.value, meeting),
        ]  # fmt: skip

    def clean_taken_on(self) -> date:
        """Return the day on the phone's clock where that can be, else today."""
        taken_on: date | None = self.cleaned_data["taken_on"]
        today = clock.today()
        return taken_on if taken_on is not None and today - LONGEST_WAY <= taken_on <= today else today

    @property
    def capture(self) -> Capture:
        typed = self.cleaned_data
        return Capture(hamlet=self.hamlet, origin=Origin(typed["origin"]), received_on=typed["taken_on"])


class WordsForm(forms.Form):
    """An opinion typed by who leads a hamlet, as somebody said it."""

    words = forms.CharField(
        label=_("Bà con nói gì?"), help_text=_("Việc gì, ở đâu, từ bao giờ. Ghi đúng lời người nói."),
        widget=forms.Textarea(attrs={"rows": 7}), error_messages={"required": _("Xin ghi lời bà con nói.")},
    )  # fmt: skip
    name = forms.CharField(
        label=_("Ai nói? (không ghi cũng được)"), max_length=120, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    marks_optional = False

    def draft(self, hamlet: Hamlet) -> OpinionDraft:
        """Return the opinion; the answer comes back the way it came."""
        typed = self.cleaned_data
        return OpinionDraft(
            words=typed["words"], origin=Origin.HAMLET, hamlet=hamlet, person=Person(name=typed["name"]),
            reply_way=ReplyWay.HAMLET,
        )  # fmt: skip
