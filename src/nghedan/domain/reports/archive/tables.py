"""The tables of an archive: figures, matters, what was ordered, where notices were put up, and what was done when."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from nghedan.domain.conclusions.documents.wording import public_title
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.hall.models import AgendaItem, Turn
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.terms import PostingState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.reports.figures import figures_of, matters_counted, result_of
from nghedan.domain.reports.tables import COLUMNS, as_rows
from nghedan.foundation.access.catalogue import PERMISSIONS
from nghedan.foundation.exports.columns import Column
from nghedan.foundation.exports.delimited import csv
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


def tables_of(dialogue: Dialogue, today: date) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, what it is, and content of every table."""
    yield "so-lieu", "Số liệu hội nghị", figures_csv(dialogue, today)
    yield "noi-dung", "Nội dung kiến nghị và kết quả", _matters(dialogue)
    yield "ket-luan", "Nhiệm vụ theo kết luận", _commitments(dialogue)
    yield "niem-yet", "Lần phát, niêm yết thông báo", _postings(dialogue)
    yield "nhat-ky", "Nhật ký", _journal(dialogue)


def figures_csv(dialogue: Dialogue, today: date) -> bytes:
    """Return the figures every page and report tells, as CSV."""
    return csv(COLUMNS, as_rows(figures_of(dialogue, today)))


def _matters(dialogue: Dialogue) -> bytes:
    columns = [Column(name) for name in ("Số", "Nội dung", "Lĩnh vực", "Đơn vị", "Kết quả", "Hạn", "Ngày trả lời")]
    matters = matters_counted(dialogue).select_related("field", "unit").order_by("year", "number")
    return csv(
        columns,
        [
            (
                f"{row.number}/{row.year}", public_title(row), row.field.name if row.field else "",
                row.unit.name if row.unit else row.competent_body, result_of(row).label, row.writing_due_on,
                row.answered_on,
            )
            for row in matters
        ],
    )  # fmt: skip


def _commitments(dialogue: Dialogue) -> bytes:
    columns = [Column(name) for name in ("Nhiệm vụ", "Đơn vị", "Hạn đầu", "Hạn", "Ngày xong", "Trạng thái")]
    ordered = Commitment.objects.of(dialogue.locality).filter(_ordinary(), dialogue=dialogue).select_related("unit")
    return csv(
        columns,
        [
            (row.text, row.unit.name, row.first_due_on, row.due_on, row.closed_on, CommitmentState(row.state).label)
            for row in ordered.order_by("due_on", "pk")
        ],
    )


def _postings(dialogue: Dialogue) -> bytes:
    columns = [Column(name) for name in ("Ngày", "Cách thông báo", "Thôn, tổ dân phố", "Văn bản")]
    postings = Posting.objects.of(dialogue.locality).filter(paper__dialogue=dialogue, state=PostingState.RECORDED)
    postings = postings.select_related("paper", "hamlet")
    rows = [(row.posted_on, str(row), str(row.hamlet or ""), row.paper.number) for row in postings.order_by("pk")]
    return csv(columns, rows)


def _journal(dialogue: Dialogue) -> bytes:
    """Return what was done with the dialogue, its papers, programme, turns, ordinary matters and commitments: the move,
    when, by whom in office; never words."""
    columns = [Column(name) for name in ("Số thứ tự", "Lúc", "Việc", "Ai", "Hồ sơ", "Dấu niêm")]
    entries = JournalEntry.objects.filter(_subjects(dialogue), locality=dialogue.locality).order_by("number", "pk")
    rows = []
    for entry in entries.iterator():
        right = PERMISSIONS.get(entry.code)
        who = entry.facts()["actor_label"]
        rows.append((entry.number, entry.at, right.label if right else entry.code, who, entry.subject_id, entry.seal))
    return csv(columns, rows)


def _subjects(dialogue: Dialogue) -> Q:
    locality = dialogue.locality
    rows: dict[type[LocalityModel], list[str]] = {
        Dialogue: [dialogue.public_id],
        OfficialPaper: _ids(OfficialPaper.objects.of(locality).filter(dialogue=dialogue)),
        AgendaItem: _ids(AgendaItem.objects.of(locality).filter(dialogue=dialogue)),
        Turn: _ids(Turn.objects.of(locality).filter(dialogue=dialogue)),
        Commitment: _ids(Commitment.objects.of(locality).filter(_ordinary(), dialogue=dialogue)),
    }
    matters = matters_counted(dialogue)
    rows[matters.model] = _ids(matters)
    subjects = Q()
    for table, ids in rows.items():
        subjects |= Q(subject_type=subject_type_of(table), subject_id__in=ids)
    return subjects


def _ids(rows: ScopedQuerySet[Any]) -> list[str]:
    return list(rows.order_by().values_list("public_id", flat=True))


def _ordinary() -> Q:
    return Q(matter__isnull=True) | Q(matter__level=Level.ORDINARY)
