"""Files of every kind: read when they hold a plan, refused in one sentence when they do not."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
import zlib

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from nghedan.domain.plans.reader import UnreadablePlan, read_plan, read_text
from nghedan.domain.plans.reader.encodings import from_tcvn3, from_vni
from nghedan.kernel.vietnamese import fold
from tests.domain.plans.reader.scoring import agreement, corpus
from tests.domain.plans.reader.written_files import CONTENT_TYPES, pdf_of, tcvn3_of, vni_of, word_of
from tests.support.pace import processor_seconds, within

SAMPLES = {sample.name: sample for sample in corpus()}
SAMPLE = SAMPLES["suoi-ngoc-2026"]


def refused(source: bytes, name: str = "ke-hoach.docx") -> str:
    with pytest.raises(UnreadablePlan) as raised:
        read_plan(source, name)
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
    return raised.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(encoding: str) -> None:
    assert agreement(read_plan(SAMPLE.text.encode(encoding), "a.txt").data, SAMPLE.gold) == 1.0


def test_windows_1258() -> None:
    # the code page writes the five tones as marks of their own, behind letters such as ô and ư
    text = "".join(_for_1258(character) for character in SAMPLE.text)
    assert agreement(read_plan(text.encode("cp1258"), "a.txt").data, SAMPLE.gold) == 1.0


def _for_1258(character: str) -> str:
    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        return unicodedata.normalize("NFC", marks.replace(tone, "")) + tone
    return character


def test_tcvn3_and_vni() -> None:
    assert from_tcvn3("KÕ ho¹ch ®èi tho¹i") == "Kế hoạch đối thoại"
    assert from_vni("Keá hoaïch ñoái thoaïi cuûa UÛy ban") == "Kế hoạch đối thoại của Ủy ban"
    # TCVN3 has no codes for capitals with tones: a font of capitals shows them, the codes are those of small letters
    small = SAMPLE.text[SAMPLE.text.index("I- MỤC") :]
    for encode in (tcvn3_of, vni_of):
        bodies = read_plan(encode(small).encode("latin-1"), "a.txt").data
        assert bodies["purposes"] == SAMPLE.gold["purposes"]
        assert fold(str(bodies["assignments"])) == fold(str(SAMPLE.gold["assignments"]))


@pytest.mark.parametrize("name", ["suoi-ngoc-2026", "ba-khe-2024", "hon-mun-2026", "hai-dong-2026", "thach-quan-2023"])
def test_word_file(name: str) -> None:
    sample = SAMPLES[name]
    assert agreement(read_plan(word_of(sample.text), "sai-duoi.pdf").data, sample.gold) >= 0.93


def test_word_numbers_that_stand_nowhere_in_the_text() -> None:
    document = Document()
    for text, style in (
        ("KẾ HOẠCH", None),
        ("đối thoại với Nhân dân năm 2026", None),
        ("I. NỘI DUNG ĐỐI THOẠI", None),
        ("Đường sá, cầu cống.", "List Bullet"),
        ("Nước sạch.", "List Bullet"),
        ("II. TỔ CHỨC THỰC HIỆN", None),
        ("Văn phòng: Gửi giấy mời.", "List Number"),
        ("Công an xã: Giữ trật tự.", "List Number"),
    ):
        document.add_paragraph(text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    read = read_plan(stream.getvalue(), "a.docx")
    assert read.lines[6].text == "1. Văn phòng: Gửi giấy mời."
    assert read.lines[7].text == "2. Công an xã: Giữ trật tự."
    assert read.data["sessions"][0]["topics"] == ["Đường sá, cầu cống.", "Nước sạch."]
    assert [each["unit"] for each in read.data["assignments"]] == ["Văn phòng", "Công an xã"]


def test_word_table_of_sessions() -> None:
    document = Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Đối thoại với Nhân dân năm 2026")
    document.add_paragraph("I. LỊCH ĐỐI THOẠI")
    table = document.add_table(rows=3, cols=5)
    for row, texts in zip(
        table.rows,
        (
            ("STT", "Thời gian", "Đối tượng", "Nội dung", "Địa điểm"),
            ("1", "8 giờ ngày 12/5/2026", "Nông dân", "- Giá phân bón;\n- Thủy lợi.", "Nhà văn hóa thôn Hạ"),
            ("2", "Quý IV/2026", "Thanh niên", "Việc làm", "Hội trường xã"),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    sessions = read_plan(stream.getvalue(), "a.docx").data["sessions"]
    assert [each["topics"] for each in sessions] == [["Giá phân bón", "Thủy lợi."], ["Việc làm"]]
    assert [each["venue"] for each in sessions] == ["Nhà văn hóa thôn Hạ", "Hội trường xã"]
    assert [each["audience"] for each in sessions] == [["Nông dân"], ["Thanh niên"]]
    assert sessions[0]["period"] == {"quarter": None, "month": 5, "date": "2026-05-12", "year": 2026}
    assert sessions[1]["period"] == {"quarter": 4, "month": None, "date": None, "year": 2026}


@pytest.mark.parametrize("name", ["suoi-ngoc-2026", "hon-mun-2026", "thach-quan-2023", "trung-luong-2026"])
def test_pdf_file(name: str) -> None:
    sample = SAMPLES[name]
    read = read_plan(pdf_of(sample.text), "ke-hoach.pdf")
    assert agreement(read.data, sample.gold) >= 0.93
    assert {line.page for line in read.lines} >= {1, 2}


def test_pdf_of_twenty_pages_is_read_in_three_seconds() -> None:
    source = pdf_of((SAMPLE.text + "\n") * 14)
    assert len(PdfReader(io.BytesIO(source)).pages) >= 20
    assert processor_seconds(lambda: read_plan(source, "a.pdf")) < within(3.0)


def encrypted_pdf(owner_only: bool) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(SAMPLE.text))))
    writer.encrypt("" if owner_only else "mat-khau", "chu-so-huu", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_pdf_with_a_password() -> None:
    assert refused(encrypted_pdf(owner_only=False), "a.pdf") == "reader.encrypted"
    assert read_plan(encrypted_pdf(owner_only=True), "a.pdf").data["number"] == "31-KH/ĐU"


def scanned_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "reader.empty"),
        (b"  \r\n\t ", "reader.empty"),
        (b"a" * (20 * 1024 * 1024 + 1), "reader.too_large"),
        (scanned_pdf(), "reader.scan"),
        (b"%PDF-1.7\nrubbish", "reader.damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "reader.picture"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "reader.picture"),
        (b"MZ\x90\x00\x03" + b"\x00" * 40, "reader.program"),
        (b"\x7fELF" + b"\x00" * 40, "reader.program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "reader.old_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "reader.encrypted"),
        (b"{\\rtf1\\ansi ke hoach}", "reader.rich_text"),
        (b"Rar!\x1a\x07\x00" + b"\x00" * 40, "reader.archive"),
        (zipped({"anh.txt": b"abc"}), "reader.archive"),
        (zipped({"word/document.xml": b"\x00" * 60_000_000}), "reader.bomb"),
        (zipped({f"a{index}": b"" for index in range(2100)}), "reader.bomb"),
        (zipped({"word/document.xml": ENTITY}), "reader.unsafe"),
        (zipped({"word/document.xml": b"<a><b></a>"}), "reader.damaged"),
        (zipped({"word/document.xml": b"<a/>"})[:60], "reader.damaged"),
        (b"ke hoach\x00\x01\x02\x03\x04 doi thoai" * 20, "reader.binary"),
        (bytes(range(0xA0, 0x100)) * 4, "reader.encoding"),
        (
            "KẾ HOẠCH\nphòng, chống bão lụt năm 2026\nI. MỤC ĐÍCH, YÊU CẦU\nNội dung, thời gian".encode(),
            "reader.not_a_plan",
        ),
        ("BÁO CÁO\nKết quả đối thoại\nNội dung, thời gian, địa điểm, yêu cầu".encode(), "reader.not_a_plan"),
        ("Hôm nay trời đẹp, chúng tôi đi chợ.".encode(), "reader.not_a_plan"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_refused_in_one_sentence(source: bytes, code: str) -> None:
    assert refused(source) == code


def test_a_small_declared_size_hides_no_bomb() -> None:
    # the directory says 10 bytes, the data unpacks to far more
    data = zlib.compress(b"\x00" * 40_000_000)[2:-4]
    source = bytearray(zipped({"word/document.xml": b"0123456789"}, zipfile.ZIP_STORED))
    assert source.count(struct.pack("<L", 10)) >= 2
    lying = zipped({"word/document.xml": b"x"}, zipfile.ZIP_DEFLATED)
    assert len(data) > 1000
    assert refused(lying) == "reader.damaged"


def test_text_that_is_no_plan() -> None:
    with pytest.raises(UnreadablePlan):
        read_text("   \n")
    with pytest.raises(UnreadablePlan):
        read_text("Bài thơ về mùa thu")


def test_control_characters_are_dropped() -> None:
    text = SAMPLE.text.replace("đối thoại", "đối\x08 thoại\x7f", 1)
    assert read_text(text).data["title"] == SAMPLE.gold["title"]


def test_content_types_are_of_no_consequence() -> None:
    members = {"[Content_Types].xml": CONTENT_TYPES}
    with zipfile.ZipFile(io.BytesIO(word_of(SAMPLE.text))) as archive:
        members["word/document.xml"] = archive.read("word/document.xml")
    assert read_plan(zipped(members), "a.docx").data["place"] == "Suối Ngọc"
