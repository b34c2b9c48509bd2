"""Files of every kind, made here: good ones, and bad ones for each refusal."""

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET_MACRO_MAIN = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"


def docx(*, main: str = MAIN, types: bool = True, **parts: bytes) -> bytes:
    """Return a small .docx; ``parts`` are added by name ("__" for "/")."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if types:
            archive.writestr("[Content_Types].xml", TYPES.format(main=main))
        archive.writestr("word/document.xml", "<w:document/>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def excel(*, main: str = SHEET_MAIN, method: int = zipfile.ZIP_DEFLATED, **parts: bytes) -> bytes:
    """Return the bare parts by which an .xlsx is known; ``parts`` are added by name ("__" for "/")."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("[Content_Types].xml", TYPES.format(main=main))
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def archive_of(name: str) -> bytes:
    """Return a zip archive that is neither Word nor Excel."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def pdf(password: str | None = None) -> bytes:
    """Return a PDF of one empty page; with a password it is locked, with an empty one only against copying."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    if password is not None:
        writer.encrypt(password, owner_password="chủ", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 3 if mode == "P" else None).save(out, format=kind, **options)
    return out.getvalue()


def photograph() -> bytes:
    """Return a JPEG that lies on its side and tells where it was taken, by whom, with which camera."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right
    exif[0x010F] = "MayAnh"
    exif[0x013B] = "NguoiChup"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 42.0)
    return picture("JPEG", exif=exif, comment=b"GhiChu")


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>NguoiChup 21.0285N</x:xmpmeta>"
TRACES = (
    b"MayAnh", b"NguoiChup", b"GhiChu", b"21.0285N", b"Exif", b"EXIF", b"eXIf", b"xmpmeta", b"XMP", b"tEXt", b"iTXt",
    b"DoanPhim",
)  # fmt: skip
"""What tells of place, owner and camera, in the bytes of a picture."""


def told(kind: str) -> bytes:
    """Return a picture with all that its kind can tell: EXIF with a place, XMP, comments, a film behind it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = 6, "MayAnh", "NguoiChup"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 42.0)
    if kind == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", "GhiChu")
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return picture(kind, exif=exif, pnginfo=texts)
    options = {"exif": exif, "xmp": XMP} | ({"comment": b"GhiChu"} if kind == "JPEG" else {})
    return picture(kind, **options) + (b"DoanPhim" if kind == "JPEG" else b"")


def pixel_bomb(wide: int = 60_000, high: int = 60_000) -> bytes:
    """Return a PNG of a few bytes that claims that many pixels."""
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
