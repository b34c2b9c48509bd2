"""The words before a public result."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.domain.reports.models import PublicResult
from nghedan.interfaces.web.versions import VersionedForm

FOREWORD_SIGNS = 1_000


class ForewordFields(forms.Form):
    """What the people read before the figures; may stay empty."""

    foreword = forms.CharField(
        label=_("Lời mở đầu"), required=False, max_length=FOREWORD_SIGNS,
        help_text=_("Một hai câu, không ghi họ tên người dân."), widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class ShowForm(ForewordFields):
    """A page that is shown to the head for the first time."""


class ForewordForm(VersionedForm, ForewordFields):
    """The words of a page the head is looking at."""

    def __init__(self, data: Any = None, *, obj: PublicResult) -> None:
        super().__init__(data, obj=obj, initial={"foreword": obj.foreword})
