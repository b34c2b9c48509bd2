"""Forms about delegation."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Delegation, Officer, Post
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.web.versions import VersionedForm


class DelegationForm(forms.Form):
    """To whom, from when to when, why, by which document. ``deputies`` are the posts that can be chosen."""

    to = forms.ChoiceField(
        label=_("Ủy quyền cho"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn người được ủy quyền.")},
    )
    valid_from = VietnameseDateField(label=_("Từ ngày"))
    valid_to = VietnameseDateField(label=_("Đến hết ngày"))
    reason = forms.CharField(label=_("Lý do"), help_text=_("Ví dụ: đi họp đột xuất ở tỉnh"), max_length=300)
    document_number = forms.CharField(
        label=_("Số văn bản ủy quyền"), max_length=60, required=False, help_text=_("Ví dụ: 07/GUQ-UBND"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip
    paper_due = forms.BooleanField(
        label=_("Văn bản bổ sung sau"), required=False, help_text=_("Phần mềm nhắc cho đến khi có số văn bản.")
    )

    def __init__(self, data: Any = None, *, deputies: Sequence[Post], **options: Any) -> None:
        super().__init__(data, **options)
        self.deputies = {post.public_id: post for post in deputies}
        several = len({post.body_id for post in deputies}) > 1
        choices = [(post.public_id, _label(post, with_body=several)) for post in deputies]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["to"].initial = choices[0][0]

    @property
    def deputy(self) -> Post:
        """Return the post that was chosen."""
        return self.deputies[self.cleaned_data["to"]]

    def delegation(self, head: Officer) -> Delegation:
        """Return the delegation, not yet stored."""
        typed, deputy = self.cleaned_data, self.deputy
        return Delegation(
            locality=deputy.locality, body=deputy.body, from_officer=head, to_officer=deputy.officer,
            valid_from=typed["valid_from"], valid_to=typed["valid_to"], reason=typed["reason"],
            document_number=typed["document_number"], paper_due=typed["paper_due"],
        )  # fmt: skip


class InstructedDelegationForm(DelegationForm, InstructionFields):
    """The same, recorded by the clerk: who decided it, when, how. One paper serves as both."""

    field_order = (
        "to", "valid_from", "valid_to", "reason", "decided_by", "decided_at", "decided_time", "way", "content",
        "document_number", "paper_due",
    )  # fmt: skip


class PaperForm(VersionedForm):
    """The number of the document that was to follow."""

    document_number = forms.CharField(
        label=_("Số văn bản ủy quyền"), max_length=60, help_text=_("Ví dụ: 07/GUQ-UBND"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip


class EndDelegationForm(VersionedForm):
    """Ending by the head himself needs nothing more than the last look."""


class InstructedEndForm(EndDelegationForm, InstructionFields):
    """Ending, recorded by the clerk."""


def _label(post: Post, *, with_body: bool) -> str:
    body = f" · {post.body.name}" if with_body and post.body else ""
    return f"{post.officer.full_name}, {post.title}{body}"
