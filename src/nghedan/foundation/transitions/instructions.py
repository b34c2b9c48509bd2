"""Recording what the head decided: by note, by telephone, at seven in the morning with the paper to follow."""

from datetime import datetime

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import InstructionWay, Standing
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

NO_NAME = _("Xin ghi ai đã cho ý kiến chỉ đạo.")
IN_FUTURE = _("Thời điểm cho ý kiến không thể ở sau lúc này; xin ghi lại ngày, giờ.")

VIEW = "instruction.view"

permission(VIEW, _("Xem ảnh chụp ý kiến chỉ đạo"))
permission("instruction.record", _("Ghi nhận ý kiến chỉ đạo của người đứng đầu"))
permission("instruction.receive_paper", _("Ghi nhận giấy tờ của ý kiến chỉ đạo"))

MACHINE = Machine(
    "instruction",
    Standing,
    (
        Transition("instruction.record", _("Ghi nhận ý kiến chỉ đạo"), (None,), Standing.CURRENT),
        Transition("instruction.receive_paper", _("Đã nhận giấy tờ"), (Standing.CURRENT,), Standing.ENDED),
    ),
)


def record_instruction(
    *,
    actor: Actor,
    about: object,
    decided_by: str,
    decided_at: datetime,
    way: InstructionWay,
    content: str,
    document_number: str = "",
    paper_due: bool = False,
    key: str = "",
) -> Instruction:
    """Record who decided what about an object, when and how; hand the result to the deed it stands behind.

    With the key of that deed's form, a form sent twice finds the instruction it recorded the first time.
    Raises Invalid without a name or for a moment to come, NotAllowed.
    """
    if not decided_by.strip():
        raise Invalid("instruction.no_name", NO_NAME, field="decided_by")
    if decided_at > clock.now():
        raise Invalid("instruction.in_future", IN_FUTURE, field="decided_at")
    instruction = Instruction(
        locality=about.locality,  # type: ignore[attr-defined]
        decided_by=decided_by.strip(),
        decided_at=decided_at,
        way=way.value,
        content=content,
        document_number=document_number.strip(),
        paper_due=paper_due and not document_number.strip(),
        body_scope_id=_body_of(about),
    )
    return create("instruction.record", actor=actor, obj=instruction, key=f"{key}.instruction" if key else "")


def receive_paper(*, actor: Actor, instruction: Instruction, document_number: str) -> Instruction:
    """Note the paper that followed."""
    changes = {"document_number": document_number.strip(), "paper_due": False}
    return perform("instruction.receive_paper", actor=actor, obj=instruction, changes=changes)


def papers_owed(actor: Actor) -> ScopedQuerySet[Instruction]:
    """Return the instructions whose paper is still to follow, oldest first."""
    return Instruction.objects.of(actor.locality).filter(paper_due=True, state=Standing.CURRENT).order_by("decided_at")  # type: ignore[arg-type]


def _body_of(about: object) -> int | None:
    scopes = about.access_scopes()  # type: ignore[attr-defined]
    return next((scope.id for scope in scopes if scope.kind == BODY), None)
