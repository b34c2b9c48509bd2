"""Taking in a plan that was issued on paper: upload, correct beside the source, make everything with one button."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.dialogues.services.adoption import adopt_reading_with_dialogues
from nghedan.domain.plans.intake import draft_of
from nghedan.domain.plans.models import PlanReading
from nghedan.domain.plans.queries import reading_for, source_of
from nghedan.domain.plans.services import correcting
from nghedan.domain.plans.services.reading import discard_reading, read_plan_file
from nghedan.domain.plans.terms import ReadingState
from nghedan.foundation.access.decide import require
from nghedan.foundation.ui.models import Colour
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.plans.bodies import bodies_for
from nghedan.interfaces.console.plans.forms.intake import (
    AdoptForm,
    PlaceLinesForm,
    TakeOutForm,
    UploadForm,
    VersionOnlyForm,
    part_form,
)
from nghedan.interfaces.console.plans.present import adoption
from nghedan.interfaces.console.plans.present import reading as present
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

READ = "plan_reading.read"


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: StaffRequest) -> HttpResponse:
    """Take a file and lead to the page where it is corrected; of a file that cannot be read nothing is kept."""
    bodies = bodies_for(request.actor, READ)
    require(request.actor, READ, bodies[0] if bodies else request.locality)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if done := attempt(form, lambda: _read(request, form, bodies)):
            return redirect(_url(request, "reading", done.value))
    return form_page(request, "console/plans/upload.html", form, {"form_key": page_form_key(request, READ)})


def _read(request: StaffRequest, form: UploadForm, bodies: list[Any]) -> PlanReading:
    file = form.cleaned_data["file"]
    return read_plan_file(
        actor=request.actor,
        source=file.read(),
        filename=file.name,
        body=bodies[0] if len(bodies) == 1 else None,
        key=posted_form_key(request, READ),
    )


@require_http_methods(["GET", "HEAD"])
def reading(request: StaffRequest, reading_id: str) -> HttpResponse:
    """Show the source beside what was understood; ``?edit=`` opens one part for correction in its place."""
    row = or_404(reading_for, request.actor, reading_id)
    if row.state != ReadingState.OPEN:
        return _to_result(request, row)
    part = request.GET.get("edit", "")
    return _page(request, row, part, part_form(row, part) if part else VersionOnlyForm(obj=row))


@require_POST
def correct(request: StaffRequest, reading_id: str, part: str) -> HttpResponse:
    """Take the correction of one part."""
    row = or_404(reading_for, request.actor, reading_id)
    form = part_form(row, part, request.POST)
    if attempt(form, lambda: _correct(request, row, part, form)):
        return redirect(f"{_url(request, 'reading', row)}#{present.anchor_of(f'part.{part}')}")
    return _page(request, row, part, form)


def _correct(request: StaffRequest, row: PlanReading, part: str, form: Any) -> PlanReading:
    name, _dot, position = part.partition(".")
    at = None if position in ("", present.NEW) else int(position)
    deeds: dict[str, Callable[[], PlanReading]] = {
        "head": lambda: correcting.correct_head(actor=request.actor, reading=row, **form.head()),
        "sessions": lambda: correcting.correct_dialogue(
            actor=request.actor, reading=row, position=at, item=form.draft()
        ),
        "assignments": lambda: correcting.correct_duty(
            actor=request.actor, reading=row, position=at, duty=form.draft()
        ),
    }
    if name in deeds:
        return deeds[name]()
    return correcting.correct_content(actor=request.actor, reading=row, content=form.applied())


@require_POST
def place(request: StaffRequest, reading_id: str) -> HttpResponse:
    """Put lines that found no place into the lists chosen for them."""
    row = or_404(reading_for, request.actor, reading_id)
    form = _lines_form(row, request.POST)
    if attempt(form, lambda: correcting.place_lines(actor=request.actor, reading=row, targets=form.targets())):
        return redirect(_url(request, "reading", row))
    return _page(request, row, "lines", form)


@require_POST
def take_out(request: StaffRequest, reading_id: str) -> HttpResponse:
    """Take a dialogue or a unit out."""
    row = or_404(reading_for, request.actor, reading_id)
    form = TakeOutForm(request.POST, obj=row)
    path = request.POST.get("path", "")
    if attempt(form, lambda: correcting.take_out(actor=request.actor, reading=row, path=path)):
        messages.success(request, _("Đã bỏ khỏi nội dung sẽ nhập. Dòng trong văn bản gốc vẫn còn."))
        return redirect(_url(request, "reading", row))
    return _page(request, row, "", form)


@require_POST
def discard(request: StaffRequest, reading_id: str) -> HttpResponse:
    """Put the file aside."""
    row = or_404(reading_for, request.actor, reading_id)
    form = VersionOnlyForm(request.POST, obj=row)
    if attempt(form, lambda: discard_reading(actor=request.actor, reading=row)):
        messages.success(request, _("Đã bỏ tệp “%(file)s”.") % {"file": row.filename})
        return redirect("console:plans", locality=request.locality.slug)
    return _page(request, row, "", form)


@require_safe
def source(request: StaffRequest, reading_id: str) -> HttpResponse:
    """Send the file as it was taken in."""
    row = or_404(reading_for, request.actor, reading_id)
    return sent_file(request, source_of(request.actor, pk=row.pk))


@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: StaffRequest, reading_id: str) -> HttpResponse:
    """Show what will be made, and with one button make it."""
    row = or_404(reading_for, request.actor, reading_id)
    if row.state != ReadingState.OPEN:
        return _to_result(request, row)
    require(request.actor, "plan_reading.adopt", row)
    form = AdoptForm(request.POST or None, obj=row, bodies=bodies_for(request.actor, "plan.draft"))
    if request.method == "POST" and (done := attempt(form, lambda: _adopt(request, row, form))):
        messages.success(request, _("Đã nhập kế hoạch; các cuộc đối thoại và nhiệm vụ đã được lập."))
        return redirect("console:plan", locality=request.locality.slug, plan_id=done.value.public_id)
    context = {
        "reading": row,
        "rows": adoption.summary_rows(draft_of(row.data), _url(request, "reading", row)),
        "effects": adoption.effects(row),
        "unplaced": len(present.unplaced_lines(row)),
        "back": _url(request, "reading", row),
    }
    return versioned_page(request, "console/plans/adopt.html", form, context)


def _adopt(request: StaffRequest, row: PlanReading, form: AdoptForm) -> Any:
    return adopt_reading_with_dialogues(
        actor=request.actor,
        reading=row,
        body=form.chosen_body,
        number=form.cleaned_data["number"],
        issued_on=form.cleaned_data["issued_on"],
        issued=form.is_issued,
        choices=form.choices,
    )


def _page(request: StaffRequest, row: PlanReading, part: str, form: VersionedForm) -> HttpResponse:
    """Show the reading with one form open in it; the part says which."""
    parts = present.parts_of(row)
    unplaced = present.unplaced_lines(row)
    lines_form = form if isinstance(form, PlaceLinesForm) else _lines_form(row)
    context = {
        "reading": row,
        "parts": parts,
        "open_part": part,
        "source": present.source_of(row, parts),
        "understood": present.understood_count(row),
        "unplaced": [(line, lines_form[f"line_{line.number}"]) for line in unplaced],
        "colour": Colour.YELLOW if unplaced else Colour.GREEN,
        "original": source_of(request.actor, pk=row.pk),
        "back": reverse("console:plans", kwargs={"locality": request.locality.slug}),
    }
    return versioned_page(request, "console/plans/reading.html", form, context)


def _lines_form(row: PlanReading, data: Any = None) -> PlaceLinesForm:
    numbers = [line.number for line in present.unplaced_lines(row)]
    return PlaceLinesForm(data, obj=row, numbers=numbers, targets=present.targets_for_lines(row))


def _to_result(request: StaffRequest, row: PlanReading) -> HttpResponse:
    """Lead to what became of a reading: its plan, or the list."""
    if row.plan is not None:
        return redirect("console:plan", locality=request.locality.slug, plan_id=row.plan.public_id)
    return redirect("console:plans", locality=request.locality.slug)


def _url(request: HttpRequest, name: str, row: PlanReading) -> str:
    locality = request.locality.slug  # type: ignore[attr-defined]
    return reverse(f"console:{name}", kwargs={"locality": locality, "reading_id": row.public_id})
