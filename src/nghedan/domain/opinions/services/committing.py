"""Writing a checked list into the ledger: chunk by chunk, each one transaction, so that others write in between."""


from nghedan.domain.opinions.models import ListRow, OpinionList
from nghedan.domain.opinions.rules.list_rows import JudgedRow, judge, without_known
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_many
from nghedan.domain.opinions.services.staging import columns_of, known_among, opened, surroundings_of
from nghedan.domain.opinions.terms import Origin, ReplyWay, RowVerdict
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db.working_rows import replace_rows
from nghedan.foundation.identities.person import Person
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform

CHUNK = 200
"""Rows in one transaction: others wait less than half a second for their turn."""

TOLD_BY_HEAD = (Origin.MEETING, Origin.HAMLET, Origin.VOTERS)
"""Where nobody gets a receipt, but somebody comes back to the hamlet with the answers."""


def continue_list(*, actor: Actor, listed: OpinionList) -> OpinionList:
    """Write the next rows of a list, or end it: then nothing is left in its boxes.

    What was written meanwhile by somebody else is left out. Raises Conflict when another worker was faster.
    """
    waiting = listed.rows.filter(verdict=RowVerdict.READY, opinion__isnull=True)
    rows = list(waiting.order_by("position")[:CHUNK])
    with deed(actor):
        if not rows:
            perform("opinion_list.finish", actor=actor, obj=listed)
            replace_rows(listed.rows.all(), [_emptied(row) for row in listed.rows.all()])
            return listed
        perform("opinion_list.advance", actor=actor, obj=listed, changes={"done": listed.done + len(rows)})
        _write(actor, listed, rows)
    return listed


def _write(actor: Actor, listed: OpinionList, rows: list[ListRow]) -> None:
    staged = [opened(listed, row) for row in rows]
    around, columns = surroundings_of(listed), columns_of(listed)
    judged = [judge(row, columns, around) for row in staged]
    judged = without_known(staged, judged, known_among(listed, {one.words for one in judged}))
    hamlets = Hamlet.objects.of(listed.locality).in_bulk({one.hamlet for one in judged if one.hamlet})
    ready = [(row, one) for row, one in zip(rows, judged, strict=True) if one.verdict is RowVerdict.READY]
    drafts = [_draft(listed, one, hamlets.get(one.hamlet or 0)) for _row, one in ready]
    opinions = receive_many(actor=actor, body=listed.body, drafts=drafts)
    for (row, _one), opinion in zip(ready, opinions, strict=True):
        row.opinion = opinion
    for row, one in zip(rows, judged, strict=True):
        row.verdict = RowVerdict.WRITTEN.value if row.opinion_id else one.verdict.value
    replace_rows(listed.rows.filter(pk__in=[row.pk for row in rows]), [_emptied(row) for row in rows])


def _draft(listed: OpinionList, row: JudgedRow, hamlet: Hamlet | None) -> OpinionDraft:
    origin = Origin(listed.origin)
    told_there = hamlet is not None and origin in TOLD_BY_HEAD
    return OpinionDraft(
        words=row.words, origin=origin, dialogue=listed.dialogue, hamlet=hamlet, received_on=row.day,
        source="; ".join(filter(None, (listed.note, row.source))), entered_by=listed.entered_by,
        person=Person(name=row.name, phone=row.phone, address=row.address),
        reply_way=ReplyWay.HAMLET if told_there else ReplyWay.CODE,
    )  # fmt: skip


def _emptied(row: ListRow) -> ListRow:
    """Return a row without what it held: names stand apart now, the words in the ledger."""
    return ListRow(
        list_id=row.list_id, position=row.position, verdict=row.verdict, problems=row.problems,
        opinion_id=row.opinion_id,
    )  # fmt: skip
