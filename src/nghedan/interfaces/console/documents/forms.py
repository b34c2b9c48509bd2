"""Forms over an official paper: its written parts, and what a move asks."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.papers.kinds import Part, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.interfaces.web.versions import VersionedForm

PART = "part-"


class PaperForm(VersionedForm):
    """Title, addressee of a letter, and the parts of its kind that no fact gives."""

    title = forms.CharField(label=_("Trích yếu"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    addressee = forms.CharField(label=_("Kính gửi"), max_length=400, required=False)

    def __init__(self, data: Any = None, *, obj: OfficialPaper, parts: Sequence[Part]) -> None:
        written = {PART + part.key: words_of(obj, part.key) for part in parts}
        super().__init__(data, obj=obj, initial={"title": obj.title, "addressee": obj.addressee, **written})
        if not obj.addressee:
            del self.fields["addressee"]
        for part in parts:
            self.fields[PART + part.key] = forms.CharField(
                label=gettext(part.label), help_text=gettext(part.help) if part.help else "", required=False,
                widget=forms.Textarea(attrs={"rows": part.rows}),
            )  # fmt: skip

    @property
    def words(self) -> dict[str, str]:
        """The written parts by their keys."""
        typed = self.cleaned_data.items()
        return {name.removeprefix(PART): str(text).strip() for name, text in typed if name.startswith(PART)}
