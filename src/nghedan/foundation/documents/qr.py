"""QR codes as drawings: a path for PDF and HTML, a picture for Word. Both hold the quiet zone scanners ask for."""

from functools import lru_cache
from io import BytesIO
from typing import Any

_QUIET = 4  # modules, as ISO/IEC 18004 asks
_DOTS = 8  # of the picture, for each module
_MASK = 2  # any pattern can be scanned; to try all eight for the prettiest takes four times as long


@lru_cache(maxsize=256)
def svg(text: str) -> str:
    """Return the code as an SVG element that takes the size it is given."""
    drawn = BytesIO()
    _code(text).save(
        drawn, kind="svg", xmldecl=False, omitsize=True, border=_QUIET, svgclass=None, lineclass=None, nl=False
    )
    return drawn.getvalue().decode()


@lru_cache(maxsize=256)
def png(text: str) -> bytes:
    """Return the code as a black and white picture."""
    drawn = BytesIO()
    _code(text).save(drawn, kind="png", scale=_DOTS, border=_QUIET)
    return drawn.getvalue()


@lru_cache(maxsize=256)
def _code(text: str) -> Any:
    """Return the code with middling correction: it can be read when an eighth of it is soiled."""
    import segno  # noqa: PLC0415 - slow import

    return segno.make(text, error="m", micro=False, boost_error=False, mask=_MASK)
