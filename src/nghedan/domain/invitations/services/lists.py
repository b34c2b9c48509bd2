"""Guests handed in as a file or pasted: staged and judged, corrected in place, then written in chunks.

A row waits in a locked box, because it holds a name; its box is emptied when it is written or the list given up.
Writing may be interrupted and pressed again: what is written has its guest and is not written twice.
"""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest, GuestList, GuestRow
from nghedan.domain.invitations.queries import STANDING_ALLOTMENTS
from nghedan.domain.invitations.rules.list_rows import (
    FORMULA,
    KEEP,
    MERGED,
    SKIP,
    StagedRow,
    Surroundings,
    columns_in,
    judge_all,
    same_key,
)
from nghedan.domain.invitations.services.allotting import names_given
from nghedan.domain.invitations.services.guests import GuestDraft, add_guests
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import AllotmentState, GuestColumn, GuestGroup, GuestState, GuestVerdict
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.db.working_rows import replace_rows
from nghedan.foundation.identities.person import Person
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import lock, unlock
from nghedan.foundation.tables.handed_in import read_pasted, read_upload
from nghedan.foundation.tables.table import Row, Table, harmless
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from django.core.files.base import File
    from django.db.models import QuerySet

BOXES = "guest_lists"
MOST_ROWS = 1_000
CHUNK = 100
"""Rows in one transaction: others wait less than half a second for their turn."""

DECISIONS = ("", SKIP, KEEP)
READING = "Đối chiếu danh sách đại biểu nộp bằng tệp"
NO_ROWS = _("Dưới dòng tiêu đề không còn dòng nào. Xin kiểm tra lại tệp rồi gửi.")
NO_NAMES = _("Chưa thấy cột họ tên. Xin ghi dòng tiêu đề, ví dụ: Họ và tên, Chức vụ, Thôn, Điện thoại.")
NOTHING = _("Không có dòng nào để ghi. Xin sửa các dòng cần sửa, hoặc bỏ danh sách này.")


def read_guest_file(upload: "File[bytes]") -> Table:
    """Return the rows of an Excel or CSV file. Raises Invalid (field "file"), for more than 1,000 rows too."""
    return read_upload(upload, MOST_ROWS)


def read_guest_lines(text: str) -> Table:
    """Return pasted lines as rows: one name a line, or rows copied from Excel. Raises Invalid (field "lines")."""
    return read_pasted(text, MOST_ROWS)


def stage_guests(
    *, actor: Actor, dialogue: Dialogue, group: GuestGroup, table: Table, key: str = ""
) -> GuestList:
    """Keep rows for checking: columns told by their headings, every row judged, nothing written yet.

    Raises Invalid (no row, no column of names), NotAllowed, Conflict for a form sent before with another list.
    """
    texts = [row.cells for row in table.rows]
    above, columns = columns_in(texts)
    if not (rows := table.rows[above:]):
        raise Invalid("guest_list.no_rows", NO_ROWS, field="file")
    if GuestColumn.NAME not in columns.values():
        raise Invalid("guest_list.no_names", NO_NAMES, field="file")
    fresh = GuestList(
        locality=dialogue.locality, dialogue=dialogue, group=group.value, total=len(rows), digest=_digest(texts)
    )
    with deed(actor):
        staged = create("guest_list.stage", actor=actor, obj=fresh, key=key, also_compared=fresh.digest)
        if staged is fresh:
            _judge_anew(actor, staged, {row.number: one for row, one in zip(rows, _staged(rows, columns), strict=True)})
    return staged


def correct_guest_row(
    *, actor: Actor, listed: GuestList, position: int, texts: Mapping[GuestColumn, str]
) -> GuestList:
    """Change what a row says before it is written. Raises NotAllowed, Refused, Conflict."""
    row = opened(listed, waiting_rows(listed).get(position=position))
    said = {**row.texts, **{column.value: harmless(text) for column, text in texts.items()}}
    told = {column: code for column, code in row.told.items() if said.get(column) == row.texts.get(column)}
    return _changed(actor, listed, position, StagedRow(said, told))


def decide_guest_row(*, actor: Actor, listed: GuestList, position: int, decision: str) -> GuestList:
    """Leave a row out (SKIP), write it all the same (KEEP), or take that back (""). Raises as ``correct_guest_row``."""
    row = opened(listed, waiting_rows(listed).get(position=position))
    return _changed(actor, listed, position, replace(row, decision=decision))


def commit_guests(*, actor: Actor, listed: GuestList) -> int:
    """Write the rows that are ready, chunk by chunk, and end the list; return how many were written.

    Raises Refused when none is ready, NotAllowed, Conflict.
    """
    if not listed.rows.filter(verdict__in=(GuestVerdict.READY, GuestVerdict.WRITTEN)).exists():
        raise Refused("guest_list.nothing", NOTHING)
    written = 0
    while rows := list(waiting_rows(listed).filter(verdict=GuestVerdict.READY).order_by("position")[:CHUNK]):
        with deed(actor):
            perform("guest_list.advance", actor=actor, obj=listed, facts={"rows": [row.position for row in rows]})
            _write(actor, listed, rows)
        written += len(rows)
    with deed(actor):
        perform("guest_list.commit", actor=actor, obj=listed)
        replace_rows(listed.rows.all(), [_emptied(row) for row in listed.rows.all()])
    return written


def discard_guests(*, actor: Actor, listed: GuestList) -> GuestList:
    """Give a list up; nothing of what it held is kept. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        perform("guest_list.discard", actor=actor, obj=listed)
        replace_rows(listed.rows.all(), [])
    return listed


def waiting_rows(listed: GuestList) -> "QuerySet[GuestRow]":
    """Return the rows that have no guest yet."""
    return listed.rows.filter(guest__isnull=True)


def opened(listed: GuestList, row: GuestRow) -> StagedRow:
    """Return what a row holds. Raises DamagedError."""
    content = json.loads(unlock(key_for(BOXES), b64decode(row.content), f"{listed.public_id}/{row.position}"))
    return StagedRow(content["texts"], content["told"], content["decision"])


def _changed(actor: Actor, listed: GuestList, position: int, row: StagedRow) -> GuestList:
    with deed(actor):
        perform("guest_list.edit", actor=actor, obj=listed, facts={"rows": [position], "decision": row.decision})
        rows = {one.position: opened(listed, one) for one in waiting_rows(listed)}
        _judge_anew(actor, listed, {**rows, position: row})
    return listed


def _judge_anew(actor: Actor, listed: GuestList, rows: Mapping[int, StagedRow]) -> None:
    """Judge every row, because what one says may be repeated by another, and store them all."""
    judged = judge_all(list(rows.values()), _surroundings(actor, listed))
    replace_rows(
        waiting_rows(listed),
        [
            GuestRow(
                list=listed, position=position, content=_locked(listed, position, row), verdict=one.verdict.value,
                problems=dict(one.problems),
            )
            for (position, row), one in zip(rows.items(), judged, strict=True)
        ],
    )  # fmt: skip


def _surroundings(actor: Actor, listed: GuestList) -> Surroundings:
    """Return what rows are judged against: one journalled read of the names on the list."""
    hamlets = HamletNames(
        KnownName(one.pk, one.kind_term, one.name) for one in hamlets_on(listed.locality, clock.today())
    )
    rows = Guest.objects.of(listed.locality).filter(dialogue=listed.dialogue).exclude(state=GuestState.REMOVED)
    guests = list(rows.select_related("dialogue", "officer", "identity", "locality"))
    names = names_behind(actor, guests, READING)
    known = frozenset(same_key(names.get(one.pk, ""), one.hamlet_id, one.post_title) for one in guests)
    free = {one.hamlet_id: one.seats - names_given(one) for one in _allotments(listed).values() if one.hamlet_id}
    return Surroundings(hamlets, known, free)


def _allotments(listed: GuestList) -> dict[int | None, Allotment]:
    """Return hamlet id -> its seats, for delegates of the people only."""
    if listed.group != GuestGroup.PEOPLE:
        return {}
    rows = Allotment.objects.of(listed.locality).filter(dialogue=listed.dialogue, state__in=STANDING_ALLOTMENTS)
    return {one.hamlet_id: one for one in rows.select_related("dialogue", "hamlet", "locality") if one.hamlet_id}


def _write(actor: Actor, listed: GuestList, rows: Sequence[GuestRow]) -> None:
    """Write a chunk; a hamlet whose delegates are in the list has sent its names by that."""
    staged = [opened(listed, row) for row in rows]
    names = HamletNames(KnownName(one.pk, one.kind_term, one.name) for one in hamlets_on(listed.locality, clock.today()))  # fmt: skip  # noqa: E501
    found = [names.find(row.text(GuestColumn.HAMLET)) if row.text(GuestColumn.HAMLET) else None for row in staged]
    hamlets = Hamlet.objects.of(listed.locality).in_bulk({pk for pk in found if pk})
    seats = _allotments(listed)
    drafts = [
        _draft(listed, row, hamlets.get(pk or 0), seats.get(pk) if pk else None)
        for row, pk in zip(staged, found, strict=True)
    ]
    guests = add_guests(actor=actor, dialogue=listed.dialogue, drafts=drafts)
    for allotment in {draft.allotment for draft in drafts if draft.allotment}:
        if allotment.state == AllotmentState.OPEN:
            perform("allotment.return", actor=actor, obj=allotment, changes={"returned_on": clock.today()})
    for row, guest in zip(rows, guests, strict=True):
        row.guest, row.verdict = guest, GuestVerdict.WRITTEN.value
    replace_rows(listed.rows.filter(pk__in=[row.pk for row in rows]), [_emptied(row) for row in rows])


def _draft(listed: GuestList, row: StagedRow, hamlet: Hamlet | None, seats: Allotment | None) -> GuestDraft:
    person = Person(
        name=row.text(GuestColumn.NAME), phone=row.text(GuestColumn.PHONE), contact=row.text(GuestColumn.CONTACT)
    )
    return GuestDraft(
        group=GuestGroup(listed.group), post_title=row.text(GuestColumn.POST),
        organisation=row.text(GuestColumn.ORGANISATION), person=person, hamlet=hamlet, allotment=seats,
    )  # fmt: skip


def _staged(rows: Sequence[Row], columns: Mapping[int, GuestColumn]) -> list[StagedRow]:
    """Return rows by meaning; an emptied cell of a merged area takes the hamlet or organisation of the row above."""
    staged: list[StagedRow] = []
    above: Mapping[str, str] = {}
    for row in rows:
        texts = {meaning.value: row.cells[place] for place, meaning in columns.items()}
        told = {meaning.value: FORMULA for place, meaning in columns.items() if place in row.formulas}
        for meaning in (GuestColumn.HAMLET.value, GuestColumn.ORGANISATION.value):
            if row.merged and not texts.get(meaning, "").strip() and above.get(meaning, "").strip():
                texts[meaning], told[meaning] = above[meaning], MERGED
        staged.append(StagedRow(texts, told))
        above = texts if row.merged else {}
    return staged


def _locked(listed: GuestList, position: int, row: StagedRow) -> str:
    content = json.dumps(asdict(row), ensure_ascii=False).encode()
    return b64encode(lock(key_for(BOXES), content, f"{listed.public_id}/{position}")).decode()


def _emptied(row: GuestRow) -> GuestRow:
    """Return a row without what it held: names stand apart now."""
    return GuestRow(
        list_id=row.list_id, position=row.position, verdict=row.verdict, problems=row.problems, guest_id=row.guest_id
    )


def _digest(texts: Sequence[Sequence[str]]) -> str:
    """Return by what the same list is known again; keyed, because a list may hold little more than a name."""
    whole = "\x1e".join("\x1f".join(cells) for cells in texts)
    return hmac.new(key_for("guest_lists/digest"), whole.encode(), hashlib.sha256).hexdigest()
