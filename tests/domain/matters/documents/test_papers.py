"""The papers themselves: whole, in the form of their body, the head's on one sheet a matter, fast."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.documents import chair_file, opinion_report, unit_letter
from nghedan.domain.matters.documents.chair_file import CHAIR_FILE
from nghedan.domain.matters.documents.entries import Kept, entries_of, kept
from nghedan.domain.matters.documents.opinion_report import REPORT
from nghedan.domain.matters.documents.unit_letter import LETTER, letter_id
from nghedan.domain.matters.figures import Voices
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.terms import Outcome
from nghedan.domain.opinions.queries import counts_by_origin
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.terms import BodyKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.documents.types import DocumentType
from nghedan.foundation.tenancy.models import Locality
from tests.domain.matters.documents import samples
from tests.domain.matters.documents.conftest import Day, answered, post
from tests.support.pace import processor_seconds, within

MANY = 150
SECONDS = 5
TODAY = date(2026, 3, 10)
EMPTY = re.compile(r"\|\s*\||: *(?:$|[.;])|“”|\(\)|\bNone\b", re.MULTILINE)
"""What a paper with a field left empty shows: an empty cell, a label with nothing behind it."""

DOTS = "..."
"""A line to be filled in by hand."""

LABELS = ("các nội dung sau:", "Đông người nêu nhất:", "Với mỗi nội dung, đơn vị gửi:", "như sau:", "hội nghị:", "giải trình:", "người trả lời:", "lượt):", "Nơi nhận:")  # fmt: skip  # noqa: E501
"""Lines that lead to the ones below them."""


def text_of(kind: DocumentType, actor: Actor, public_id: str) -> str:
    return kind.render(kind.find(actor, public_id), "text").decode()


def left_empty(text: str) -> list[str]:
    lines = (line for line in text.splitlines() if not line.strip().endswith(LABELS) and DOTS not in line)
    return [line for line in lines if EMPTY.search(line)]


def pages(document: Document, code: str = "working-large") -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(render(document, by_code(code), "pdf"))).pages]


@pytest.mark.django_db
def test_no_field_is_left_empty(an: Actor, binh: Actor, whole: Day, economy: Unit, culture: Unit) -> None:
    public_id = whole.dialogue.public_id
    texts = [text_of(LETTER, an, letter_id(whole.dialogue, unit)) for unit in (economy, culture)]
    texts += [text_of(REPORT, an, public_id), text_of(CHAIR_FILE, binh, public_id)]
    assert [left_empty(text) for text in texts] == [[], [], [], []]


@pytest.mark.django_db
def test_without_a_day_people_in_office_or_matters_the_papers_still_hold(
    an: Actor, frozen_today: date, committee: Body, locality: Locality
) -> None:
    bare = Dialogue(
        locality=locality, body=committee, kind="regular", openness="open", medium="in_person", theme="Giao thông",
        year=2026, state="planned",
    )  # fmt: skip
    bare.save()
    texts = [text_of(kind, an, bare.public_id) for kind in (REPORT, CHAIR_FILE)]
    assert [left_empty(text) for text in texts] == [[], []]
    assert "phục vụ hội nghị đối thoại năm 2026" in texts[0]
    assert "0 ý kiến, 0 nội dung: chưa có nội dung" in texts[1]


@pytest.mark.django_db
def test_the_report_counts_what_the_ledger_counts(an: Actor, whole: Day) -> None:
    text = text_of(REPORT, an, whole.dialogue.public_id)
    counted = counts_by_origin(an, dialogue=whole.dialogue)
    assert (counted.total(), counted[""]) == (7, 1)
    assert "| Điện thoại, đường dây nóng | 6 |\n| Đã chuyển theo quy định | 1 |\n| Cộng | 7 |" in text
    assert "Tổng số 07 ý kiến đã ghi vào sổ, tổng hợp thành 03 nội dung" in text


@pytest.mark.django_db
def test_a_broken_promise_is_remembered_in_every_paper(an: Actor, binh: Actor, whole: Day, economy: Unit) -> None:
    told = "Năm 2024: Phòng Kinh tế hứa “sửa xong cầu”, hẹn đến ngày 30/6/2025; đến hạn chưa thực hiện"
    letter = text_of(LETTER, an, letter_id(whole.dialogue, economy))
    report, chair = text_of(REPORT, an, whole.dialogue.public_id), text_of(CHAIR_FILE, binh, whole.dialogue.public_id)
    assert [told in paper for paper in (letter, report, chair)] == [True, True, True]
    assert "2 lượt; nêu từ năm 2024" in letter
    assert "Đã hứa chưa làm: số 1\n" in chair


@pytest.mark.django_db
def test_the_letter_names_the_limit_for_drafts_and_its_count(an: Actor, whole: Day, economy: Unit) -> None:
    letter = text_of(LETTER, an, letter_id(whole.dialogue, economy))
    assert "Thời hạn: chậm nhất ngày 08/4/2026 (07 ngày trước ngày tổ chức hội nghị)." in letter


@pytest.mark.django_db
def test_the_deputy_signs_while_a_delegation_runs(
    an: Actor, whole: Day, committee: Body, locality: Locality, delegated: Callable[[], None]
) -> None:
    delegated()
    text = text_of(REPORT, an, whole.dialogue.public_id)
    assert text.endswith("TM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nLò Văn Dũng\n")


@pytest.mark.parametrize(
    ("facts", "kind", "title"),
    [
        (samples.letter_facts(), LETTER, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (samples.letter_facts(samples.PARTY), LETTER, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (samples.report_facts(), REPORT, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (samples.report_facts(samples.PARTY), REPORT, "ĐẢNG CỘNG SẢN VIỆT NAM"),
    ],
    ids=["state-letter", "party-letter", "state-report", "party-report"],
)
def test_a_paper_has_the_form_of_its_body(facts: object, kind: DocumentType, title: str) -> None:
    assert title in kind.render(facts, "text").decode().replace("\N{NO-BREAK SPACE}", " ")


def test_the_table_by_field_lies_across_with_its_heading() -> None:
    reader = PdfReader(BytesIO(render(samples.report(), by_code("nd30-2020"), "pdf")))
    across = [page.extract_text() for page in reader.pages if page.mediabox.width > page.mediabox.height]
    assert [re.sub(r"\s+", " ", text).count("II. NỘI DUNG Ý KIẾN THEO LĨNH VỰC") for text in across] == [1]


def test_the_head_has_one_page_for_all_and_one_sheet_a_matter_on_a5() -> None:
    document = samples.chairs_file()
    reader = PdfReader(BytesIO(render(document, by_code("working-large"), "pdf")))
    assert {round(float(page.mediabox.width) * 25.4 / 72) for page in reader.pages} == {148}
    heads = [page.extract_text().strip() for page in reader.pages]
    assert len(heads) == 1 + len(samples.ENTRIES) + 3
    assert [f"NỘI DUNG {place}" in heads[place] for place in range(1, 5)] == [True] * 4
    word = docx.Document(BytesIO(render(document, by_code("working-large"), "docx")))
    assert {round(section.page_width.mm) for section in word.sections} == {148}


def test_a_matter_with_much_to_say_stays_on_its_sheet_and_many_matters_leave_the_first_page_one() -> None:
    long = "Chưa hứa thời gian cụ thể vì còn chờ vốn của tỉnh; " * 20
    short = "Xã sửa xong đoạn đường này trước ngày 30/10/2026 bằng vốn xã và vốn dân góp.\n" * 3
    answer = replace(samples.PIPE.answer, short=short, basis=long, caution=long)  # type: ignore[type-var]
    full = replace(samples.TANK, title="Sửa đường liên thôn qua cầu Bãi Đa, dài 1,2 km", text=long, answer=answer)
    fields = [f"Đất đai, giấy chứng nhận sử dụng đất {place % 12}" for place in range(MANY)]
    entries = tuple(replace(full, number=place, field=fields[place]) for place in range(MANY))
    document = chair_file.document_of(replace(samples.chair_facts(), entries=entries, theme="Giao thông, nước " * 20))
    heads = pages(document)
    assert ("NỘI DUNG 1\n" in heads[1], len(heads)) == (True, 1 + MANY + 3)


@pytest.mark.parametrize("build", [samples.report, samples.letter, samples.chairs_file])
def test_a_hundred_and_fifty_matters_are_drawn_within_five_seconds(
    build: Callable[[], Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = tuple(replace(samples.PIPE, number=place, voices=Voices(place + 1)) for place in range(MANY))
    documents = {
        samples.report: lambda: opinion_report.document_of(replace(samples.report_facts(), entries=entries)),
        samples.letter: lambda: unit_letter.document_of(replace(samples.letter_facts(), led=entries)),
        samples.chairs_file: lambda: chair_file.document_of(replace(samples.chair_facts(), entries=entries)),
    }
    code = "working-large" if build is samples.chairs_file else "nd30-2020"
    for kind in ("docx", "pdf", "html", "text"):
        assert processor_seconds(lambda kind=kind: render(documents[build](), by_code(code), kind)) < within(SECONDS)


@pytest.mark.django_db
def test_gathering_takes_the_same_queries_for_one_matter_and_for_three(
    an: Actor, dialogue: Dialogue, raised: Callable[..., Matter], django_assert_num_queries: Callable[..., object]
) -> None:
    for title in ("Sửa cầu", "Sửa đường", "Nạo vét mương"):
        answered_by_nobody = raised(title, of=dialogue)
        seen = matters_visible_to(an).filter(dialogue=dialogue)
        with django_assert_num_queries(6):  # type: ignore[attr-defined]
            assert entries_of(an, seen, TODAY)[0].title == "Sửa cầu" or answered_by_nobody


@pytest.mark.django_db
def test_fields_stand_in_their_order_and_the_most_raised_first(an: Actor, whole: Day) -> None:
    entries = entries_of(an, matters_visible_to(an).filter(dialogue=whole.dialogue), TODAY)
    assert [entry.title for entry in entries] == [
        "Sửa cầu thôn Nà Lốc", "Nâng cấp quốc lộ", "Nước sinh hoạt yếu", "Thái độ MARKCONDUCT của cán bộ một cửa",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("promised_on", "outcome", "found"),
    [
        (date(2026, 3, 9), Outcome.UNDER_WAY, Kept.BROKEN),
        (TODAY, Outcome.UNDER_WAY, Kept.RUNNING),
        (date(2026, 3, 11), Outcome.NONE, Kept.RUNNING),
        (date(2026, 3, 9), Outcome.DONE, Kept.KEPT),
        (None, Outcome.PLANNED, Kept.OPEN),
    ],
)
def test_a_promise_is_broken_only_from_the_day_after(
    promised_on: date | None, outcome: Outcome, found: Kept
) -> None:
    assert kept("sửa cầu", promised_on, outcome, TODAY) is found
    assert kept("", promised_on, outcome, TODAY) is None


@pytest.mark.django_db
def test_the_party_prints_in_its_own_form(
    an: Actor, frozen_today: date, party: Body, locality: Locality
) -> None:
    post(locality, "Hoàng Thị Mai", "Bí thư Đảng ủy", body=party, is_head=True)
    held = Dialogue(
        locality=locality, body=party, kind="regular", openness="internal", medium="in_person", theme="Xây dựng Đảng",
        year=2026, state="planned",
    )  # fmt: skip
    held.save()
    facts = REPORT.find(an, held.public_id)
    assert (REPORT.body_kind(facts), facts.issuer.report_number) == (BodyKind.PARTY_COMMITTEE, "-BC/ĐU")
    assert REPORT.render(facts, "text").decode().endswith("T/M BAN THƯỜNG VỤ\n\nBÍ THƯ\n\nHoàng Thị Mai\n")


@pytest.mark.django_db
def test_an_answer_sent_but_not_approved_says_so(binh: Actor, an: Actor, whole: Day) -> None:
    answered(an, whole.bridge)
    assert "Trả lời (đơn vị đã gửi): Sẽ sửa trước mùa mưa.\n" in text_of(CHAIR_FILE, binh, whole.dialogue.public_id)
