"""Packing an archive: files first, then what lists and proves them."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from django.db.models import OuterRef, Subquery

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.terms import PostingState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.issuing import ISSUED_PDF, ISSUED_WORD
from nghedan.domain.papers.terms import PaperState
from nghedan.domain.reports.archive import tables
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.queries import attachments_of, attachments_of_all
from nghedan.foundation.attachments.services import open_attachment
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import Align, Column, Document, Header, Paragraph, Sheet, Table, Title
from nghedan.foundation.documents.queries import papers_of
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.record import head_of, subject_type_of
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import note
from nghedan.kernel.vietnamese import fold, format_date

RIGHT = "archive.make"
MADE_AT = (2000, 1, 1, 0, 0, 0)
"""The same content makes the same file, so that two archives can be compared by their checksum."""


COLUMNS = (Column("TT", 0.6, Align.CENTER), Column("Tài liệu", 3.5), Column("Tệp", 3.5), Column("SHA-256", 4.5))


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the contents: where it lies, what it is, and its checksum; a paper kept apart has no place."""

    name: str
    told: str
    digest: str
    apart: bool = False


def write_archive(*, actor: Actor, dialogue: Dialogue, to: IO[bytes]) -> list[Listed]:
    """Write the archive of a dialogue into a file that can be read again, and return its contents; the making is
    journalled with the file's checksum. Raises NotAllowed."""
    require(actor, RIGHT, dialogue)
    contents: list[Listed] = []
    with deed(actor):
        papers = _issued(dialogue)
        apart = [paper for paper in papers if _is_apart(paper)]
        with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, told, content in _files(actor, dialogue, [paper for paper in papers if paper not in apart]):
                contents.append(Listed(name, told, _put(archive, name, content)))
            contents += [Listed("", _told(paper), paper.digest, apart=True) for paper in apart]
            _put(archive, "muc-luc.html", _contents(dialogue, contents))
            sums = "".join(f"{one.digest}  {one.name}\n" for one in contents if one.name)
            _put(archive, "SHA256SUMS.txt", sums.encode())
        to.seek(0)
        digest = hashlib.file_digest(to, "sha256").hexdigest()  # type: ignore[arg-type]  # any binary file will do
        note(RIGHT, actor=actor, obj=dialogue, facts={"files": len(contents), "digest": digest})
    return contents


@dataclass(frozen=True, slots=True)
class Packed:
    """An archive that was made: when, by whom, how many documents, the checksum of the file."""

    at: datetime
    by: str
    files: int
    digest: str


def with_last_archive(dialogues: ScopedQuerySet[Dialogue]) -> ScopedQuerySet[Dialogue]:
    """Let dialogues come with what the journal tells of their last archive, for ``last_archive``."""
    made = JournalEntry.objects.filter(
        locality=OuterRef("locality"), subject_type=subject_type_of(Dialogue), subject_id=OuterRef("public_id"),
        code=RIGHT,
    ).order_by("-pk")  # fmt: skip
    return dialogues.annotate(archived_at=Subquery(made.values("at")[:1]), archived=Subquery(made.values("body")[:1]))  # type: ignore[return-value]


def last_archive(dialogue: Dialogue) -> Packed | None:
    """Return the archive that was made last of a dialogue that came ``with_last_archive``."""
    body: str | None = dialogue.archived  # type: ignore[attr-defined]
    if body is None:
        return None
    told = json.loads(body)
    at: datetime = dialogue.archived_at  # type: ignore[attr-defined]
    return Packed(at, told["actor_label"], told["facts"]["files"], told["facts"]["digest"])


def archive_name(dialogue: Dialogue, today: date) -> str:
    """Return the name of the file: which dialogue, packed when."""
    day = dialogue.held_on.isoformat() if dialogue.held_on else str(dialogue.year)
    return f"doi-thoai-{dialogue.locality.slug}-{day}-luu-{today.isoformat()}.zip"


def _files(actor: Actor, dialogue: Dialogue, papers: list[OfficialPaper]) -> Iterator[tuple[str, str, bytes]]:
    yield from _papers(actor, papers)
    yield from _proofs(actor, papers)
    for name, told, content in tables.tables_of(dialogue, clock.today()):
        yield f"bang/{name}.csv", told, content


def _issued(dialogue: Dialogue) -> list[OfficialPaper]:
    papers = OfficialPaper.objects.of(dialogue.locality).filter(dialogue=dialogue, state=PaperState.ISSUED)
    return list(papers.select_related("locality", "body", "dialogue").order_by("issued_on", "pk"))


def _is_apart(paper: OfficialPaper) -> bool:
    """Say whether a paper is only listed: it holds names, or words about an official."""
    kind = PAPER_KINDS[paper.kind]
    return kind.holds_names or any(getattr(row, "level", Level.ORDINARY) != Level.ORDINARY for row in kind.holds(paper))


def _told(paper: OfficialPaper) -> str:
    return f"{PAPER_KINDS[paper.kind].label} {paper.number}"


def _papers(actor: Actor, papers: list[OfficialPaper]) -> Iterator[tuple[str, str, bytes]]:
    files = attachments_of_all(papers)
    for place, paper in enumerate(papers, 1):
        stem = f"van-ban/{place:02d}-{_plain(paper.kind)}"
        signed = [copy.signed_copy for copy in papers_of(paper)]
        frozen = [one for one in files[paper.public_id] if one.kind in (ISSUED_WORD, ISSUED_PDF)]
        for attachment in (*frozen, *signed):
            yield _named(stem, attachment), _told(paper), _content(actor, attachment)


def _proofs(actor: Actor, papers: list[OfficialPaper]) -> Iterator[tuple[str, str, bytes]]:
    """Yield the photographs that prove where the papers of the archive were made known; none of a paper kept apart."""
    if not papers:
        return
    postings = Posting.objects.of(papers[0].locality).filter(paper__in=papers, state=PostingState.RECORDED)
    for place, posting in enumerate(postings.order_by("pk"), 1):
        for attachment in attachments_of(posting).filter(is_encrypted=False):
            told = f"{posting}, {posting.posted_on:%d/%m/%Y}"
            yield _named(f"minh-chung/{place:03d}", attachment), told, _content(actor, attachment)


def _named(stem: str, attachment: Attachment) -> str:
    ending = attachment.name.rpartition(".")[2] or "bin"
    return f"{stem}-{_plain(attachment.kind)}-{attachment.public_id}.{ending}"


def _content(actor: Actor, attachment: Attachment) -> bytes:
    return open_attachment(actor=actor, attachment=attachment).content


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> str:
    entry = zipfile.ZipInfo(name, MADE_AT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
    return hashlib.sha256(content).hexdigest()


def _contents(dialogue: Dialogue, contents: list[Listed]) -> bytes:
    """Return the page of contents: what lies where, its checksum, and the head of the journal at that moment."""
    number, seal = head_of(dialogue.locality)
    rows = (
        (str(place), one.told, "lưu riêng, không đưa vào tệp này" if one.apart else one.name, one.digest)
        for place, one in enumerate(contents, 1)
    )
    document = Document(
        header=Header(issuer=()), subject="Mục lục hồ sơ lưu", sheet=Sheet(),
        body=(
            Title("Mục lục hồ sơ lưu", dialogue.theme),
            Paragraph(f"Lập ngày {format_date(clock.today())}. Nhật ký đến số {number}, dấu niêm {seal}."),
            Table(COLUMNS, tuple(rows)),
        ),
    )  # fmt: skip
    return render(document, choose(WORKING, clock.today()), "html")


def _plain(text: str) -> str:
    return "-".join(fold(text).replace("_", " ").split())
