"""What the last page and the receipt show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.terms import OpinionState, ReplyWay
from nghedan.interfaces.portal.giving.answers import DIALOGUE, PLACE, PUBLISH, Answers


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer as it is read once more before sending; ``slug`` leads to where it is changed."""

    key: str
    value: str
    slug: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a person keeps: number, code, and where it tells her more."""

    number: str
    code: str
    received_on: date
    is_late: bool


def rows_of(answers: Answers) -> Sequence[AnswerRow]:
    """Return every answer, in the order of the questions."""
    typed, nothing = answers.typed, gettext("Không ghi")
    rows = [
        AnswerRow(gettext("Cuộc đối thoại"), _dialogue(answers), DIALOGUE),
        AnswerRow(gettext("Nơi ở"), str(answers.hamlet or gettext("Không muốn nói")), PLACE),
        AnswerRow(gettext("Nội dung"), typed["words"], "noi-dung"),
        AnswerRow(gettext("Cách trả lời"), gettext(ReplyWay(typed["reply_way"]).label), "tra-loi"),
        AnswerRow(gettext("Họ và tên"), typed.get("name") or nothing, "lien-he"),
        AnswerRow(gettext("Số điện thoại"), typed.get("phone") or nothing, "lien-he"),
        AnswerRow(gettext("Địa chỉ"), typed.get("address") or nothing, "lien-he"),
        AnswerRow(gettext("Công khai họ tên"), _yes_or_no(answers.may_publish_name), PUBLISH),
    ]
    return [row for row in rows if row.slug in answers.slugs]


def receipt(opinion: Opinion) -> Receipt:
    """Return the receipt of an opinion just taken in, or taken in before by the same form."""
    number = "" if opinion.state == OpinionState.HELD else str(opinion)
    return Receipt(number, receipt_of(opinion), opinion.received_on, opinion.is_late)


def _dialogue(answers: Answers) -> str:
    return answers.dialogue.theme if answers.dialogue else gettext("Việc khác")


def _yes_or_no(answer: bool) -> str:
    return gettext("Có") if answer else gettext("Không")
