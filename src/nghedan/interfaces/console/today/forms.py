"""The number of a paper that was to follow."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.interfaces.web.versions import VersionedForm


class PaperForm(VersionedForm):
    """Number and symbol of the paper, as entered in the register."""

    document_number = forms.CharField(
        label=_("Số, ký hiệu văn bản"), max_length=60, help_text=_("Ví dụ: 12/GUQ-UBND"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off"}),
    )  # fmt: skip
