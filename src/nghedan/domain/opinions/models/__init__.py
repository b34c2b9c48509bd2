"""Tables of the ledger, and of the paper it stands on."""

from nghedan.domain.opinions.models.ledger import NamedPerson, Opinion
from nghedan.domain.opinions.models.lists import ListRow, OpinionList
from nghedan.domain.opinions.models.paper import Sheet, Slip, SlipRun, Stack
from nghedan.domain.opinions.models.reports import AwaitedReport, Channel

__all__ = [
    "AwaitedReport",
    "Channel",
    "ListRow",
    "NamedPerson",
    "Opinion",
    "OpinionList",
    "Sheet",
    "Slip",
    "SlipRun",
    "Stack",
]
