"""Asking for every address there is with every id there is, and looking at the answers byte by byte."""

import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import pypdf
from django.db.models import Model
from django.http.response import HttpResponseBase
from django.test import Client

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.followup.models import Commitment, Extension, Referral, Verdict
from nghedan.domain.hall.models import (
    AgendaItem,
    Attendance,
    LessonPoint,
    MinutesLine,
    Outcome,
    SpeakerRequest,
    Turn,
)
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.matters.documents.unit_letter import letter_id
from nghedan.domain.matters.models import Bounce, Field, Matter, Petition, TextBlock
from nghedan.domain.notices.models import Posting
from nghedan.domain.opinions.models import Opinion, OpinionList, Sheet, Slip, SlipRun, Stack
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.transitions.models import Instruction
from nghedan.interfaces.stage.live import SCREENS
from tests.architecture.addresses import ADDRESSES, names_in, path_of
from tests.security.place import (
    CONDUCT,
    DENOUNCED,
    HEARD,
    MANNER,
    NAMED,
    ORDINARY,
    PARTS,
    SPOKEN,
    Place,
    phone_of,
)

OF_MATERIAL: Mapping[str, type[Model]] = {
    "opinion_id": Opinion, "restricted_id": Opinion, "matter_id": Matter, "petition_id": Petition, "sheet_id": Sheet,
    "stack_id": Stack, "list_id": OpinionList, "bounce_id": Bounce, "block_id": TextBlock, "file_id": Attachment,
    "instruction_id": Instruction, "slip_id": Slip, "paper_id": OfficialPaper, "notice_id": OfficialPaper,
    "line_id": MinutesLine, "conclusion_item_id": ConclusionItem, "commitment_id": Commitment,
    "extension_id": Extension, "referral_id": Referral, "verdict_id": Verdict, "speaker_id": SpeakerRequest,
    "turn_id": Turn, "outcome_id": Outcome, "guest_id": Guest, "allotment_id": Allotment, "attendance_id": Attendance,
}  # fmt: skip
"""Open part of an address -> a table all of whose rows are asked for: they hold material, or hang on it."""

OF_OFFICE: Mapping[str, type[Model]] = {
    "dialogue_id": Dialogue, "task_id": Task, "limit_id": Deadline, "officer_id": Officer, "hamlet_id": Hamlet,
    "unit_id": Unit, "body_id": Body, "field_id": Field, "grant_id": RoleGrant, "post_id": Post,
    "delegation_id": Delegation, "user_id": User, "agenda_id": AgendaItem, "point_id": LessonPoint,
    "posting_id": Posting,
}  # fmt: skip
"""Open part of an address -> a table of which one row is enough."""

SPACES = ("console:", "portal:", "stage:", "hall:", "web:", "account_")
NOT_ASKED = frozenset({"account_logout", "console:paper", "console:paper-file"})
STREAMS = ("events",)
"""Ends of names of addresses that never stop answering: they tell what ``…/state`` tells to who asks."""

OF_OFFICES = ("console:settings", "console:plan", "console:reading", "console:compose", "console:voter", "account_")
"""Pages that speak of the office and of plans."""

OF_WORDS = {
    "screen": list(SCREENS),
    "part": ["word", "pdf"],
    "ending": ["csv", "xlsx"],
    "code": list(PAPER_KINDS.keys()),
}
"""Open part of an address that names no row -> what it may be."""

MOVES = ("guide", "transfer", "accept", "settle", "reopen")
UNDRAWN = "abcdefghjkmn"
KEYS = (*DENOUNCED, *CONDUCT, ORDINARY)
MARKED = (*KEYS, *SPOKEN, *MANNER, HEARD, *NAMED)
PHONES = {phone_of(key).encode(): key for key in MARKED}
PHONE = re.compile(rb"0977\d{6}")
MARK = re.compile(rf"({'|'.join(MARKED)})(?:{'|'.join(PARTS)})zx".encode())


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: who asked for what, and every byte that came, in whatever it was wrapped."""

    address: str
    status: int
    raw: bytes
    validators: Mapping[str, str]
    keys: frozenset[str]
    """Whose marks, names or numbers stand in the answer."""


def keys_in(raw: bytes) -> frozenset[str]:
    """Return the keys of the opinions of which anything stands in some bytes."""
    marks = {key.decode() for key in MARK.findall(raw.lower())}
    return frozenset(marks | {PHONES[number] for number in PHONE.findall(raw) if number in PHONES})


def crawl(client: Client, place: Place, *, step: int = 1, offices: bool = True) -> list[Answered]:
    """Ask for everything, and for every paper that opens as a file; where nothing is to be fetched, ask once only."""
    answers: list[Answered] = []
    closed: set[str] = set()
    for name, address in every_address(place, step=step):
        if name in closed or (not offices and name.startswith(OF_OFFICES)):
            continue
        answers.append(ask(client, address))
        if answers[-1].status == HTTPStatus.METHOD_NOT_ALLOWED:
            closed.add(name)
    papers = {address: ask(client, address) for address in every_paper(place)}
    open_ones = [address for address, paper in papers.items() if paper.status == HTTPStatus.OK]
    return [*answers, *papers.values(), *(ask(client, file) for one in open_ones for file in files_of(one))]


def ask(client: Client, address: str, method: str = "get", data: Any = None, **headers: str) -> Answered:
    """Ask, and unwrap the answer."""
    response = getattr(client, method)(address, data, headers=headers)
    raw = _bytes(response)
    return Answered(f"{method} {address}", response.status_code, raw, _validators(response), keys_in(raw))


def every_address(place: Place, *, step: int = 1) -> list[tuple[str, str]]:
    """Return name and address of every page with every id of material in it, and of lists narrowed in every way.

    With a ``step`` each address is asked with every so many ids only, another address with others.
    """
    ids = {name: _ids(place, model) for name, model in OF_MATERIAL.items()}
    ids |= {name: _ids(place, model)[:1] for name, model in OF_OFFICE.items()}
    ids |= {"move": list(MOVES), "year": ["2026"], "locality": [place.locality.slug], **OF_WORDS}
    asked = [name for name in sorted(ADDRESSES) if name.startswith(SPACES) and _is_asked(name)]
    found = [
        (name, path)
        for turn, name in enumerate(asked)
        for path in _filled(ADDRESSES[name][0], {part: _every(known, turn, step) for part, known in ids.items()})
    ]
    return [*found, *(("narrowed", path) for path in _narrowed(place, step))]


def every_paper(place: Place) -> list[str]:
    """Return the addresses of every paper of everything, as preview."""
    told = {
        "receipt": _ids(place, Opinion), "slips": _ids(place, SlipRun),
        "unit-letter": [letter_id(place.dialogue, unit) for unit in place.units.values()],
        "opinion-report": [place.dialogue.public_id], "chair-file": [place.dialogue.public_id],
    }  # fmt: skip
    kept = OfficialPaper.objects.of(place.locality).order_by("pk").values_list("kind", "public_id")
    told |= {code: [public_id for kind, public_id in kept if kind == code] for code in PAPER_KINDS}
    codes = {code: told.get(code, _ids(place, Dialogue)) for code in DOCUMENT_TYPES}
    root = f"/console/{place.locality.slug}/papers"
    return [f"{root}/{code}/{public_id}/" for code, known in codes.items() for public_id in known]


def files_of(paper: str) -> list[str]:
    """Return the addresses of a paper as files."""
    return [f"{paper.rstrip('/')}.{ending}" for ending in ("docx", "pdf", "txt")]


def searches(place: Place, words: Sequence[str]) -> list[str]:
    """Return where words are looked for, and for the first of them where lists are narrowed and likeness is asked."""
    root = f"/console/{place.locality.slug}"
    beside = f"classify/{place.opinions[ORDINARY].public_id}/similar/"
    lists = [(f"{page}{end}", "q") for page in ("ledger/", "matters/") for end in ("", "list.xlsx")]
    found = [f"{root}/search/?{urlencode({'q': word})}" for word in words]
    return [*found, *(f"{root}/{page}?{urlencode({name: words[0]})}" for page, name in (*lists, (beside, "title")))]


def _narrowed(place: Place, step: int) -> list[str]:
    root, dialogue = f"/console/{place.locality.slug}", place.dialogue.public_id
    asked = (
        {"hamlet": place.hamlet.public_id}, {"dialogue": dialogue}, {"origin": "slip"}, {"state": "received"},
        {"state": "void"}, {"level": "restricted"}, {"level": "conduct"}, {"dialogue": "all"}, {"before": "2026-999"},
    )  # fmt: skip
    pages = ("ledger/", "ledger/list.xlsx", "matters/", "matters/list.xlsx", "matters/readiness/")
    saved = [f"{root}/{page}?saved={one}" for page in ("ledger/", "slips/key/") for one in _ids(place, Opinion)[::step]]
    return [*saved, *(f"{root}/{page}?{urlencode(one)}" for page in pages for one in asked)]


def _is_asked(name: str) -> bool:
    return name not in NOT_ASKED and not name.endswith(STREAMS)


def _every(known: list[str], turn: int, step: int) -> list[str]:
    return known[turn % step :: step] or known[:1]


def _filled(route: str, ids: Mapping[str, list[str]]) -> Iterator[str]:
    names = names_in(route)
    for chosen in itertools.product(*(ids.get(name, [UNDRAWN]) for name in names)):
        yield path_of(route, dict(zip(names, chosen, strict=True)))


def _ids(place: Place, model: type[Model]) -> list[str]:
    rows = model._base_manager.order_by("pk")
    own = rows.filter(locality=place.locality) if hasattr(model, "locality") else rows
    return list(own.values_list("public_id", flat=True)) or [UNDRAWN]


def _bytes(response: Any) -> bytes:
    content = b"".join(response) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    cookies = response.cookies.output()
    return b"\n".join([headers.encode(), cookies.encode(), *_unwrapped(content)])


def _unwrapped(content: bytes) -> Iterator[bytes]:
    """Yield the bytes as they are; what is inside a workbook, a text document or an archive of these instead, and how
    it is called there; the text of a PDF as well."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from (_without_tags(part) for part in _unwrapped(archive.read(name)))
        return
    yield content
    if content.startswith(b"%PDF"):
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        yield re.sub(r"[\s­-]", "", "".join(page.extract_text() for page in pages)).encode()


def _without_tags(content: bytes) -> bytes:
    """Return a part of an archive with and without tags: Word cuts a word into runs."""
    return content + re.sub(rb"<[^>]+>", b"", content)


def _validators(response: HttpResponseBase) -> dict[str, str]:
    pairs = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
    return {asked: response[given] for given, asked in pairs if response.has_header(given)}
