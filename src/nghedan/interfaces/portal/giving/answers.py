"""Everything answered so far: it travels from page to page inside the forms, and nowhere else."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.http import QueryDict
from django.utils.functional import cached_property

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import public_dialogues
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Origin, ReplyWay
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.domain.organisations.queries import bodies_on, hamlets_on
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.portal.giving.forms import (
    ContactQuestion,
    DialogueQuestion,
    Offered,
    PlaceQuestion,
    PublishQuestion,
    Question,
    ReplyQuestion,
    WordsQuestion,
)
from nghedan.interfaces.portal.present import upcoming
from nghedan.interfaces.portal.robots import TRAP
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

DIALOGUE, PLACE, PUBLISH, CHECK = "hoi-nghi", "noi-o", "cong-khai", "xem-lai"
QUESTIONS: dict[str, type[Question]] = {
    DIALOGUE: DialogueQuestion,
    PLACE: PlaceQuestion,
    "noi-dung": WordsQuestion,
    "tra-loi": ReplyQuestion,
    "lien-he": ContactQuestion,
    PUBLISH: PublishQuestion,
}
"""Part of the address -> the question asked there, in order."""

NO_BODY = _("Địa phương chưa nhận ý kiến trên trang này. Xin gửi qua trưởng thôn, tổ trưởng hoặc Văn phòng.")

FIELDS = (
    "form_key", "stamp", "dialogue", "hamlet", "words", "reply_way", "name", "phone", "address", "may_publish_name",
)  # fmt: skip


def collecting(locality: Locality, today: date) -> list[Dialogue]:
    """Return the public dialogues that opinions may be sent to: those with a day, else the one that comes next."""
    to_come = Q(held_on__gte=today) | Q(held_on__isnull=True, year__gte=today.year)
    planned = public_dialogues(locality).filter(to_come, state__in=TO_COME)
    rows = list(planned.select_related("body__locality"))
    dated = [row for row in rows if row.held_on]
    following = upcoming(rows, today)
    return dated or ([following] if following else [])


class Answers:
    """What one person has answered so far, and what of it is not yet right."""

    def __init__(self, locality: Locality, posted: QueryDict) -> None:
        self.locality = locality
        self.typed = {name: clean(str(posted[name])) for name in (*FIELDS, TRAP) if name in posted}
        today = clock.today()
        self.offered = Offered(hamlets_on(locality, today), collecting(locality, today), self.typed)

    @property
    def slugs(self) -> Sequence[str]:
        """The questions this person is asked, in order."""
        left_out = {DIALOGUE} if len(self.offered.dialogues) < 2 else set()
        left_out |= set() if self.typed.get("name") else {PUBLISH}
        return [slug for slug in QUESTIONS if slug not in left_out]

    def answered(self, slug: str) -> Question:
        """Return a question with what was answered, checked."""
        return QUESTIONS[slug](self.typed, offered=self.offered)

    def asked(self, slug: str) -> Question:
        """Return a question to be shown, with what was typed there before."""
        return QUESTIONS[slug](initial=self.typed, offered=self.offered)

    def first_wrong(self, before: str) -> str | None:
        """Return the first question that is not answered rightly before one, or before sending."""
        slugs = self.slugs
        earlier = slugs[: slugs.index(before)] if before in slugs else slugs
        return next((slug for slug in earlier if not self.answered(slug).is_valid()), None)

    def carried_past(self, shown: Question | None) -> list[tuple[str, str]]:
        """Return what a page carries along hidden: everything but what it asks itself."""
        asked = set(shown.fields) if shown is not None else set()
        return [(name, self.typed[name]) for name in FIELDS if self.typed.get(name) and name not in asked]

    @cached_property
    def dialogue(self) -> Dialogue | None:
        """The dialogue meant: the only one, or the one chosen."""
        offered = self.offered.dialogues
        if len(offered) == 1:
            return offered[0]
        return next((row for row in offered if row.public_id == self.typed.get("dialogue")), None)

    @cached_property
    def hamlet(self) -> Hamlet | None:
        return next((row for row in self.offered.hamlets if row.public_id == self.typed.get("hamlet")), None)

    @property
    def may_publish_name(self) -> bool:
        return bool(self.typed.get("may_publish_name") and self.typed.get("name"))

    def body(self) -> Body:
        """Return to whom the opinion goes: the dialogue's body, else the People's Committee. Raises Refused."""
        if self.dialogue is not None:
            return self.dialogue.body
        bodies = sorted(bodies_on(self.locality, clock.today()), key=lambda body: body.is_party)
        if not bodies:
            raise Refused("give.no_body", NO_BODY)
        return bodies[0]

    def draft(self) -> OpinionDraft:
        """Return the opinion as it is to be taken in; everything has been found right."""
        typed = self.typed
        return OpinionDraft(
            words=typed["words"], origin=Origin.PORTAL, dialogue=self.dialogue, hamlet=self.hamlet,
            person=Person(name=typed.get("name", ""), phone=typed.get("phone", ""), address=typed.get("address", "")),
            reply_way=ReplyWay(typed["reply_way"]), may_publish_name=self.may_publish_name,
        )  # fmt: skip
