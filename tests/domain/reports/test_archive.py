"""The archive opens, proves itself, and holds nothing that is to stay apart."""

import hashlib
import io
import re
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Field
from nghedan.domain.matters.services.restricting import mark_conduct, restrict
from nghedan.domain.notices.services.posting import PostingDraft, record_posting, void_posting
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.reports.archive.pack import archive_name, last_archive, with_last_archive, write_archive
from nghedan.domain.reports.figures import figures_of
from nghedan.domain.reports.models import FrozenFigures
from nghedan.domain.reports.tables import as_rows
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.kernel.errors import NotAllowed
from tests.support import paper as sheets
from tests.support.aftermath import Held, issue, raised

GROWING = {"bang/nhat-ky.csv", "muc-luc.html", "SHA256SUMS.txt"}
"""What the making of an archive changes itself."""

MARKERS = ("Lê Văn Tám", "thô lỗ", "Nông Văn Chín", "nhận tiền")


@pytest.fixture
def reported(an: Actor, binh: Actor, held: Held, roads: Field) -> Held:
    """The conference with a report issued and posted, a comment on an official and a denunciation."""
    told = (("Cán bộ Lê Văn Tám thô lỗ", mark_conduct), ("Ông Nông Văn Chín nhận tiền", restrict))
    for title, act in told:
        raised(an, held.dialogue.body, held.dialogue, title, roads)
        act(actor=an, opinion=Opinion.objects.of(held.dialogue.locality).get(words=title))
    issue(an, binh, held.dialogue, "result_report", "45/BC-UBND")
    return held


def packed(actor: Actor, dialogue: Dialogue) -> tuple[bytes, zipfile.ZipFile]:
    """Return an archive as bytes and opened."""
    to = io.BytesIO()
    write_archive(actor=actor, dialogue=dialogue, to=to)
    return to.getvalue(), zipfile.ZipFile(to)


def test_it_opens_and_every_checksum_is_right(an: Actor, reported: Held) -> None:
    content, archive = packed(an, reported.dialogue)
    assert archive.testzip() is None
    sums = [line.split("  ", 1) for line in archive.read("SHA256SUMS.txt").decode().splitlines()]
    assert {name: hashlib.sha256(archive.read(name)).hexdigest() for _sum, name in sums} == {name: one for one, name in sums}  # noqa: E501
    assert {name for _sum, name in sums} == set(archive.namelist()) - {"muc-luc.html", "SHA256SUMS.txt"}
    page = archive.read("muc-luc.html").decode()
    assert [name for _sum, name in sums if name not in page] == []
    dialogue = with_last_archive(Dialogue.objects.of(reported.dialogue.locality)).get(pk=reported.dialogue.pk)
    last = last_archive(dialogue)
    assert last is not None
    assert (last.digest, last.files, last.by) == (hashlib.sha256(content).hexdigest(), len(sums), an.label)


def test_names_of_files_are_plain(an: Actor, reported: Held) -> None:
    _content, archive = packed(an, reported.dialogue)
    assert [name for name in archive.namelist() if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9./-]*", name)] == []
    assert [name for name in archive.namelist() if ".." in name or name.startswith("/")] == []
    name = archive_name(reported.dialogue, date(2026, 3, 10))
    assert name == "doi-thoai-suoi-lanh-2026-03-09-luu-2026-03-10.zip"


def test_no_word_about_officials_or_of_a_denunciation_is_in_it(an: Actor, reported: Held) -> None:
    _content, archive = packed(an, reported.dialogue)
    texts = {name: archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()}
    for name in texts:
        if name.endswith(".docx"):
            inner = zipfile.ZipFile(io.BytesIO(archive.read(name)))
            texts[name] = "".join(inner.read(part).decode("utf-8", "ignore") for part in inner.namelist())
    assert any("Sửa đường thôn Nà Lốc" in text for text in texts.values())
    assert [(name, word) for name, text in texts.items() for word in MARKERS if word in text] == []


def test_a_paper_with_names_is_listed_and_kept_apart(an: Actor, reported: Held) -> None:
    dialogue = reported.dialogue
    named = next(kind for kind in PAPER_KINDS.values() if kind.holds_names)
    OfficialPaper(
        locality=dialogue.locality, body=dialogue.body, dialogue=dialogue, kind=named.code, title="Thư",
        number="9/UBND", issued_on=date(2026, 3, 10), digest="f" * 64, state="issued",
    ).save()  # fmt: skip
    _content, archive = packed(an, dialogue)
    page = archive.read("muc-luc.html").decode()
    assert ("9/UBND" in page, "f" * 64 in page, "lưu riêng, không đưa vào tệp này" in page) == (True, True, True)
    assert [name for name in archive.namelist() if named.code.replace("_", "-") in name] == []


def test_the_same_content_makes_the_same_bytes_but_for_the_journal(an: Actor, reported: Held) -> None:
    (_first, one), (_second, other) = packed(an, reported.dialogue), packed(an, reported.dialogue)
    assert one.namelist() == other.namelist()
    assert {name for name in one.namelist() if one.read(name) != other.read(name)} == GROWING


def test_proofs_come_along_and_those_noted_by_mistake_do_not(an: Actor, binh: Actor, reported: Held) -> None:
    notice = issue(an, binh, reported.dialogue, "settlement_notice", "46/TB-UBND")
    kept, void = (
        record_posting(
            actor=an, paper=notice, draft=PostingDraft(channel, clock.today()),
            proof=SimpleUploadedFile("anh.jpg", sheets.as_jpeg(sheets.blank())),
        )
        for channel in (PostingChannel.WEBSITE, PostingChannel.LOUDSPEAKER)
    )  # fmt: skip
    void_posting(actor=an, posting=void, reason="Ghi nhầm")
    _content, archive = packed(an, reported.dialogue)
    assert len([name for name in archive.namelist() if name.startswith("minh-chung/")]) == 1
    table = archive.read("bang/niem-yet.csv").decode("utf-8-sig").splitlines()
    assert (len(table), str(kept) in table[1]) == (2, True)


def test_nobody_but_a_clerk_makes_it(binh: Actor, economist: Actor, ha: Actor, reported: Held) -> None:
    for actor in (binh, economist, ha):
        with pytest.raises(NotAllowed):
            write_archive(actor=actor, dialogue=reported.dialogue, to=io.BytesIO())


def test_figures_are_frozen_as_they_were_reported(an: Actor, binh: Actor, reported: Held, roads: Field) -> None:
    frozen = FrozenFigures.objects.of(reported.dialogue.locality).get()
    assert [tuple(row) for row in frozen.figures] == as_rows(figures_of(reported.dialogue, frozen.counted_on))
    raised(an, reported.dialogue.body, reported.dialogue, "Việc đến sau", roads)
    frozen.refresh_from_db()
    assert [tuple(row) for row in frozen.figures] != as_rows(figures_of(reported.dialogue, frozen.counted_on))
