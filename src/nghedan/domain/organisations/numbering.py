"""How a body numbers its papers: style and symbol by its kind, the series by its rules."""

from datetime import date

from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.terms import BodyKind
from nghedan.kernel.numbering import DocumentNumber, Style

STYLES = {BodyKind.PEOPLE_COMMITTEE: Style.STATE, BodyKind.PARTY_COMMITTEE: Style.PARTY}
JOINTS = {Style.STATE: "-", Style.PARTY: "/"}


def unnumbered(body: Body, abbreviation: str) -> DocumentNumber:
    """Return the number of a paper before the register has given the serial: "/KH-UBND", "-KH/ĐU"."""
    style = STYLES[body.kind_term]
    return DocumentNumber(None, f"{abbreviation}{JOINTS[style]}{body.document_code}", style)


def series_from(body: Body, on: date) -> date:
    """Return the first day of the series a paper of that day is numbered in: the year's for State bodies, the
    committee term's for the Party (the year's while the term is not entered)."""
    if STYLES[body.kind_term] is Style.PARTY and body.committee_term_from:
        return body.committee_term_from
    return date(on.year, 1, 1)
