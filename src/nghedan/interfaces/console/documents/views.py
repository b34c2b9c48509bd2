"""The papers of a dialogue on one page."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.matters.documents import chair_file, opinion_report, unit_letter
from nghedan.domain.organisations.queries import head_of
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.domain.plans.models import PlanItem
from nghedan.domain.plans.queries import plans_visible_to
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.gather import Standing, standing_of
from nghedan.interfaces.console.documents.one import FORM
from nghedan.interfaces.console.documents.present import Paper, letter_columns, letter_rows, missing_for, phases_of
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.forms import page_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404


@require_safe
def papers(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """List the papers of a dialogue the actor may open, and what each still waits for."""
    dialogue = or_404(_found, request, dialogue_id)
    today = clock.today()
    standing = standing_of(request.actor, dialogue)
    official = papers_visible_to(request.actor, narrowed()).filter(dialogue=dialogue)
    may_begin = decide(request.actor, "official_paper.draft", dialogue).allowed
    context = {
        "frame": frame_of(dialogue, "dialogue-papers", today),
        "dialogue": dialogue,
        "has_signer": head_of(dialogue.body, today) is not None,
        "phases": phases_of(dialogue, official, may_begin=may_begin),
        "form_key": page_form_key(request, FORM),
        "papers": [*_plans(request, dialogue), *_of_dialogue(request, dialogue, standing)],
        "letter_columns": letter_columns(),
        "letters": letter_rows(request, dialogue, unit_letter.letters_of(request.actor, dialogue), standing),
    }
    return render(request, "console/documents/papers.html", context)


def _found(request: StaffRequest, dialogue_id: str) -> Dialogue:
    items = Prefetch("items", PlanItem._base_manager.select_related("plan"))
    dialogues = dialogues_visible_to(request.actor).select_related("body__locality", "locality")
    return dialogues.prefetch_related(items).get(public_id=dialogue_id)


def _plans(request: StaffRequest, dialogue: Dialogue) -> list[Paper]:
    carried_out = {item.plan_id for item in dialogue.items.all()}
    plans = plans_visible_to(request.actor).filter(pk__in=carried_out).order_by("pk")
    return [_paper(request, "plan", plan.public_id, f"{_('Kế hoạch')} {plan.number}".strip()) for plan in plans]


def _of_dialogue(request: StaffRequest, dialogue: Dialogue, standing: Standing) -> list[Paper]:
    kinds = ((opinion_report.is_for, opinion_report.REPORT), (chair_file.is_for, chair_file.CHAIR_FILE))
    return [
        _paper(request, kind.code, dialogue.public_id, _(kind.label), missing_for(kind.code, dialogue, standing))
        for is_for, kind in kinds
        if is_for(request.actor, dialogue)
    ]


def _paper(
    request: StaffRequest, code: str, public_id: str, title: str, missing: tuple[str, ...] | None = None
) -> Paper:
    return Paper(title, preview_href(request, code, public_id), download_links(request, code, public_id)[:2], missing)
