"""Photographs and scans: measured before they are unpacked, written anew without place, owner or camera."""

import io
import struct
import warnings
from typing import TYPE_CHECKING

from nghedan.foundation.attachments.formats import JPG, PNG, Format
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 40_000_000  # a page of A4 at 600 dots per inch has 35 million
JPEG_QUALITY = 88

TOO_MANY_PIXELS = _("Ảnh có quá %(most)s triệu điểm ảnh. Xin chụp hoặc quét lại ở độ phân giải thấp hơn.")
DAMAGED = _("Ảnh bị hỏng, không mở được. Xin chụp hoặc quét lại.")


def rewrite(content: bytes, format_: Format) -> bytes:
    """Return the picture upright and bare of metadata; of a moving one the first frame. Raises Invalid."""
    return _encode(upright(content, format_), format_)


def upright(content: bytes, format_: Format, *, enough: int = 0) -> "Image.Image":
    """Return the picture turned as its camera was held; its metadata may still hang on it. Raises Invalid.

    Where both sides in pixels stay above ``enough``, a large photograph is unpacked at a fraction of its size.
    """
    from PIL import Image  # noqa: PLC0415  (slow import)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=[_pillow_name(format_)]) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise _too_many_pixels()
                if enough:
                    picture.draft(None, (enough, enough))
                return _turned(picture)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise Invalid("attachment.damaged_image", DAMAGED, field="file") from error


def _turned(picture: "Image.Image") -> "Image.Image":
    from PIL import ExifTags, Image  # noqa: PLC0415  (slow import)

    picture.load()
    try:
        held = picture.getexif().get(ExifTags.Base.Orientation)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, struct.error):
        held = None  # what it says of itself cannot be read, but the picture can
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    return picture.transpose(turns[held]) if held in turns else picture.copy()


def _too_many_pixels() -> Invalid:
    return Invalid("attachment.too_many_pixels", TOO_MANY_PIXELS, field="file", most=MOST_PIXELS // 1_000_000)


def _encode(picture: "Image.Image", format_: Format) -> bytes:
    bare = picture.convert("RGB" if format_ is JPG else _mode_for(picture.mode))
    bare.info = {}
    out = io.BytesIO()
    options = {"compress_level": 6} if format_ is PNG else {"quality": JPEG_QUALITY}
    bare.save(out, format=_pillow_name(format_), **options)
    return out.getvalue()


def _mode_for(mode: str) -> str:
    return mode if mode in {"1", "L", "RGB"} else "RGBA"


def _pillow_name(format_: Format) -> str:
    return "JPEG" if format_ is JPG else format_.extension.upper()
