"""A form from an old page: whoever saves second sees both texts and loses neither.

The form carries the version it was filled in at; the view lends it to the object before the deed, so that
compare-and-set notices. When it does, the page shows where the texts differ and offers the own text once more.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.ui.models import Disagreement
from nghedan.interfaces.web.forms import form_page


class Versioned(Protocol):
    """A row that is changed only at a known version."""

    version: int


class VersionedForm(forms.Form):
    """A form over an existing row. ``obj`` is that row: its version is noted when the form is shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, obj: Versioned, initial: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        super().__init__(data, initial={**(initial or {}), "version": obj.version}, **options)
        self.obj = obj
        self.stored_version = obj.version

    def clean_version(self) -> int:
        """Lend the form's version to the row, so that the door compares with what the reader saw."""
        version: int = self.cleaned_data["version"]
        self.obj.version = version
        return version

    @property
    def is_outdated(self) -> bool:
        """Say whether somebody saved since the page was opened."""
        return self.is_bound and self["version"].value() != str(self.stored_version)

    def disagreements(self) -> list[Disagreement]:
        """Return the fields in which the text just typed differs from the stored one."""
        pairs = ((field.label, _shown(field.value()), _shown(_stored(field))) for field in self.visible_fields())
        return [Disagreement(str(label), mine, theirs) for label, mine, theirs in pairs if mine != theirs]

    def renewed(self) -> None:
        """Let the form be sent again over what is stored now: the reader has seen both texts."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        data[self.add_prefix("version")] = str(self.stored_version)
        self.data = data


def versioned_page(
    request: HttpRequest, template: str, form: VersionedForm, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Show a page with its form as ``form_page`` does; from an old page, with both texts as ``disagreements``
    and who was ``faster``; the template includes ``web/both_texts.html``."""
    told: dict[str, Any] = {}
    if form.is_outdated:
        told = {"disagreements": form.disagreements(), "faster": next(iter(timeline_of(form.obj, most=1)), None)}
        form.renewed()
    return form_page(request, template, form, {**told, **(context or {})})


def _stored(field: forms.BoundField) -> Any:
    return field.field.prepare_value(field.initial)


def _shown(value: Any) -> str:
    """Return a field's value as it would be typed; nothing and false are alike."""
    if value is True or value == "on":
        return _("có")
    return "" if value in (None, False) else str(value).replace("\r\n", "\n").strip()
