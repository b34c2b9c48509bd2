"""Papers of any type: as they will print, and as files."""

from collections.abc import Iterable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.renderers.html import fragment
from nghedan.foundation.documents.types import DOCUMENT_TYPES, DocumentType
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.security import framed_by_ourselves

FILES = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
    "txt": ("text", "text/plain; charset=utf-8"),
}
"""Ending of the file -> kind of rendering and media type."""


@require_safe
def preview(request: StaffRequest, code: str, public_id: str) -> HttpResponse:
    """Show a paper as it will print, for the frame beside the form."""
    kind = _type(code)
    obj = or_404(kind.find, request.actor, public_id)
    drawn = fragment(kind.build(obj), choose(kind.body_kind(obj), kind.dated(obj)))
    page = render(request, "console/paper.html", {"title": _(kind.label), "paper": mark_safe(drawn)})  # noqa: S308 - escaped by the renderer
    return framed_by_ourselves(page)  # type: ignore[return-value]


@require_safe
def download(request: StaffRequest, code: str, public_id: str, ending: str) -> HttpResponse:
    """Send a paper as a file."""
    kind = _type(code)
    if ending not in FILES:
        raise Http404
    rendering, media_type = FILES[ending]
    obj = or_404(kind.find, request.actor, public_id)
    name = f"{code}-{public_id}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(kind.render(obj, rendering), content_type=media_type, headers=headers)


def preview_href(request: StaffRequest, code: str, public_id: str) -> str:
    """Return the address of a paper's preview."""
    return reverse("console:paper", kwargs=_where(request, code, public_id))


def download_links(request: StaffRequest, code: str, public_id: str) -> list[Link]:
    """Return the links to a paper's files."""
    names = {"docx": _("Tải Word"), "pdf": _("Tải PDF"), "txt": _("Tải văn bản thuần")}
    where = _where(request, code, public_id)
    return [Link(name, reverse("console:paper-file", kwargs={**where, "ending": end})) for end, name in names.items()]


def openable(actor: Actor, papers: Iterable[OfficialPaper | None]) -> set[int]:
    """Return which official papers, by id, the actor may open (at most one query)."""
    ids = {paper.pk for paper in papers if paper is not None}
    return set(papers_visible_to(actor, narrowed()).filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()


def _where(request: StaffRequest, code: str, public_id: str) -> dict[str, str]:
    return {"locality": request.locality.slug, "code": code, "public_id": public_id}


def _type(code: str) -> DocumentType:
    if code not in DOCUMENT_TYPES:
        raise Http404
    return DOCUMENT_TYPES[code]
