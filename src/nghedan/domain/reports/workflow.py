"""States and moves of frozen figures and public results."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from nghedan.domain.reports.models import FrozenFigures, PublicResult
from nghedan.domain.reports.queries import stands_against_showing
from nghedan.domain.reports.terms import PublicResultState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.machines import Guard
from nghedan.foundation.transitions.terms import Recorded
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date
from nghedan.kernel.workflow import Machine, Transition

SEEN_BEFORE = timedelta(hours=24)
"""How long the head sees a public page before it appears (practice: lateness in public)."""

FROZEN_FIGURES = Machine(
    "frozen_figures",
    Recorded,
    (Transition("frozen_figures.freeze", _("Chốt số liệu"), (None,), Recorded.RECORDED),),
)

PUBLIC_RESULT = Machine(
    "public_result",
    PublicResultState,
    (
        Transition("public_result.show", _("Gửi người đứng đầu xem trước"), (None,), PublicResultState.SHOWN),
        Transition("public_result.edit", _("Sửa lời mở đầu"), (PublicResultState.SHOWN,), None),
        Transition(
            "public_result.publish",
            _("Công khai"),
            (PublicResultState.SHOWN,),
            PublicResultState.PUBLISHED,
            instructable=True,
        ),
        Transition(
            "public_result.appear",
            _("Công khai sau 24 giờ"),
            (PublicResultState.SHOWN,),
            PublicResultState.PUBLISHED,
        ),
        Transition(
            "public_result.withdraw",
            _("Gỡ xuống"),
            (PublicResultState.SHOWN, PublicResultState.PUBLISHED),
            PublicResultState.WITHDRAWN,
        ),
        Transition(
            "public_result.show_again",
            _("Gửi xem lại"),
            (PublicResultState.WITHDRAWN,),
            PublicResultState.SHOWN,
        ),
    ),
)

TOO_EARLY = _("Người đứng đầu được xem trước 24 giờ: công khai được từ %(when)s, hoặc ngay khi người đứng đầu đồng ý.")


def head_has_seen(_actor: Actor, result: PublicResult, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse within the first 24 hours; the head's own word needs no waiting (``public_result.publish``)."""
    ready = clock.local(result.shown_at + SEEN_BEFORE)
    if clock.now() >= ready:
        return None
    return Refused("public_result.too_early", TOO_EARLY, when=f"{ready:%H:%M} {format_date(ready.date())}")


def may_be_public(_actor: Actor, result: PublicResult, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse a dialogue that has no page for the people, or is not over."""
    return stands_against_showing(result.dialogue)


MACHINES: dict[type, Machine] = {FrozenFigures: FROZEN_FIGURES, PublicResult: PUBLIC_RESULT}
GUARDS: dict[str, tuple[Guard, ...]] = {
    "public_result.show": (may_be_public,),
    "public_result.show_again": (may_be_public,),
    "public_result.appear": (head_has_seen,),
}
