"""A notice as the people see it, and in a list."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from nghedan.domain.papers.models import OfficialPaper


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """A notice without its text."""

    public_id: str
    title: str
    number: str
    issued_on: date | None
    issuer: str
    dialogue_id: str
    theme: str


def listed(paper: OfficialPaper) -> PublicNotice:
    title = f"{paper.title[:1].upper()}{paper.title[1:]}"
    return PublicNotice(
        paper.public_id, title, paper.number, paper.issued_on, paper.body.name, paper.dialogue.public_id,
        paper.dialogue.theme,
    )  # fmt: skip


def whole(paper: OfficialPaper) -> tuple[PublicNotice, SafeString]:
    """Return a notice and its frozen text."""
    return listed(paper), mark_safe(paper.frozen_html)  # noqa: S308 - escaped by the renderer when it was frozen
