"""What the people of a demonstration raised: matters of earlier years that return, and this year's opinions."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services import answering, assigning, petitions, raising, restricting
from nghedan.domain.matters.services.answering import AnswerDraft
from nghedan.domain.matters.services.raising import MatterDraft, PastMatter
from nghedan.domain.matters.terms import AnswerState, Competence, MatterKind, Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet, Officer, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality

FAMILY = ("Hoàng", "Nông", "Lý", "Triệu", "Vi", "Trần", "Phạm", "Hứa", "Đinh", "Lường")
GIVEN = ("Bình", "Chung", "Dần", "Hạnh", "Khải", "Liên", "Măng", "Nghĩa", "Sử", "Thơm", "Ước", "Xuân")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts, and where."""

    locality: Locality
    body: Body
    dialogue: Dialogue | None
    units: Mapping[str, Unit]
    clerk: Actor
    head: Actor
    officers: Mapping[str, Actor]
    """Kind of unit -> its officer's account."""
    accused: Officer


class Voices:
    """Tells the story of the file, through the deeds."""

    def __init__(self, cast: Cast, chance: random.Random) -> None:
        self.cast, self.chance = cast, chance
        self.today = clock.today()
        self.hamlets = list(Hamlet.objects.of(cast.locality).order_by("pk"))
        self.fields = {field.code: field for field in Field.objects.of(cast.locality)}
        self.told = tomllib.loads((files(__package__) / "voices.toml").read_text(encoding="utf-8"))

    def tell(self, extra: int = 0) -> None:
        """Build earlier years, this year's matters in every state of preparation, and what waits to be classified."""
        for _number in range(extra):
            self._record_extra()
        for thread in self.told["threads"]:
            self._thread(thread)
        for waiting in self.told["waiting"]:
            self._opinion(waiting, self._hamlet(waiting["hamlet"]))
        self._apart()

    def _thread(self, thread: Mapping[str, Any]) -> None:
        hamlet, field = self._hamlet(thread["hamlet"]), self.fields[thread["field"]]
        earlier = None
        for past in thread["past"]:
            earlier = self._past(past, field, hamlet, earlier)
        first, *others = [self._opinion(voice, hamlet) for voice in thread["voices"]]
        draft = MatterDraft(
            title=thread["title"].format(place=hamlet.full_name), text=first.words, field=field, hamlet=hamlet,
            kind=MatterKind(thread.get("kind", MatterKind.PETITION)), continues=earlier,
            competence=Competence(thread.get("competence", Competence.OURS)),
            competent_body=thread.get("competent_body", ""),
        )  # fmt: skip
        clerk = self.cast.clerk
        matter = raising.raise_matter(actor=clerk, opinion=first, draft=draft)
        for other in others:
            raising.also_raises(actor=clerk, opinion=other, matter=matter)
        for opinion in (first, *others):
            raising.finish_classifying(actor=clerk, opinion=opinion)
        if draft.competence is Competence.OURS:
            unit = thread.get("unit", "economy")
            assigning.assign_matter(actor=clerk, matter=matter, unit=self.cast.units[unit])
            if "answer" in thread:
                self._answer(matter, self.cast.officers[unit], thread["answer"])

    def _past(self, past: Mapping[str, Any], field: Field, hamlet: Hamlet, earlier: Matter | None) -> Matter:
        due = past.get("due")
        told = PastMatter(
            year=self.today.year - past["ago"], title=past["title"].format(place=hamlet.full_name),
            outcome=Outcome(past["outcome"]), outcome_note=past["note"], promise=past["promise"],
            promised_on=date(self.today.year + due[0], due[1], due[2]) if due else None, field=field, hamlet=hamlet,
            unit=self.cast.units[past["unit"]], continues=earlier,
        )  # fmt: skip
        return raising.record_past_matter(actor=self.cast.clerk, body=self.cast.body, past=told)

    def _record_extra(self) -> None:
        """Write down one more matter of the last three years, so that lists and search have something to do."""
        hamlet, field = self.chance.choice(self.hamlets), self.chance.choice(list(self.fields.values()))
        title = self.chance.choice(self.told["extra"]["titles"])
        told = PastMatter(
            year=self.today.year - self.chance.randint(1, 3),
            title=title.format(place=hamlet.full_name, n=self.chance.randint(2, 60)),
            outcome=Outcome(self.chance.choice(self.told["extra"]["outcomes"])), field=field, hamlet=hamlet,
            unit=field.unit,
        )  # fmt: skip
        raising.record_past_matter(actor=self.cast.clerk, body=self.cast.body, past=told)

    def _opinion(self, voice: Mapping[str, Any], hamlet: Hamlet) -> Opinion:
        draft = OpinionDraft(
            words=voice["words"], origin=Origin(voice["origin"]), dialogue=self.cast.dialogue, hamlet=hamlet,
            received_on=self.today - timedelta(days=self.chance.randint(0, 6)), person=self._person(),
        )  # fmt: skip
        return receive_opinion(actor=self.cast.clerk, body=self.cast.body, draft=draft)

    def _person(self) -> Person:
        """Return somebody invented, or nobody: every third voice gives no name."""
        if self.chance.random() < 1 / 3:
            return Person()
        name = f"{self.chance.choice(FAMILY)} {self.chance.choice(('Văn', 'Thị'))} {self.chance.choice(GIVEN)}"
        return Person(name=name, phone=f"09000{self.chance.randint(10000, 99999)}")

    def _answer(self, matter: Matter, officer: Actor, told: Mapping[str, Any]) -> None:
        """Take an answer as far as the file says: by the unit, then the office, then the head."""
        draft = AnswerDraft(
            text=told["text"], short=told["short"], basis=told["basis"], caution=told["caution"],
            proposed_on=self.today + timedelta(days=told["days"]),
        )  # fmt: skip
        answer = answering.save_answer(actor=officer, matter=matter, draft=draft)
        state = AnswerState(told["state"])
        if state is AnswerState.DRAFT:
            return
        answering.hand_in(actor=officer, answer=answer)
        if state is AnswerState.HANDED_IN:
            return
        answering.check_answer(actor=self.cast.clerk, answer=answer)
        if state is AnswerState.APPROVED:
            answering.approve_answer(actor=self.cast.head, answer=answer)

    def _apart(self) -> None:
        """One voice about an official's manner, one complaint, one denunciation."""
        clerk = self.cast.clerk
        conduct, complaint, denunciation = (
            self._opinion(self.told[name], self._hamlet(self.told[name]["hamlet"]))
            for name in ("conduct", "complaint", "denunciation")
        )
        restricting.mark_conduct(actor=clerk, opinion=conduct)
        draft = MatterDraft(title=self.told["conduct"]["title"], text=conduct.words, field=self.fields["conduct"])
        raising.raise_matter(actor=clerk, opinion=conduct, draft=draft)
        raising.finish_classifying(actor=clerk, opinion=conduct)
        petitions.register_petition(actor=clerk, opinion=complaint, kind=MatterKind.COMPLAINT)
        petitions.register_petition(
            actor=clerk, opinion=denunciation, kind=MatterKind.DENUNCIATION, named=[self.cast.accused]
        )

    def _hamlet(self, position: int) -> Hamlet:
        return self.hamlets[position % len(self.hamlets)]
