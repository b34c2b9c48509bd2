"""Reading public results, and what stands against showing one."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import public_dialogues
from nghedan.domain.dialogues.terms import HELD
from nghedan.domain.plans.terms import Openness
from nghedan.domain.reports.models import FrozenFigures, PublicResult
from nghedan.domain.reports.terms import PublicResultState
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

INTERNAL = _("Hội nghị nội bộ không có trang kết quả công khai; xin gửi kết quả cho người dự bằng văn bản.")
NOT_PUBLIC = _(
    "Hội nghị này không có trang dành cho người dân nên không có trang kết quả công khai; xin gửi kết quả bằng văn bản."
)
NOT_HELD = _("Hội nghị chưa bế mạc nên chưa có kết quả để công khai; xin quay lại sau khi bế mạc.")


def not_for_the_people(dialogue: Dialogue) -> Refused | None:
    """Return why there is nothing to publish of a dialogue: it is internal, or not over."""
    if dialogue.openness == Openness.INTERNAL:
        return Refused("public_result.internal", INTERNAL)
    return None if dialogue.state in HELD[1:] else Refused("public_result.not_held", NOT_HELD)


def stands_against_showing(dialogue: Dialogue) -> Refused | None:
    """Return why a dialogue gets no public page of its result: internal, not over, unknown to the people."""
    if refusal := not_for_the_people(dialogue):
        return refusal
    shown = public_dialogues(dialogue.locality).filter(pk=dialogue.pk)
    return None if shown.exists() else Refused("public_result.not_public", NOT_PUBLIC)


def result_page_of(dialogue: Dialogue) -> PublicResult | None:
    """Return the public page of a dialogue wherever it stands."""
    return PublicResult.objects.of(dialogue.locality).filter(dialogue=dialogue).first()


def published_results(locality: Locality) -> ScopedQuerySet[PublicResult]:
    """Return the pages anybody may read, the latest conference first."""
    shown = public_dialogues(locality).order_by().values("pk")
    results = PublicResult.objects.of(locality).filter(state=PublicResultState.PUBLISHED, dialogue__in=shown)
    return results.select_related("dialogue__body", "dialogue__locality").order_by("-dialogue__held_on", "-pk")


def last_frozen(dialogue: Dialogue) -> FrozenFigures | None:
    """Return the figures that were reported last."""
    return FrozenFigures.objects.of(dialogue.locality).filter(dialogue=dialogue).select_related("paper").first()


def dialogue_before(dialogue: Dialogue) -> Dialogue | None:
    """Return the same body's last conference of the year before, to compare with."""
    held = Dialogue.objects.of(dialogue.locality).filter(body=dialogue.body, year=dialogue.year - 1, state__in=HELD)
    return held.select_related("locality").order_by("-held_on", "-pk").first()
