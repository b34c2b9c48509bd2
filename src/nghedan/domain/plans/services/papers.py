"""The signed copy of an issued plan."""

from django.core.files.base import File
from django.utils.translation import gettext_noop as _

from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import editions_of
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.models import Paper
from nghedan.foundation.documents.services import keep_signed_copy
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.kernel.errors import Refused

TYPE = "plan"
NOT_ISSUED = _("Chỉ lưu được bản ký khi kế hoạch đã ban hành và không trong lúc điều chỉnh; xin ban hành trước.")


def keep_signed_plan(*, actor: Actor, plan: Plan, upload: "File[bytes]") -> Paper:
    """Freeze the signed copy of a plan's latest edition beside our text of it.

    Raises Refused unless the plan is issued, Invalid (field "file") for a file that cannot be taken, NotAllowed.
    """
    edition = editions_of(plan).first()
    if edition is None or plan.state not in (PlanState.ISSUED, PlanState.CLOSED):
        raise Refused("plan.not_issued", NOT_ISSUED)
    return keep_signed_copy(
        actor=actor,
        subject=edition,
        holder=plan,
        type_code=TYPE,
        number=edition.number,
        issued_on=edition.issued_on,
        text=DOCUMENT_TYPES[TYPE].render(plan, "text").decode(),
        upload=upload,
    )
