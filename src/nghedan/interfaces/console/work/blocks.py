"""The passages a unit keeps for its answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.matters.models import TextBlock
from nghedan.domain.matters.queries import fields_of, text_blocks_of
from nghedan.domain.matters.services.text_blocks import add_text_block, edit_text_block, end_text_block
from nghedan.domain.organisations.models import Unit
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import reach_of, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.work.forms import BlockForm, NewBlockForm
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

ADD = "text_block.add"


@require_http_methods(["GET", "HEAD", "POST"])
def blocks(request: StaffRequest) -> HttpResponse:
    """List the passages of one's units, and add one."""
    require(request.actor, ADD)
    form = NewBlockForm(request.POST or None, units=_units(request), fields=list(fields_of(request.locality)))
    if request.method == "POST" and attempt(form, lambda: _add(request, form)):
        messages.success(request, _("Đã thêm đoạn mẫu."))
        return redirect("console:text-blocks", locality=request.locality.slug)
    context = {"blocks": list(text_blocks_of(request.actor)), "form_key": page_form_key(request, ADD)}
    return form_page(request, "console/work/blocks.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, block_id: str) -> HttpResponse:
    """Change a passage."""
    block = or_404(text_blocks_of(request.actor).get, public_id=block_id)
    form = BlockForm(request.POST or None, obj=block, fields=list(fields_of(request.locality)))
    if request.method == "POST" and attempt(
        form, lambda: edit_text_block(actor=request.actor, block=block, **form.words)
    ):
        messages.success(request, _("Đã lưu đoạn mẫu."))
        return redirect("console:text-blocks", locality=request.locality.slug)
    return versioned_page(request, "console/work/block.html", form, {"passage": block})


@require_POST
def end(request: StaffRequest, block_id: str) -> HttpResponse:
    """Stop offering a passage."""
    block = or_404(text_blocks_of(request.actor).get, public_id=block_id)
    form = VersionedForm(request.POST, obj=block)
    if attempt(form, lambda: end_text_block(actor=request.actor, block=block)):
        messages.success(request, _("Đã bỏ đoạn mẫu. Các câu trả lời đã dùng đoạn này không đổi."))
        return redirect("console:text-blocks", locality=request.locality.slug)
    fresh = BlockForm(obj=block, fields=list(fields_of(request.locality)))
    return versioned_page(request, "console/work/block.html", form, {"passage": block, "form": fresh})


def _add(request: StaffRequest, form: NewBlockForm) -> TextBlock:
    key = posted_form_key(request, ADD)
    return add_text_block(actor=request.actor, unit=form.chosen_unit, key=key, **form.words)


def _units(request: StaffRequest) -> list[Unit]:
    """Return the units for which the actor may keep passages."""
    reach = reach_of(request.actor, ADD)
    return [unit for unit in units_on(request.locality, clock.today()) if reach.covers(unit)]
