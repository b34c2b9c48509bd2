"""Việc của đơn vị, and the page on which an answer is written."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services import answering, assigning
from nghedan.domain.matters.services.text_blocks import add_text_block
from nghedan.domain.matters.terms import AnswerState
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from tests.interfaces.console.matters.conftest import WORDS, at, work_at
from tests.interfaces.console.reading import CONSOLE, filled, form_key, words_of

WORK = f"{CONSOLE}work/"


def typed(client: Client, matter: Matter, **changed: object) -> dict[str, Any]:
    """Return what a browser sends of the answer's form, with some of it typed anew."""
    return {"version": 0, **filled(client.get(work_at(matter)).context["form"]), **changed}


def stored(matter: Matter) -> Answer:
    return Answer.objects.of(matter.locality).get(matter=matter)


def rows(response: Any, part: str) -> list[tuple[str, str, date | None]]:
    return [(row.title, row.status.text, row.due_on) for row in getattr(response.context["work"], part)]


def test_a_unit_sees_its_matters_by_due_date_with_words(
    an: Actor, economist: Actor, officer: Client, raised: Callable[..., Matter], economy: Unit, culture: Unit
) -> None:
    due = {"Sửa cầu": date(2026, 3, 12), "Nạo vét mương": date(2026, 4, 20), "Đèn đường": date(2026, 3, 11)}
    made = {
        title: assigning.assign_matter(actor=an, matter=raised(title), unit=economy, due_on=due_on)
        for title, due_on in due.items()
    }
    school = assigning.assign_matter(actor=an, matter=raised("Trường học"), unit=culture, supports=[economy])
    assigning.assign_matter(actor=an, matter=raised("Trạm xá"), unit=culture)
    answering.hand_in(
        actor=economist, answer=answering.save_answer(actor=economist, matter=made["Đèn đường"], draft=WORDS)
    )
    with clock.frozen(clock.now().replace(day=13)):
        page = officer.get(WORK)
    assert rows(page, "to_send") == [
        ("Sửa cầu", "Quá hạn", date(2026, 3, 12)),
        ("Nạo vét mương", "Chưa đến hạn", date(2026, 4, 20)),
    ]
    assert rows(page, "sent") == [("Đèn đường", "Đã gửi", date(2026, 3, 11))]
    assert [title for title, _tag, _due in rows(page, "supported")] == ["Trường học"]
    assert page.context["work"].supported[0].href == at(school)


def test_nobody_without_a_unit_has_work(clerk: Client, watcher: Client, stranger: Client, given: Matter) -> None:
    assert words_of(clerk.get(WORK)).count("Đơn vị chưa có nội dung nào cần trả lời") == 1
    assert watcher.get(WORK).status_code == 403
    assert stranger.get(WORK).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_however_long(
    an: Actor, officer: Client, raised: Callable[..., Matter], economy: Unit, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        assigning.assign_matter(actor=an, matter=raised(f"Việc {number}"), unit=economy)
    officer.get(WORK)
    with django_assert_num_queries(8):
        officer.get(WORK)


def test_an_answer_is_saved_and_handed_in(officer: Client, given: Matter) -> None:
    sent = typed(officer, given, text="Sẽ sửa", short="Sửa xong\r\ntrước 30/6", move="save")
    assert officer.post(work_at(given), sent).status_code == 302
    assert (stored(given).state, stored(given).short) == (AnswerState.DRAFT, "Sửa xong\ntrước 30/6")
    again = typed(officer, given, proposed_on="30/6/2026", move="answer.hand_in")
    assert officer.post(work_at(given), again).headers["Location"] == at(given)
    assert (stored(given).state, stored(given).proposed_on) == (AnswerState.HANDED_IN, date(2026, 6, 30))


def test_too_long_a_short_answer_loses_no_words(officer: Client, given: Matter) -> None:
    sent = typed(officer, given, text="Sẽ sửa đường", short="1\n2\n3\n4", move="save")
    page = officer.post(work_at(given), sent)
    assert page.status_code == 422
    assert "có 4 dòng; xin rút còn nhiều nhất 3 dòng" in words_of(page)
    assert page.context["form"]["text"].value() == "Sẽ sửa đường"
    assert not Answer.objects.of(given.locality).filter(matter=given).exists()


def test_handing_in_without_words_tells_why_and_keeps_what_was_typed(officer: Client, given: Matter) -> None:
    page = officer.post(work_at(given), typed(officer, given, text="Sẽ sửa", move="answer.hand_in"))
    assert (page.status_code, page.context["form"]["text"].value()) == (409, "Sẽ sửa")
    assert "Chưa có câu trả lời ngắn" in words_of(page)


def test_who_saves_second_sees_both_texts(officer: Client, clerk: Client, given: Matter) -> None:
    mine, theirs = typed(officer, given, text="Bản của đơn vị"), typed(clerk, given, text="Bản của văn phòng")
    assert clerk.post(work_at(given), theirs).status_code == 302
    page = officer.post(work_at(given), mine)
    assert page.status_code == 409
    assert [(one.mine, one.theirs) for one in page.context["disagreements"]] == [
        ("Bản của đơn vị", "Bản của văn phòng")
    ]
    assert page.context["faster"].by == "Nguyễn Thị An"


def test_texts_are_copied_behind_what_was_typed(
    an: Actor, binh: Actor, economist: Actor, officer: Client, given: Matter, raised: Callable[..., Matter],
    economy: Unit,
) -> None:  # fmt: skip
    earlier = assigning.assign_matter(actor=an, matter=raised("Sửa đường thôn Nà Lốc đoạn đầu"), unit=economy)
    done = answering.save_answer(actor=economist, matter=earlier, draft=WORDS)
    answering.hand_in(actor=economist, answer=done)
    answering.check_answer(actor=an, answer=done)
    answering.approve_answer(actor=binh, answer=done)
    block = add_text_block(actor=economist, unit=economy, title="Lời kết", text="Trân trọng cảm ơn ông/bà.")
    page = officer.get(work_at(given))
    alike, blocks = page.context["alike"], page.context["blocks"]
    assert [(one.title, one.text) for one in alike] == [("Sửa đường thôn Nà Lốc đoạn đầu", WORDS.text)]
    assert [(one.code, one.title) for one in blocks] == [(f"block.{block.public_id}", "Lời kết")]
    text = "Đang gõ"
    for offer in (*alike, *blocks):
        copied = officer.post(work_at(given), typed(officer, given, text=text, copy=offer.code))
        text = copied.context["form"]["text"].value()
    assert text == f"Đang gõ\n\n{WORDS.text}\n\nTrân trọng cảm ơn ông/bà."
    assert not Answer.objects.of(given.locality).filter(matter=given).exists()


@pytest.mark.parametrize("code", ["matter.nonsense", "block.nonsense", "file.nonsense", "nonsense"])
def test_what_is_not_there_adds_nothing(officer: Client, given: Matter, code: str) -> None:
    page = officer.post(work_at(given), typed(officer, given, text="Đang gõ", copy=code))
    assert (page.status_code, page.context["form"]["text"].value()) == (200, "Đang gõ")


def word_file(*paragraphs: str) -> SimpleUploadedFile:
    import io

    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return SimpleUploadedFile("Tra loi.docx", out.getvalue())


def test_the_clerk_enters_what_a_unit_sent_as_word(clerk: Client, given: Matter) -> None:
    file = word_file("Phòng Kinh tế trả lời như sau:", "Sẽ sửa đường trong quý II.")
    sent = typed(clerk, given, word=file, received_how="Zalo sáng 10/3")
    assert clerk.post(work_at(given), sent).status_code == 302
    answer = stored(given)
    (kept,) = attachments_of(answer)
    assert (answer.for_unit, answer.received_how, kept.kind) == (True, "Zalo sáng 10/3", "word")
    page = clerk.post(work_at(given), typed(clerk, given, copy=f"file.{kept.public_id}"))
    assert page.context["form"]["text"].value() == "Phòng Kinh tế trả lời như sau:\nSẽ sửa đường trong quý II."
    assert clerk.get(f"{work_at(given)}files/{kept.public_id}/").status_code == 200


def test_another_file_than_word_is_refused_at_its_field(clerk: Client, given: Matter) -> None:
    page = clerk.post(work_at(given), typed(clerk, given, word=SimpleUploadedFile("a.docx", b"%PDF-1.7 x")))
    assert page.status_code == 422
    assert [*page.context["form"].errors] == ["word"]
    assert not Answer.objects.of(given.locality).filter(matter=given).exists()


def test_evidence_is_opened_by_who_reads_the_answer(
    officer: Client, watcher: Client, supporter: Client, given: Matter
) -> None:
    file = SimpleUploadedFile("can-cu.txt", "Căn cứ".encode())
    officer.post(work_at(given), typed(officer, given, text="Sẽ sửa", evidence=file))
    (kept,) = attachments_of(stored(given))
    address = f"{work_at(given)}files/{kept.public_id}/"
    assert [client.get(address).status_code for client in (officer, watcher, supporter)] == [200, 200, 404]


def test_who_may_write_an_answer(
    an: Actor, clerk: Client, head: Client, officer: Client, supporter: Client, watcher: Client, stranger: Client,
    given: Matter, economy: Unit, culture: Unit,
) -> None:  # fmt: skip
    everybody = (clerk, head, officer, supporter, watcher, stranger)
    assert [client.get(work_at(given)).status_code for client in everybody] == [200, 403, 200, 404, 403, 404]
    assigning.assign_matter(actor=an, matter=given, unit=economy, supports=[culture])
    assert supporter.get(work_at(given)).status_code == 403


def test_a_checked_answer_is_shown_and_not_written(officer: Client, checked: Answer) -> None:
    page = officer.get(work_at(checked.matter))
    assert "Muốn sửa, xin văn phòng trả lại trước." in words_of(page)
    assert b'name="move"' not in page.content
    assert officer.post(work_at(checked.matter), {"version": checked.version, "text": "Khác"}).status_code == 409


@pytest.mark.parametrize("count", [1, 3])
def test_writing_takes_the_same_queries_however_much_is_offered(
    economist: Actor, officer: Client, given: Matter, economy: Unit, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        add_text_block(actor=economist, unit=economy, title=f"Lời {number}", text="Trân trọng.")
    officer.get(work_at(given))
    with django_assert_num_queries(12):
        officer.get(work_at(given))


def test_a_unit_keeps_its_passages(officer: Client, supporter: Client, economy: Unit) -> None:
    address = f"{WORK}passages/"
    key = form_key(officer, address)
    form = {"form_key": key, "title": "Lời kết", "text": "Trân trọng.", "unit": economy.public_id}
    assert [officer.post(address, form).status_code for _ in range(2)] == [302, 302]
    (block,) = officer.get(address).context["blocks"]
    own = f"{address}{block.public_id}/"
    assert officer.post(own, {"version": 1, "title": "Lời kết thư", "text": "Xin cảm ơn."}).status_code == 302
    assert [client.get(own).status_code for client in (officer, supporter)] == [200, 404]
    assert officer.post(f"{own}end/", {"version": 2}).status_code == 302
    assert officer.get(own).status_code == 404


def test_files_and_passages_of_another_locality_do_not_exist(
    economist: Actor, officer: Client, stranger: Client, given: Matter, economy: Unit
) -> None:
    block = add_text_block(actor=economist, unit=economy, title="Lời kết", text="Trân trọng.")
    officer.post(work_at(given), typed(officer, given, evidence=SimpleUploadedFile("can-cu.txt", b"abc")))
    (kept,) = attachments_of(stored(given))
    foreign = "/console/go-nang/work/"
    for rest in (f"passages/{block.public_id}/", f"{given.public_id}/files/{kept.public_id}/"):
        assert stranger.get(f"{foreign}{rest}").status_code == 404
    assert stranger.post(f"{foreign}passages/{block.public_id}/end/", {"version": 1}).status_code == 404
