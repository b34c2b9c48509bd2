"""What was held back as sent by robots: let in or discarded, many at once."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import held_visible_to
from nghedan.domain.opinions.services.receiving import discard, let_in
from nghedan.foundation.access.decide import require
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest

LET_IN = "opinion.let_in"
DEEDS: dict[str, Callable[..., Opinion]] = {LET_IN: let_in, "opinion.discard": discard}
PAGE = 50


class HeldForm(forms.Form):
    """Which of the held ones, and what becomes of them."""

    chosen = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    move = forms.ChoiceField()

    def __init__(self, data: object = None, *, rows: list[Opinion]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["chosen"].choices = [(one.public_id, one.public_id) for one in rows]  # type: ignore[attr-defined]
        self.fields["move"].choices = [(code, code) for code in DEEDS]  # type: ignore[attr-defined]

    def clean_chosen(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["chosen"]
        if not chosen:
            raise forms.ValidationError(_("Xin đánh dấu ít nhất một tin."))
        return chosen


@require_http_methods(["GET", "HEAD", "POST"])
def held(request: StaffRequest) -> HttpResponse:
    """Show what is held back; let the marked ones into the ledger, or discard them."""
    require(request.actor, LET_IN)
    rows = list(held_visible_to(request.actor)[: PAGE + 1])
    form = HeldForm(request.POST or None, rows=rows)
    if request.method == "POST" and (done := attempt(form, lambda: _do(request, form, rows))):
        messages.success(request, _told(form.cleaned_data["move"], done.value))
        return redirect("console:held", locality=request.locality.slug)
    return form_page(request, "console/intake/held.html", form, {"rows": rows[:PAGE], "has_more": len(rows) > PAGE})


def _do(request: StaffRequest, form: HeldForm, rows: list[Opinion]) -> list[Opinion]:
    chosen, change = set(form.cleaned_data["chosen"]), DEEDS[form.cleaned_data["move"]]
    with deed(request.actor):
        return [change(actor=request.actor, opinion=one) for one in reversed(rows) if one.public_id in chosen]


def _told(code: str, opinions: list[Opinion]) -> str:
    count = len(opinions)
    if code == LET_IN:
        told = ngettext("Đã ghi %(count)s ý kiến vào sổ.", "Đã ghi %(count)s ý kiến vào sổ.", count)
    else:
        told = ngettext("Đã loại %(count)s tin gửi tự động.", "Đã loại %(count)s tin gửi tự động.", count)
    return told % {"count": count}
