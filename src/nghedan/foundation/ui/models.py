"""View models: what components show. Plain frozen values with text already translated; no tables here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class Colour(StrEnum):
    """The six colours of a status; a colour never stands without its word."""

    GREY = "grey"
    """not due yet"""
    BLUE = "blue"
    """being worked on"""
    YELLOW = "yellow"
    """due soon"""
    RED = "red"
    """late"""
    GREEN = "green"
    """done"""
    PURPLE = "purple"
    """confidential"""


@dataclass(frozen=True, slots=True)
class Tag:
    """A status word in its colour."""

    text: str
    colour: Colour = Colour.GREY


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go. `current`: the page one is on; `count`: a number shown beside it when above zero."""

    text: str
    href: str
    current: bool = False
    count: int = 0


class Action(Protocol):
    """What a button shows of a move: `reason` says why it is not allowed now (see `transitions.moves.Move`)."""

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def allowed(self) -> bool: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links of the side navigation under one heading; the heading may be empty."""

    title: str
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame of every page shows. Empty text leaves a part away.

    `user_name` and `sign_out_href` belong to staff; `topics` are the entries under a citizens' head,
    `navigation` those at the side of a staff page. `demonstration` shows the banner "dữ liệu minh họa".
    """

    locality_name: str = ""
    home_href: str = "/"
    topics: Sequence[Link] = ()
    navigation: Sequence[LinkGroup] = ()
    search_href: str = ""
    search_text: str = ""
    user_name: str = ""
    user_role: str = ""
    user_links: Sequence[Link] = ()
    sign_in_href: str = ""
    sign_out_href: str = ""
    foot_links: Sequence[Link] = ()
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A name and what it holds; `href` leads to where it is changed."""

    key: str
    value: object
    href: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A thing to do in a task list; without `href` it cannot be opened yet."""

    title: str
    status: Tag
    href: str = ""
    hint: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened, in a sentence; `text` may be several lines."""

    title: str
    at: datetime | date
    by: str = ""
    text: str = ""
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numeric ones stand at the right."""

    title: str
    numeric: bool = False


class StepState(StrEnum):
    """Where one step of a row of steps stands."""

    DONE = "done"
    CURRENT = "current"
    LATE = "late"
    TODO = "todo"


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way, e.g. of the seven of a dialogue; `note` is short ("18/9/2026")."""

    label: str
    state: StepState = StepState.TODO
    note: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit with the reason for it.

    `due_on` is "hạn theo luật", `advised_on` "nên xong trước" where it differs; `rank` says who set it and
    `strict` whether the law did (red when missed); `basis` names article and document, `counted` the steps of counting.
    """

    label: str
    due_on: date
    rank: str
    basis: str = ""
    counted: Sequence[str] = ()
    advised_on: date | None = None
    met_on: date | None = None
    strict: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart; `before` is last year's figure, if there is one."""

    label: str
    value: int
    before: int | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A big number with its label; `note` compares it ("năm trước 38")."""

    value: int | str
    label: str
    note: str = ""
    colour: Colour | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a text that was read: its number, whether it is marked, and the id of the value it became."""

    number: int
    text: str
    colour: Colour | None = None
    target: str = ""
    target_label: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field two people changed: the text just typed, and the text that was stored meanwhile."""

    label: str
    mine: str
    theirs: str
