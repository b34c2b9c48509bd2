"""What a file must pass: judged by its bytes, refused with one sentence that says what to do."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nghedan.foundation.attachments import checks, images
from nghedan.foundation.attachments.checks import check
from nghedan.foundation.attachments.formats import (
    ALL,
    CSV,
    DOCUMENTS,
    DOCX,
    IMAGES,
    JPG,
    MD,
    MEGABYTE,
    PDF,
    PNG,
    TXT,
    WEBP,
    XLSX,
    Format,
    sniff,
)
from nghedan.kernel.errors import Invalid
from tests.foundation.attachments import files

GOOD = [
    ("docx", files.docx(), "ke-hoach.docx", DOCX),
    ("docx named pdf", files.docx(), "ke-hoach.pdf", DOCX),
    ("docx with pictures", files.docx(word__media__a=b"\0" * MEGABYTE), "a.docx", DOCX),
    ("xlsx", files.excel(), "danh-sach.xlsx", XLSX),
    ("xlsx named xls", files.excel(), "danh-sach.xls", XLSX),
    ("csv", "Họ tên;Tổ\nAn;3".encode(), "danh-sach.CSV", CSV),
    ("csv with tabs", b"a\tb", "danh-sach.tsv", CSV),
    ("csv in an old encoding", "Hä tªn".encode("latin-1"), "danh-sach.csv", CSV),
    ("pdf", files.pdf(), "ke-hoach.pdf", PDF),
    ("pdf after a few stray bytes", b"\r\n\r\n" + files.pdf(), "a.pdf", PDF),
    ("txt", "Kế hoạch đối chiếu".encode(), "a.txt", TXT),
    ("txt without an ending", "Kế hoạch".encode(), "ke hoach", TXT),
    ("txt with a byte order mark", b"\xef\xbb\xbfabc", "a.txt", TXT),
    ("txt in UTF-16", "Kế hoạch".encode("utf-16"), "a.txt", TXT),
    ("md", b"# Title\n", "a.MD", MD),
    ("png", files.picture("PNG"), "a.png", PNG),
    ("jpg", files.picture("JPEG"), "a.jpeg", JPG),
    ("webp", files.picture("WEBP"), "a.webp", WEBP),
    ("png named docx", files.picture("PNG"), "a.docx", PNG),
    ("html is only text", b"<script>alert(1)</script>", "a.html", TXT),
]


@pytest.mark.parametrize(("content", "name", "format_"), [row[1:] for row in GOOD], ids=[row[0] for row in GOOD])
def test_good_files_pass_under_their_true_format(content: bytes, name: str, format_: Format) -> None:
    checked = check(content, name, ALL)
    assert (checked.format, checked.needs_password) == (format_, False)
    if format_ not in IMAGES:
        assert checked.content == content


CORNERS = {"tl": (2, 2), "tr": (37, 2), "bl": (2, 37), "br": (37, 37)}

BAD = [
    ("empty", b"", checks.EMPTY),
    ("an old Word file, or one with a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, checks.OLD_OFFICE),
    ("a zip that is neither Word nor Excel", files.archive_of("xl/workbook.bin"), checks.UNKNOWN),
    ("a phone's picture", b"\0\0\0\x18ftypheic" + b"\0" * 60, checks.HEIC),
    ("a phone's picture of another make", b"\0\0\0\x18ftypmif1" + b"\0" * 60, checks.HEIC),
    ("a zip cut short", files.docx()[:60], checks.UNKNOWN),
    ("a program", b"MZ\x90\0" + b"\0" * 60, checks.UNKNOWN),
    ("bytes of no kind", bytes(range(256)), checks.UNKNOWN),
    ("a picture of another kind", files.picture("GIF"), checks.UNKNOWN),
    ("text in an old encoding", "kÕ ho¹ch".encode("latin-1"), checks.UNKNOWN),
    ("a bomb in one part", files.docx(word__media__b=b"\0" * 30 * MEGABYTE), checks.BOMB),
    ("a bomb of many parts", files.docx(**{f"p{n}": b"" for n in range(checks.MOST_PARTS)}), checks.BOMB),
    ("macros", files.docx(word__vbaProject_bin=b"x").replace(b"vbaProject_bin", b"vbaProject.bin"), checks.MACRO),
    ("a Word file that says it has macros", files.docx(main=files.MACRO_MAIN), checks.MACRO),
    ("an Excel file that says it has macros", files.excel(main=files.SHEET_MACRO_MAIN), checks.MACRO),
    ("an Excel file with a sheet of macros", files.excel(main="application/vnd.ms-excel.macrosheet+xml"), checks.MACRO),
    ("a bomb in an Excel file", files.excel(xl__worksheets__a=b"\0" * 30 * MEGABYTE), checks.BOMB),
    ("an Excel file packed as Excel never packs", files.excel(method=zipfile.ZIP_LZMA), checks.DAMAGED),
    ("a Word file without its list of parts", files.docx(types=False), checks.DAMAGED),
    ("a PDF that is only a head", b"%PDF-1.7\n", checks.DAMAGED),
    ("a picture cut short", files.picture("PNG", (400, 300))[:80], images.DAMAGED),
    ("a photograph cut in half", files.picture("JPEG", (400, 300))[:2000], images.DAMAGED),
    ("a picture that is only a head", b"\xff\xd8\xff\xe0" + b"\0" * 40, images.DAMAGED),
    ("a bomb of pixels", files.pixel_bomb(), images.TOO_MANY_PIXELS),
    ("a picture of 30,000 by 30,000", files.pixel_bomb(30_000, 30_000), images.TOO_MANY_PIXELS),
    ("a bomb of pixels just above what we take", files.pixel_bomb(6_400, 6_400), images.TOO_MANY_PIXELS),
]


@pytest.mark.parametrize(("content", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_files_are_refused_with_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        check(content, "ke-hoach.docx", ALL)
    assert (refused.value.message, refused.value.field) == (message, "file")
    assert "%" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "start", "end"),
    [
        (files.excel(main=files.SHEET_MACRO_MAIN), "Tệp Excel có chứa mã lệnh (macro)", "thành .xlsx thường rồi gửi."),
        (files.docx(main=files.MACRO_MAIN), "Tệp Word có chứa mã lệnh (macro)", "thành .docx thường rồi gửi."),
        (files.excel(a=b"\0" * 30 * MEGABYTE), "Tệp .xlsx có dung lượng bất thường", "mở bằng Excel, lưu lại rồi gửi."),
    ],
    ids=["excel", "word", "bomb"],
)
def test_a_refusal_names_the_program_the_file_is_from(content: bytes, start: str, end: str) -> None:
    with pytest.raises(Invalid) as refused:
        check(content, "a", ALL)
    assert (str(refused.value)[: len(start)], str(refused.value)[-len(end) :]) == (start, end)


def test_a_list_named_csv_is_no_document() -> None:
    with pytest.raises(Invalid) as refused:
        check(b"a;b", "a.csv", DOCUMENTS)
    assert refused.value.message == checks.NOT_TAKEN


@pytest.mark.parametrize("format_", sorted(ALL, key=lambda one: one.extension), ids=lambda one: one.extension)
def test_each_format_has_its_largest_size(format_: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "sniff", lambda content, name: format_)
    with pytest.raises(Invalid) as refused:
        check(b"x" * (format_.max_bytes + 1), "a", ALL)
    assert refused.value.params == {"most": format_.max_bytes // MEGABYTE}


def test_a_format_not_taken_here_is_named_with_those_that_are() -> None:
    with pytest.raises(Invalid) as refused:
        check(files.picture("PNG"), "a.png", DOCUMENTS)
    assert str(refused.value) == "Ở đây không nhận tệp .png. Xin gửi một trong các loại: .docx, .md, .pdf, .txt."


def test_a_pdf_with_a_password_is_taken_and_flagged() -> None:
    assert check(files.pdf("bí mật"), "a.pdf", ALL).needs_password is True
    assert check(files.pdf(""), "a.pdf", ALL).needs_password is False


def test_a_photograph_is_turned_upright_and_bared_of_metadata() -> None:
    original = files.photograph()
    assert [mark for mark in (b"MayAnh", b"NguoiChup", b"GhiChu", b"Exif") if mark not in original] == []
    rewritten = check(original, "a.jpg", ALL).content
    assert [mark for mark in (b"MayAnh", b"NguoiChup", b"GhiChu", b"Exif", b"ICC_PROFILE") if mark in rewritten] == []
    with Image.open(io.BytesIO(rewritten)) as picture:
        assert (picture.size, picture.format, dict(picture.getexif())) == ((30, 40), "JPEG", {})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_in_the_stored_bytes_tells_where_and_by_whom_it_was_taken(kind: str) -> None:
    original = files.told(kind)
    assert [trace for trace in (b"NguoiChup", b"MayAnh", b"xmpmeta") if trace not in original] == []
    rewritten = check(original, "a", ALL).content
    assert [trace for trace in files.TRACES if trace in rewritten] == []
    with Image.open(io.BytesIO(rewritten)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((30, 40), {})


@pytest.mark.parametrize(
    ("turn", "corner"), [(2, "tr"), (3, "br"), (4, "bl"), (5, "tl"), (6, "tr"), (7, "br"), (8, "bl")]
)
def test_a_picture_is_turned_the_way_the_camera_was_held(turn: int, corner: str) -> None:
    lying = Image.new("RGB", (40, 40), "white")
    lying.paste("black", (0, 0, 12, 12))
    exif = Image.Exif()
    exif[0x0112] = turn
    out = io.BytesIO()
    lying.save(out, format="PNG", exif=exif)
    with Image.open(io.BytesIO(check(out.getvalue(), "a.png", ALL).content)) as picture:
        dark = [name for name, place in CORNERS.items() if picture.convert("L").getpixel(place) == 0]
    assert dark == [corner]


def test_a_picture_whose_metadata_is_damaged_is_still_a_picture() -> None:
    """What a camera wrote of itself badly is dropped with the rest; it was a crash once."""
    original = files.photograph()
    start = original.index(b"Exif")
    for place in range(start + 6, start + 120):
        for sign in (b"\0", b"\1", b"\x0c"):
            broken = original[:place] + sign + original[place + 1 :]
            assert check(broken, "a.jpg", ALL).format == JPG
    assert check(files.picture("PNG", exif=b"Exif\0\0neither of the two"), "a.png", ALL).format == PNG


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "P"), ("PNG", "RGBA"), ("PNG", "I;16"), ("PNG", "1"), ("JPEG", "CMYK"), ("JPEG", "L"), ("WEBP", "RGBA")])  # fmt: skip  # noqa: E501
def test_pictures_of_every_colour_model_pass(kind: str, mode: str) -> None:
    checked = check(files.picture(kind, mode=mode), "a", ALL)
    with Image.open(io.BytesIO(checked.content)) as picture:
        assert (picture.size, picture.format) == ((40, 30), kind)


def test_of_a_moving_picture_the_first_frame_stays() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, format="WEBP", save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO(check(out.getvalue(), "a.webp", ALL).content)) as picture:
        assert getattr(picture, "n_frames", 1) == 1


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"]))  # fmt: skip  # noqa: E501
def test_no_bytes_whatever_make_it_crash(content: bytes, head: bytes) -> None:
    try:
        checked = check(head + content, "a", ALL)
    except Invalid as refused:
        assert refused.field == "file"
    else:
        assert checked.format in {TXT, sniff(head + content, "a")}
