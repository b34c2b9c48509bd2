"""The ledger as it is shown, handed out and counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.exports.columns import Column, Value
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Tag
from nghedan.foundation.ui.numbers import grouped
from nghedan.interfaces.console.ledger.gather import Line
from nghedan.interfaces.console.ledger.present import wording
from nghedan.interfaces.console.links import href


@dataclass(frozen=True, slots=True)
class Row:
    """A line in the table; a neutral one has no address."""

    number: str
    href: str = ""
    received_on: date | None = None
    origin: str = ""
    hamlet: str = ""
    words: str = ""
    is_late: bool = False
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What is read out on the phone after an opinion was written down."""

    number: str
    code: str
    href: str
    print_href: str


def row(line: Line, locality: Locality) -> Row:
    opinion = line.opinion
    number = f"{line.number}/{line.year}"
    if opinion is None:
        return Row(number)
    tags = (wording.state_tag(opinion), wording.level_tag(opinion))
    return Row(
        number, href("opinion", locality, opinion_id=opinion.public_id), opinion.received_on,
        wording.origin_of(opinion), str(opinion.hamlet or ""), wording.first_words(opinion), opinion.is_late,
        tuple(filter(None, tags)),
    )  # fmt: skip


def saved(opinion: Opinion, locality: Locality) -> Saved:
    return Saved(
        wording.number_of(opinion), receipt_of(opinion), href("opinion", locality, opinion_id=opinion.public_id),
        href("paper-file", locality, code="receipt", public_id=opinion.public_id, ending="pdf"),
    )  # fmt: skip


def totals(counts: Counter[str]) -> list[tuple[str, str]]:
    """Return each way with its number, the most frequent first; their sum is that of the lines that count."""
    told = sorted(counts.items(), key=lambda pair: (pair[0] == "", -pair[1]))
    label = {"": _("Đã chuyển theo quy định"), **{one.value: _(one.label) for one in Origin}}
    return [(label[origin], grouped(count)) for origin, count in told if count]


def columns() -> list[Column]:
    return [
        Column(_("Số"), 10), Column(_("Ngày nhận"), 12), Column(_("Nguồn"), 26), Column(_("Nguồn cụ thể"), 26),
        Column(_("Thôn, tổ dân phố"), 22), Column(_("Ý kiến"), 80), Column(_("Trạng thái"), 18),
        Column(_("Sau ngày chốt"), 12),
    ]  # fmt: skip


def cells(lines: Iterable[Line]) -> Iterator[list[Value]]:
    """Yield the lines as rows of a table, without names; a neutral line says its number only."""
    for line in lines:
        number = f"{line.number}/{line.year}"
        opinion = line.opinion
        if opinion is None:
            yield [number, None, _("Đã chuyển theo quy định"), None, None, None, None, None]
            continue
        yield [
            number, opinion.received_on, wording.origin_of(opinion), opinion.source, str(opinion.hamlet or ""),
            opinion.text, wording.state_tag(opinion).text, _("có") if opinion.is_late else "",
        ]  # fmt: skip
