"""Lists of opinions handed in as a file or pasted: staged and judged, corrected, then written by the worker.

A row waits in a locked box, because it may hold names, and its box is emptied when the list is done.
"""

import hashlib
import hmac
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from nghedan.domain.opinions.models import ListRow, OpinionList
from nghedan.domain.opinions.rules.list_columns import find_headings, guess_columns
from nghedan.domain.opinions.rules.list_rows import (
    StagedRow,
    filled_down,
    judge_all,
    without_known,
)
from nghedan.domain.opinions.services.paper import Capture
from nghedan.domain.opinions.services.staging import columns_of, known_among, lock_row, opened, surroundings_of
from nghedan.domain.opinions.terms import ListColumn, ListState, RowVerdict
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.db import clock
from nghedan.foundation.db.working_rows import replace_rows
from nghedan.foundation.keys import key_for
from nghedan.foundation.tables.handed_in import read_pasted, read_upload
from nghedan.foundation.tables.table import Row, Table, harmless
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from django.core.files.base import File

MOST_ROWS = 10_000
NO_WORDS_COLUMN = _("Xin chọn cột nào là nội dung ý kiến.")
TWICE = _("Có hai cột cùng là “%(meaning)s”. Xin giữ một cột.")
NO_ROWS = _("Dưới dòng tiêu đề không còn dòng nào. Xin kiểm tra lại tệp rồi gửi.")
NOTHING_TO_WRITE = _("Không có dòng nào để ghi vào sổ. Xin sửa các dòng cần sửa, hoặc bỏ danh sách này.")
BEING_WRITTEN = _("Chính danh sách này đang được ghi vào sổ từ lần nộp trước. Xin chờ ghi xong rồi xem lại.")
IN_FUTURE = _("Ngày nhận không thể ở sau hôm nay; xin ghi lại ngày.")


def read_list(upload: "File[bytes]") -> Table:
    """Return the rows of an Excel or CSV file. Raises Invalid (field "file"), for more than 10,000 rows too."""
    return read_upload(upload, MOST_ROWS)


def read_lines(text: str) -> Table:
    """Return pasted lines as rows: one opinion a line, or rows copied from Excel. Raises Invalid (field "lines")."""
    return read_pasted(text, MOST_ROWS)


def stage_list(*, actor: Actor, body: Body, capture: Capture, table: Table, key: str = "") -> OpinionList:
    """Keep the rows of a list for checking: columns guessed from headings, every row judged; nothing is written yet.

    Raises Invalid (no row below the headings, a day after today), NotAllowed.
    """
    if (received_on := capture.received_on or clock.today()) > clock.today():
        raise Invalid("opinion_list.in_future", IN_FUTURE, field="received_on")
    texts = [row.cells for row in table.rows]
    above, named = find_headings(texts)
    if not (rows := table.rows[above:]):
        raise Invalid("opinion_list.no_rows", NO_ROWS, field="file")
    fresh = OpinionList(
        locality=body.locality, body=body, dialogue=capture.dialogue, hamlet=capture.hamlet,
        origin=capture.origin.value, received_on=received_on, note=capture.note, total=len(rows),
        digest=_digest(texts), entered_by=User(pk=actor.user_id) if actor.user_id else None,
    )  # fmt: skip
    around = surroundings_of(fresh)
    columns = guess_columns(named, texts[above:], around.hamlets)
    fresh.columns = _stored(columns, texts[above - 1] if above else ())
    with deed(actor):
        staged = create("opinion_list.stage", actor=actor, obj=fresh, key=key, also_compared=fresh.digest)
        if staged is fresh:
            _judge_anew(staged, [row.number for row in rows], [_staged(row) for row in rows])
    return staged


def choose_columns(*, actor: Actor, listed: OpinionList, columns: Mapping[int, ListColumn]) -> OpinionList:
    """Say what each column holds and judge every row anew. Raises Invalid, NotAllowed, Refused, Conflict."""
    chosen = list(columns.values())
    if ListColumn.WORDS not in chosen:
        raise Invalid("opinion_list.no_words", NO_WORDS_COLUMN)
    if twice := next((one for one in chosen if chosen.count(one) > 1), None):
        raise Invalid("opinion_list.twice", TWICE, meaning=twice.label)
    stored = _stored(columns, listed.columns["headings"])
    with deed(actor):
        perform("opinion_list.edit", actor=actor, obj=listed, changes={"columns": stored})
        _judge_again(listed, {})
    return listed


def correct_row(
    *, actor: Actor, listed: OpinionList, position: int, texts: Mapping[ListColumn, str]
) -> OpinionList:
    """Change cells of a row before it is written, e.g. a hamlet misspelt. Raises NotAllowed, Refused, Conflict."""
    places = {meaning: place for place, meaning in columns_of(listed).items()}
    cells = {places[meaning]: harmless(text) for meaning, text in texts.items() if meaning in places}
    row = opened(listed, listed.rows.get(position=position)).corrected(cells)
    with deed(actor):
        perform("opinion_list.edit", actor=actor, obj=listed, facts={"rows": [position]})
        _judge_again(listed, {position: row})
    return listed


def rename_hamlet(*, actor: Actor, listed: OpinionList, old: str, new: str) -> OpinionList:
    """Write a hamlet otherwise in every row that writes it so: one press for a name misspelt all along.

    Raises NotAllowed, Refused, Conflict.
    """
    places = {place for place, meaning in columns_of(listed).items() if meaning is ListColumn.HAMLET}
    rows = {row.position: opened(listed, row) for row in listed.rows.filter(verdict=RowVerdict.WRONG)}
    renamed = {
        position: row.corrected({place: harmless(new)})
        for position, row in rows.items()
        for place in places
        if row.cells[place] == old
    }
    with deed(actor):
        perform("opinion_list.edit", actor=actor, obj=listed, facts={"rows": sorted(renamed)})
        _judge_again(listed, renamed)
    return listed


def decide_rows(*, actor: Actor, listed: OpinionList, positions: Collection[int], decision: str) -> OpinionList:
    """Leave rows out (SKIP), write them although the same is there already (KEEP), or take that back ("").

    Raises NotAllowed, Refused, Conflict.
    """
    rows = {row.position: opened(listed, row) for row in listed.rows.filter(position__in=positions)}
    decided = {position: row.decided(decision) for position, row in rows.items()}
    with deed(actor):
        perform("opinion_list.edit", actor=actor, obj=listed, facts={"rows": sorted(decided), "decision": decision})
        _judge_again(listed, decided)
    return listed


def commit_list(*, actor: Actor, listed: OpinionList) -> OpinionList:
    """Let the worker write the rows that are ready; the others are left out.

    Raises Refused when none is ready or the same list is being written at this moment, NotAllowed, Conflict.
    """
    if not listed.rows.filter(verdict=RowVerdict.READY).exists():
        raise Refused("opinion_list.nothing", NOTHING_TO_WRITE)
    same = OpinionList.objects.of(listed.locality).filter(digest=listed.digest, state=ListState.COMMITTING)
    if same.exclude(pk=listed.pk).exists():
        raise Refused("opinion_list.being_written", BEING_WRITTEN)
    return perform("opinion_list.commit", actor=actor, obj=listed, changes={"done": 0})


def discard_list(*, actor: Actor, listed: OpinionList) -> OpinionList:
    """Give a list up; nothing of what it held is kept. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        perform("opinion_list.discard", actor=actor, obj=listed)
        replace_rows(listed.rows.all(), [])
    return listed


def _judge_again(listed: OpinionList, changed: Mapping[int, StagedRow]) -> None:
    rows = list(listed.rows.all())
    _judge_anew(
        listed, [row.position for row in rows], [changed.get(row.position) or opened(listed, row) for row in rows]
    )


def _judge_anew(listed: OpinionList, positions: Sequence[int], rows: Sequence[StagedRow]) -> None:
    """Judge every row, because what one says may be repeated by another, and store them all."""
    columns = columns_of(listed)
    rows = filled_down(rows, columns)
    judged = judge_all(rows, columns, surroundings_of(listed))
    judged = without_known(rows, judged, known_among(listed, {one.words for one in judged}))
    replace_rows(
        listed.rows.all(),
        [
            ListRow(
                list=listed, position=position, content=lock_row(listed, position, row), verdict=one.verdict.value,
                problems=dict(one.problems),
            )
            for position, row, one in zip(positions, rows, judged, strict=True)
        ],
    )  # fmt: skip


def _staged(row: Row) -> StagedRow:
    return StagedRow(row.cells, tuple(sorted(row.formulas)), row.merged)


def _stored(columns: Mapping[int, ListColumn], headings: Sequence[str]) -> dict[str, object]:
    meanings = {str(place): meaning.value for place, meaning in sorted(columns.items())}
    return {"meanings": meanings, "headings": [" ".join(text.split())[:80] for text in headings]}


def _digest(texts: Sequence[Sequence[str]]) -> str:
    """Return by what the same list is known again; keyed, because a list may hold little more than a name."""
    whole = "\x1e".join("\x1f".join(cells) for cells in texts)
    return hmac.new(key_for("lists/digest"), whole.encode(), hashlib.sha256).hexdigest()
