"""What a dialogue still owes in writing, and whom the answers have not reached."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.followup.queries.letters import OUT, ready_for_letters, voices_told, with_letters
from nghedan.domain.followup.services.letters import draft_letters
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to, standing_alone
from nghedan.domain.matters.terms import MatterState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.letters.present import writing as present
from nghedan.interfaces.console.papers import openable
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

ANSWER = "matter.answer"


@require_safe
def of_dialogue(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the matters to be answered in writing with their letters, and the answers nobody has brought yet."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today = clock.today()
    matters = _matters(request.actor, dialogue)
    voices = voices_told(request.actor, matters)
    missing = [one for one in voices if one.is_waiting]
    ready = {matter.pk for matter in ready_for_letters(matters) if matter.state == MatterState.IN_WRITING}
    to_draft = [one for one in with_letters(voices) if one.matter.pk in ready and one.letter is None]
    opened = openable(request.actor, [one.letter for one in voices])
    context = {
        "frame": frame_of(dialogue, "dialogue-letters", today),
        "tabs": present.tabs_of(dialogue, "dialogue-letters"),
        "today": today,
        "rows": present.rows_of(request.actor, matters, voices, opened),
        "to_draft": len(to_draft),
        "missing": [present.voice_row(one, opened) for one in missing[: present.MOST_ROWS]],
        "missing_count": len(missing),
        "reached": [present.voice_row(one, opened) for one in voices if one.delivery is not None][: present.MOST_ROWS],
        "may_write": decide(request.actor, ANSWER).allowed,
    }
    return render(request, "console/letters/writing.html", context)


@require_POST
def draft_all(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Begin the letters for every approved answer at once."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    papers = draft_letters(actor=request.actor, dialogue=dialogue)
    messages.success(request, _("Đã soạn %(count)s công văn trả lời; xin xem lại từng thư rồi trình ký.") % {"count": len(papers)})  # fmt: skip  # noqa: E501
    return redirect("console:dialogue-letters", locality=request.locality.slug, dialogue_id=dialogue_id)


def _matters(actor: Actor, dialogue: Dialogue) -> list[Matter]:
    matters = standing_alone(matters_visible_to(actor)).select_related("answer", "dialogue")
    wanted = Q(state=MatterState.IN_WRITING) | Q(state__in=OUT, answered_on__isnull=False)
    return list(matters.filter(wanted, dialogue=dialogue).order_by("writing_due_on", "pk"))
