"""Sending on to another body, and what came of it; reasons for closing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.followup.models import Referral
from nghedan.domain.matters.models import Matter
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm


class ReferralForm(forms.Form):
    """Which matters go to one body."""

    to_body = forms.CharField(label=_("Cơ quan nhận"), max_length=200)
    matters = forms.MultipleChoiceField(label=_("Nội dung chuyển"), widget=forms.CheckboxSelectMultiple)
    expected_on = VietnameseDateField(
        label=_("Đề nghị trả lời trước ngày"), required=False,
        help_text=_("Để trống: 15 ngày làm việc sau ngày gửi."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, matters: Sequence[Matter], body: str) -> None:
        same = [one for one in matters if one.competent_body == body]
        super().__init__(data, initial={"to_body": body, "matters": [one.public_id for one in same]})
        self.by_id = {one.public_id: one for one in matters}
        self.fields["matters"].choices = [(one.public_id, _named(one)) for one in matters]  # type: ignore[attr-defined]

    def chosen(self) -> list[Matter]:
        return [self.by_id[key] for key in self.cleaned_data["matters"]]


def _named(matter: Matter) -> str:
    return f"{matter.title} → {matter.competent_body}" if matter.competent_body else matter.title


class SentForm(VersionedForm):
    """The letter was written elsewhere."""

    number = forms.CharField(label=_("Số công văn"), max_length=60)
    on = VietnameseDateField(label=_("Ngày gửi"))


class AskForm(VersionedForm):
    """Asked once more."""

    expected_on = VietnameseDateField(
        label=_("Đề nghị trả lời trước ngày"), required=False,
        help_text=_("Để trống: 15 ngày làm việc kể từ hôm nay."),
    )  # fmt: skip


class ReplyForm(VersionedForm):
    """What the other body replied."""

    reply = forms.CharField(
        label=_("Nội dung trả lời"), widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Người dân đọc được phần này sau khi bấm Báo người dân."),
    )  # fmt: skip
    number = forms.CharField(label=_("Số văn bản trả lời"), max_length=60, required=False)
    on = VietnameseDateField(label=_("Ngày văn bản trả lời"))
    file = forms.FileField(
        label=_("Bản chụp văn bản"), required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf,.docx"}),
        error_messages={"empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, files: Any = None, *, obj: Referral, today: date) -> None:
        super().__init__(data, files=files, obj=obj, initial={"on": today})


class PlainForm(VersionedForm):
    """A move that asks for nothing."""


class WhyForm(VersionedForm):
    """A move with a reason."""

    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class MayWhyForm(VersionedForm):
    """A move for which a reason stands where a proof is missing."""

    reason = forms.CharField(
        label=_("Lý do kết thúc"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Chỉ cần khi chưa có văn bản trả lời hoặc chưa ghi nhận đã trả lời."),
    )  # fmt: skip


class ForwardForm(forms.Form):
    """Which matters of earlier dialogues are taken up again."""

    matters = forms.MultipleChoiceField(
        label=_("Nội dung đưa vào cuộc đối thoại này"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, matters: Sequence[Matter]) -> None:
        super().__init__(data)
        self.by_id = {one.public_id: one for one in matters}
        self.fields["matters"].choices = [(one.public_id, f"{one.year}: {one.title}") for one in matters]  # type: ignore[attr-defined]

    def chosen(self) -> list[Matter]:
        return [self.by_id[key] for key in self.cleaned_data["matters"]]
