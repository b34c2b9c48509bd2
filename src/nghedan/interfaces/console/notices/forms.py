"""Logging where a notice was made known, for many hamlets at once; taking back what was noted by mistake."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.services.posting import PostingDraft
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm

HOURS = ("%H:%M", "%Hh%M", "%H giờ %M", "%Hh", "%H giờ", "%H.%M")


def _channels() -> list[tuple[str, str]]:
    return [(value, gettext(label)) for value, label in PostingChannel.choices()]


class PostingForm(forms.Form):
    """By which channel, where, when, by whom; the photograph or scan that shows it."""

    notice = forms.ChoiceField(label=_("Thông báo"))
    channel = forms.ChoiceField(label=_("Cách thông báo"), choices=_channels)
    hamlets = forms.MultipleChoiceField(
        label=_("Thôn, tổ dân phố"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Chọn nhiều nơi cùng lúc; không chọn nơi nào nghĩa là cho cả địa phương."),
    )  # fmt: skip
    posted_on = VietnameseDateField(label=_("Ngày"))
    posted_at = forms.TimeField(
        label=_("Giờ"), required=False, input_formats=HOURS, help_text=_("Ví dụ: 17:30; để trống nếu không rõ"),
        error_messages={"invalid": _("Xin ghi giờ như 17:30.")},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    by_whom = forms.CharField(label=_("Người thực hiện"), required=False, max_length=200)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)
    file = forms.FileField(
        label=_("Ảnh, bản quét làm chứng"), required=False,
        help_text=_("Ảnh chụp bảng tin, sổ phát thanh, phiếu ký nhận; một tệp dùng cho mọi nơi đã chọn."),
        error_messages={"empty": _("Tệp không có nội dung. Xin chọn lại tệp.")},
    )  # fmt: skip

    def __init__(
        self, data: Any = None, files: Any = None, *, papers: Sequence[OfficialPaper], hamlets: Sequence[Hamlet],
        initial: dict[str, Any],
    ) -> None:  # fmt: skip
        super().__init__(data, files, initial=initial)
        self.papers = {paper.public_id: paper for paper in papers}
        self.by_id = {hamlet.public_id: hamlet for hamlet in hamlets}
        self.fields["notice"].choices = [(paper.public_id, _named(paper)) for paper in papers]  # type: ignore[attr-defined]
        self.fields["hamlets"].choices = [(hamlet.public_id, str(hamlet)) for hamlet in hamlets]  # type: ignore[attr-defined]
        if len(papers) == 1:
            self.fields["notice"].widget = forms.HiddenInput()

    @property
    def paper(self) -> OfficialPaper:
        return self.papers[self.cleaned_data["notice"]]

    @property
    def chosen(self) -> list[Hamlet]:
        return [self.by_id[public_id] for public_id in self.cleaned_data["hamlets"]]

    @property
    def draft(self) -> PostingDraft:
        typed = self.cleaned_data
        at: time | None = typed["posted_at"]
        on: date = typed["posted_on"]
        return PostingDraft(PostingChannel(typed["channel"]), on, at, typed["by_whom"], typed["note"])


class VoidForm(VersionedForm):
    """Why a line was noted by mistake."""

    reason = forms.CharField(
        label=_("Vì sao ghi nhầm?"), max_length=300, help_text=_("Ví dụ: mất điện, chưa phát được")
    )

    def __init__(self, data: Any = None, *, obj: Posting) -> None:
        super().__init__(data, obj=obj)


def _named(paper: OfficialPaper) -> str:
    return f"{paper.number}: {paper.title}"
