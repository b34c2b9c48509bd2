"""Freezing figures as they were told."""

from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.reports.figures import figures_of
from nghedan.domain.reports.models import FrozenFigures
from nghedan.domain.reports.tables import as_rows
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import head_of
from nghedan.foundation.transitions.door import create


def freeze_figures(
    *, actor: Actor, dialogue: Dialogue, paper: OfficialPaper | None = None, on: date | None = None
) -> FrozenFigures:
    """Keep the figures as they stand, with the head of the journal they were counted at; what is late is told as of
    ``on``, the day printed on the paper, else of today. Raises NotAllowed."""
    today = on or clock.today()
    number, seal = head_of(dialogue.locality)
    frozen = FrozenFigures(
        locality=dialogue.locality, dialogue=dialogue, paper=paper, counted_on=today,
        figures=as_rows(figures_of(dialogue, today)), journal_number=number, journal_seal=seal,
    )  # fmt: skip
    return create("frozen_figures.freeze", actor=actor, obj=frozen)
