"""Where text and lines stand on the pages of a PDF, in millimetres from the upper left corner."""

import math
from io import BytesIO
from typing import Any

from pypdf import PdfReader

MM = 25.4 / 72
SHORTEST_MM = 6


def _mm(points: float) -> float:
    return round(float(points) * MM, 2)


def texts(content: bytes) -> list[list[dict[str, Any]]]:
    """Return, for each page, pieces of text with baseline start, size in points and font style."""
    return [_page_texts(page) for page in PdfReader(BytesIO(content)).pages]


def _page_texts(page: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    height = float(page.mediabox.height)

    def note(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        if text.strip() and font is not None:
            found.append(
                {
                    "text": text.strip(),
                    "x": _mm(cm[4] + tm[4]),
                    "y": _mm(height - cm[5] - tm[5]),
                    "size": size,
                    "font": str(font["/BaseFont"]).partition("+")[2],
                }
            )

    page.extract_text(visitor_text=note)
    return found


def lines(content: bytes) -> list[list[dict[str, float]]]:
    """Return, for each page, the straight lines drawn on it but for the short ones: those are modules of codes."""
    pages = (_page_lines(page) for page in PdfReader(BytesIO(content)).pages)
    return [[line for line in page if _length(line) > SHORTEST_MM] for page in pages]


def _length(line: dict[str, float]) -> float:
    return math.dist((line["x1"], line["y1"]), (line["x2"], line["y2"]))


def _page_lines(page: Any) -> list[dict[str, float]]:
    found: list[dict[str, float]] = []
    height = float(page.mediabox.height)
    start: list[tuple[float, float]] = []

    def note(operator: bytes, operands: list[Any], cm: list[float], _tm: list[float]) -> None:
        if operator == b"m":
            start[:] = [_placed(operands, cm)]
        elif operator == b"l" and start:
            (x1, y1), (x2, y2) = start[0], _placed(operands, cm)
            found.append({"x1": _mm(x1), "y1": _mm(height - y1), "x2": _mm(x2), "y2": _mm(height - y2)})

    page.extract_text(visitor_operand_before=note)
    return found


def _placed(point: list[Any], cm: list[float]) -> tuple[float, float]:
    x, y = (float(value) for value in point)
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]
