"""Who may open which paper, and what never stands in it: comments on officials, denunciations, names."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from django.core.exceptions import ObjectDoesNotExist
from pypdf import PdfReader

from nghedan.config import roles
from nghedan.domain.matters.documents.chair_file import CHAIR_FILE
from nghedan.domain.matters.documents.opinion_report import REPORT
from nghedan.domain.matters.documents.unit_letter import LETTER, letter_id
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import NamedPerson, Opinion
from nghedan.domain.organisations.models import Officer, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.documents.types import DocumentType
from nghedan.foundation.tenancy.models import Locality
from tests.domain.matters.documents.conftest import Day
from tests.support import people

pytestmark = pytest.mark.django_db

NEVER = ("MARKWORDS", "MARKDENOUNCED", "MARKCOMPLAINT")
"""Words of opinions: in no paper, for nobody."""


def files_of(kind: DocumentType, actor: Actor, public_id: str) -> Iterator[str]:
    """Yield what a paper says, from the bytes of every kind of file."""
    facts = kind.find(actor, public_id)
    with zipfile.ZipFile(BytesIO(kind.render(facts, "docx"))) as word:
        yield "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist())
    yield "".join(page.extract_text() for page in PdfReader(BytesIO(kind.render(facts, "pdf"))).pages)
    yield kind.render(facts, "html").decode()
    yield kind.render(facts, "text").decode()


def said_in(kind: DocumentType, actor: Actor, public_id: str, marks: tuple[str, ...]) -> set[str]:
    """Return which marks stand in any file of a paper."""
    return {mark for content in files_of(kind, actor, public_id) for mark in marks if mark in content}


def text_of(kind: DocumentType, actor: Actor, public_id: str) -> str:
    return kind.render(kind.find(actor, public_id), "text").decode()


def test_the_letter_to_another_unit_says_nothing_of_officials(an: Actor, whole: Day, economy: Unit) -> None:
    own = letter_id(whole.dialogue, economy)
    assert said_in(LETTER, an, own, (*NEVER, "MARKCONDUCT", "MARKCAUTION", "Ý kiến về cán bộ")) == set()


def test_the_letter_to_the_unit_that_answers_has_them_in_an_annex(
    an: Actor, hoa: Actor, whole: Day, culture: Unit
) -> None:
    own = letter_id(whole.dialogue, culture)
    for actor in (an, hoa):
        assert said_in(LETTER, actor, own, (*NEVER, "MARKCONDUCT")) == {"MARKCONDUCT"}
        before, annex = text_of(LETTER, actor, own).split("Ý KIẾN VỀ CÁN BỘ, CÔNG VỤ")
        assert ("MARKCONDUCT" in before, "MARKCONDUCT" in annex) == (False, True)


def test_who_is_named_does_not_read_of_it_in_the_own_units_letter(
    hoa: Actor, whole: Day, culture: Unit, locality: Locality
) -> None:
    name(whole.about_official, hoa, locality)
    assert "MARKCONDUCT" not in text_of(LETTER, hoa, letter_id(whole.dialogue, culture))


def name(matter: Matter, reader: Actor, locality: Locality) -> None:
    officer = Officer(locality=locality, full_name="Người được nêu", user_id=reader.user_id, state="current")
    officer.save()
    opinion = Opinion.objects.of(locality).get(raisings__matter=matter)
    NamedPerson(locality=locality, opinion=opinion, officer=officer, state="current").save()


@pytest.mark.parametrize("who", ["economist", "party_clerk", "chi", "giang", "dung"])
def test_the_letter_is_for_the_body_and_its_own_unit(
    request: pytest.FixtureRequest, whole: Day, culture: Unit, who: str
) -> None:
    with pytest.raises(ObjectDoesNotExist):
        LETTER.find(request.getfixturevalue(who), letter_id(whole.dialogue, culture))


def test_a_unit_with_nothing_to_answer_has_no_letter(an: Actor, whole: Day, office: Unit) -> None:
    for public_id in (letter_id(whole.dialogue, office), whole.dialogue.public_id, "khong-co", "-"):
        with pytest.raises(ObjectDoesNotExist):
            LETTER.find(an, public_id)


@pytest.mark.parametrize("who", ["an", "binh", "observer", "state_clerk"])
def test_the_report_says_nothing_of_officials_whoever_makes_it(
    request: pytest.FixtureRequest, whole: Day, who: str
) -> None:
    marks = (*NEVER, "MARKCONDUCT", "MARKCAUTION", "Tố cáo")
    assert said_in(REPORT, request.getfixturevalue(who), whole.dialogue.public_id, marks) == set()


@pytest.mark.parametrize("who", ["economist", "hoa", "party_clerk", "chi", "ha", "giang", "dung"])
def test_the_report_is_for_who_reads_the_ledger(request: pytest.FixtureRequest, whole: Day, who: str) -> None:
    with pytest.raises(ObjectDoesNotExist):
        REPORT.find(request.getfixturevalue(who), whole.dialogue.public_id)


def test_the_chairs_file_has_officials_behind_the_sheets_and_denunciations_as_a_number(binh: Actor, whole: Day) -> None:
    assert said_in(CHAIR_FILE, binh, whole.dialogue.public_id, (*NEVER, "MARKCONDUCT")) == {"MARKCONDUCT"}
    before, annexes = text_of(CHAIR_FILE, binh, whole.dialogue.public_id).split("Phụ lục I\n")
    assert ("MARKCONDUCT" in before, "MARKCONDUCT" in annexes) == (False, True)
    assert "Tố cáo, tố giác, tin báo về tội phạm đang xử lý: 01; chỉ xem tại sổ đơn." in annexes


def test_the_clerks_copy_does_not_know_of_denunciations(an: Actor, whole: Day) -> None:
    assert said_in(CHAIR_FILE, an, whole.dialogue.public_id, (*NEVER, "Tố cáo", "tố giác")) == set()
    assert "Khiếu nại số 6/2026, Thôn Nà Lốc, vào sổ ngày 09/3/2026: đã vào sổ." in text_of(
        CHAIR_FILE, an, whole.dialogue.public_id
    )


def test_a_head_named_in_a_comment_does_not_find_it_in_the_own_file(
    binh: Actor, whole: Day, locality: Locality
) -> None:
    name(whole.about_official, binh, locality)
    assert "MARKCONDUCT" not in text_of(CHAIR_FILE, binh, whole.dialogue.public_id)


def test_a_file_written_without_an_account_has_no_such_annex(whole: Day, locality: Locality) -> None:
    marks = ("MARKCONDUCT", "Khiếu nại", "Tố cáo")
    assert said_in(CHAIR_FILE, Actor.system(locality), whole.dialogue.public_id, marks) == set()


@pytest.mark.parametrize("who", ["economist", "hoa", "observer", "party_clerk", "chi", "ha", "giang", "dung"])
def test_the_chairs_file_is_refused_to_everybody_else(request: pytest.FixtureRequest, whole: Day, who: str) -> None:
    with pytest.raises(ObjectDoesNotExist):
        CHAIR_FILE.find(request.getfixturevalue(who), whole.dialogue.public_id)


def test_an_answer_still_being_drafted_is_the_units_own(
    an: Actor, whole: Day, locality: Locality, economy: Unit, in_draft: Callable[[Matter], None]
) -> None:
    in_draft(whole.bridge)
    officer = people.staff("tho", "Vi Văn Thọ", locality, roles.OFFICER, Scope(UNIT, economy.pk))
    public_id = whole.dialogue.public_id
    for kind, actor, paper in (
        (REPORT, an, public_id), (CHAIR_FILE, an, public_id), (LETTER, officer, letter_id(whole.dialogue, economy)),
    ):  # fmt: skip
        assert "MARKDRAFT" not in text_of(kind, actor, paper)
    assert "Trả lời: Phòng Kinh tế chưa gửi" in text_of(CHAIR_FILE, an, public_id)
