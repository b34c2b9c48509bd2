"""What is done with single matters: public words, groups, and matters of earlier years."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import fields_of, matter_for, matters_visible_to
from nghedan.domain.matters.rules.redaction import pointers, without
from nghedan.domain.matters.services import grouping
from nghedan.domain.matters.services.raising import record_past_matter
from nghedan.domain.matters.services.raising import redact as store_public_text
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import bodies_visible_to, hamlets_on, units_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.classify import gather, present
from nghedan.interfaces.console.classify.forms import GroupForm, PastMatterForm, RedactForm
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

BOTH = ["GET", "HEAD", "POST"]
REDACT, GROUP, RECORD_PAST = "matter.redact", "matter.group", "matter.record_past"


@require_http_methods(BOTH)
def redact(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Show what was said beside a proposal without what points at people; store the words for publishing."""
    matter = or_404(matter_for, request.actor, matter_id)
    require(request.actor, REDACT, matter)
    original = matter.text or matter.title
    found = pointers(original)
    form = RedactForm(request.POST or None, obj=matter, initial={"public_text": matter.public_text or without(original, found)})  # fmt: skip  # noqa: E501
    if request.method == "POST" and attempt(
        form,
        lambda: store_public_text(actor=request.actor, matter=matter, public_text=form.cleaned_data["public_text"]),
    ):
        messages.success(request, _("Đã lưu lời văn công khai."))
        return redirect("console:matter", locality=request.locality.slug, matter_id=matter_id)
    kinds = dict.fromkeys(_(one.kind.label) for one in found)
    shown = present.marked(original, (one.span for one in found))
    context = {"matter": matter, "original": shown, "kinds": list(kinds)}
    return versioned_page(request, "console/classify/redact.html", form, context)


@require_http_methods(BOTH)
def group(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Let a matter be answered by a similar one, or stand alone again."""
    matter = or_404(matter_for, request.actor, matter_id)
    require(request.actor, GROUP, matter)
    form = GroupForm(request.POST or None, obj=matter)
    if request.method == "POST" and attempt(form, _grouped(request, matter, form)):
        messages.success(request, _("Đã ghi nhận."))
        return redirect("console:matter", locality=request.locality.slug, matter_id=matter_id)
    found = gather.alike(request.actor, matter)
    context = {
        "matter": matter,
        "alike": [present.alike_row(one, matter.title, matter.year) for one in found if one.matter.year == matter.year],
    }
    return versioned_page(request, "console/classify/group.html", form, context)


def _grouped(request: StaffRequest, matter: Matter, form: GroupForm) -> Callable[[], Matter]:
    def done() -> Matter:
        if not form.cleaned_data["into"]:
            return grouping.ungroup(actor=request.actor, matter=matter)
        into = or_404(matters_visible_to(request.actor).get, public_id=form.cleaned_data["into"])
        return grouping.group(actor=request.actor, matter=matter, into=into)

    return done


@require_http_methods(BOTH)
def record_past(request: StaffRequest) -> HttpResponse:
    """Write down a matter of an earlier year, so that what was promised is remembered."""
    require(request.actor, RECORD_PAST)
    today = clock.today()
    form = PastMatterForm(request.POST or None, initial={"year": today.year - 1})
    form.offer(list(fields_of(request.locality)), [], hamlets_on(request.locality, today))
    form.offer_units(units_on(request.locality, today))
    if request.method == "POST" and (done := attempt(form, lambda: _record(request, form))):
        messages.success(request, _("Đã ghi nội dung %(number)s/%(year)s.") % {"number": done.value.number, "year": done.value.year})  # fmt: skip  # noqa: E501
        return redirect("console:past-matter-new", locality=request.locality.slug)
    context: dict[str, Any] = {
        "form_key": page_form_key(request, RECORD_PAST),
        "back": href("classify", request.locality),
    }
    return form_page(request, "console/classify/past.html", form, context)


def _record(request: StaffRequest, form: PastMatterForm) -> Matter:
    return record_past_matter(
        actor=request.actor, body=_body(request), past=form.past(), key=posted_form_key(request, RECORD_PAST)
    )


def _body(request: StaffRequest) -> Body:
    """Return the body whose matters the clerk keeps; of several the People's Committee, which comes first."""
    bodies = bodies_visible_to(request.actor).on(clock.today())
    return next(body for body in bodies if decide(request.actor, RECORD_PAST, body).allowed)
