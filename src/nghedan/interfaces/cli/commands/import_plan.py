"""``nghedan import-plan``: an issued plan stored, with dialogues, duties and deadlines."""

import argparse
from pathlib import Path

from nghedan.domain.dialogues.services.adoption import adopt_reading_with_dialogues
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.terms import BodyKind
from nghedan.domain.plans.intake import draft_of
from nghedan.domain.plans.services.reading import read_plan_file
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.cli.commands.read_plan import contents_of
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Nhập kế hoạch đã ban hành vào một địa phương, cùng các cuộc đối thoại, nhiệm vụ, thời hạn.")

NO_LOCALITY = _("Không có địa phương “%(slug)s”.")
NO_BODY = _("Địa phương chưa có cơ quan loại “%(kind)s”; xin thêm cơ quan hoặc ghi rõ --body.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the parameters."""
    parser.add_argument("file", type=Path, help=_("tệp DOCX, PDF có chữ, TXT hoặc Markdown"))
    parser.add_argument("--locality", required=True, metavar="SLUG", help=_("địa chỉ ngắn của địa phương"))
    parser.add_argument("--body", choices=[kind.value for kind in BodyKind], help=_("loại cơ quan ban hành"))


def run(options: argparse.Namespace) -> int:
    """Store the plan - issued when it bears number and date, else a draft - and print its public id."""
    locality = Locality.objects.filter(slug=options.locality).first()
    if locality is None:
        raise Invalid("locality.unknown", NO_LOCALITY, slug=options.locality)
    actor = Actor.system(locality)
    with deed(actor):
        reading = read_plan_file(actor=actor, source=contents_of(options.file), filename=options.file.name)
        draft = draft_of(reading.data)
        body = _body(locality, options.body or draft.body_kind)
        plan = adopt_reading_with_dialogues(
            actor=actor, reading=reading, body=body, number=draft.number, issued_on=draft.issued_on,
            issued=bool(draft.number and draft.issued_on),
        )  # fmt: skip
    made = len(draft.items)
    print(_("Kế hoạch %(plan)s: %(dialogues)s cuộc đối thoại.") % {"plan": plan.public_id, "dialogues": made})
    return 0


def _body(locality: Locality, kind: str) -> Body:
    body: Body | None = Body.objects.of(locality).filter(kind=kind, state="current").order_by("-pk").first()
    if body is None:
        label = BodyKind(kind).label if kind in set(BodyKind) else kind
        raise Invalid("body.missing", NO_BODY, kind=label)
    return body
