"""Narrowing the list of matters on a result page."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from nghedan.domain.reports.public_page import PublicMatter, PublicPage
from nghedan.domain.reports.terms import Result

ALL = gettext_lazy("Tất cả")
FIELD, RESULT = "linh-vuc", "ket-qua"


class NarrowForm(forms.Form):
    """Field and result, of those that occur; sent by GET, so that a narrowed list has an address."""

    marks_optional = False

    def __init__(self, data: Any, *, page: PublicPage) -> None:
        super().__init__(data)
        fields = dict.fromkeys((one.field_id, one.field) for one in page.matters)
        results = {one.result for one in page.matters}
        found = [(result.value, gettext(result.label)) for result in Result if result in results]
        choices = {FIELD: (_("Lĩnh vực"), [(pk or "-", gettext(name)) for pk, name in fields]), RESULT: (_("Kết quả"), found)}  # fmt: skip  # noqa: E501
        for name, (label, options) in choices.items():
            self.fields[name] = forms.ChoiceField(label=label, required=False, choices=[("", ALL), *options])

    def narrowed(self, page: PublicPage) -> list[PublicMatter]:
        """Return the matters that were asked for; what cannot be understood narrows nothing."""
        self.is_valid()
        field, result = (self.cleaned_data.get(name, "") for name in (FIELD, RESULT))
        return [
            one for one in page.matters if field in ("", one.field_id or "-") and result in ("", one.result.value)
        ]
