"""Lists: staged and judged, corrected, written by the worker in chunks, whatever happens on the way."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.core.files.base import ContentFile

from nghedan.domain.opinions.models import ListRow, Opinion, OpinionList
from nghedan.domain.opinions.rules.list_rows import KEEP, SKIP
from nghedan.domain.opinions.services import committing, lists
from nghedan.domain.opinions.services.keeping import void_opinion
from nghedan.domain.opinions.services.paper import Capture
from nghedan.domain.opinions.services.receiving import receive_many
from nghedan.domain.opinions.terms import ListColumn, ListState, Origin, RowVerdict
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.outbox import worker
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused

pytestmark = pytest.mark.usefixtures("frozen_today")

HEADINGS = ("STT", "Họ và tên", "Thôn", "Nội dung kiến nghị", "Điện thoại", "Ngày")
ROWS = (
    ("1", "Vi Văn Páo", "Đá Bạc", "Đường liên thôn hỏng", "0912 345 678", "9/3/2026"),
    ("2", "", "thôn Lân Hạ", "Xin điện ba pha", "", ""),
    ("3", "Nông Thị Cúc", "Lân Thượng", "Chợ bẩn", "không có", "11/3/2026"),
    ("4", "Vi Văn Páo", "Đá Bạc", "Đường liên thôn hỏng", "0912 345 678", "9/3/2026"),
    ("5", "", "", "", "", ""),
)
Staged = Callable[..., OpinionList]


def workbook(*rows: tuple[Any, ...], merged: str = "") -> "ContentFile[bytes]":
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    content = io.BytesIO()
    book.save(content)
    return ContentFile(content.getvalue(), name="danh-sach.xlsx")


@pytest.fixture
def staged(an: Actor, committee: Body, hamlets: list[Hamlet]) -> Staged:
    """Return a function by which An hands in a list."""

    def stage(*rows: tuple[Any, ...], merged: str = "", **capture: Any) -> OpinionList:
        table = lists.read_list(workbook(*(rows or (("DANH SÁCH Ý KIẾN",), HEADINGS, *ROWS)), merged=merged))
        given = Capture(**{"origin": Origin.MEETING, "note": "Họp thôn", **capture})
        return lists.stage_list(actor=an, body=committee, capture=given, table=table)

    return stage


def rows_of(listed: OpinionList) -> list[ListRow]:
    return list(listed.rows.order_by("position"))


def verdicts(listed: OpinionList) -> list[str]:
    return [row.verdict for row in rows_of(listed)]


def again(listed: OpinionList) -> OpinionList:
    found = OpinionList.objects.of(listed.locality).select_related("body", "locality", "dialogue", "entered_by")
    return found.get(pk=listed.pk)


def written(listed: OpinionList) -> list[Opinion]:
    return list(Opinion.objects.of(listed.locality).select_related("hamlet", "identity").order_by("number"))


def committed(actor: Actor, listed: OpinionList) -> OpinionList:
    lists.commit_list(actor=actor, listed=listed)
    while worker.run_once():
        pass
    return again(listed)


def test_every_row_is_judged_and_its_columns_known_by_their_headings(staged: Staged) -> None:
    listed = staged()
    assert listed.columns["meanings"] == {"1": "name", "2": "hamlet", "3": "words", "4": "phone", "5": "day"}
    assert [(row.position, row.verdict, row.problems) for row in rows_of(listed)] == [
        (3, "ready", {}),
        (4, "ready", {}),
        (5, "wrong", {"hamlet": "unknown_hamlet", "day": "future", "phone": "odd_phone"}),
        (6, "repeated", {}),
        (7, "wrong", {"words": "no_words"}),
    ]
    assert "Páo" not in "".join(row.content for row in rows_of(listed))


def test_rows_that_are_ready_become_opinions_with_names_apart(
    staged: Staged, an: Actor, hamlets: list[Hamlet], binh: Actor
) -> None:
    listed = committed(an, staged())
    first, second = written(listed)
    assert [(one.number, one.words, one.hamlet) for one in (first, second)] == [
        (1, "Đường liên thôn hỏng", hamlets[0]), (2, "Xin điện ba pha", hamlets[1]),
    ]  # fmt: skip
    assert (first.origin, first.source, first.entered_by_id) == ("meeting", "Họp thôn", an.user_id)
    assert (first.received_on.day, second.received_on.day, second.identity) == (9, 10, None)
    known = first.identity.public_id  # type: ignore[union-attr]
    person = read_identities(actor=binh, ids=[known], reason="kiểm tra")[known]
    assert (person.name, person.phone) == ("Vi Văn Páo", "0912 345 678")
    assert (listed.state, listed.done, verdicts(listed)) == (ListState.DONE, 2, ["written", "written", "wrong", "repeated", "wrong"])  # fmt: skip  # noqa: E501
    assert [(row.content, row.opinion) for row in rows_of(listed)] == [("", first), ("", second), *[("", None)] * 3]


def test_a_row_is_corrected_in_place_and_judged_anew(staged: Staged, an: Actor, hamlets: list[Hamlet]) -> None:
    listed = staged()
    texts = {ListColumn.HAMLET: "Lân Hạ", ListColumn.DAY: "10/3/2026", ListColumn.PHONE: ""}
    lists.correct_row(actor=an, listed=listed, position=5, texts=texts)
    assert verdicts(listed) == ["ready", "ready", "ready", "repeated", "wrong"]
    committed(an, again(listed))
    assert [(one.words, one.hamlet) for one in written(listed)][2] == ("Chợ bẩn", hamlets[1])


def test_the_clerk_decides_what_is_left_out_and_what_is_written_all_the_same(staged: Staged, an: Actor) -> None:
    listed = staged()
    lists.decide_rows(actor=an, listed=listed, positions=[3], decision=SKIP)
    assert verdicts(listed) == ["skipped", "ready", "wrong", "ready", "wrong"]
    lists.decide_rows(actor=an, listed=listed, positions=[3], decision="")
    lists.decide_rows(actor=an, listed=listed, positions=[6], decision=KEEP)
    assert verdicts(listed) == ["ready", "ready", "wrong", "ready", "wrong"]
    assert len(written(committed(an, again(listed)))) == 3


def test_columns_are_chosen_and_each_row_judged_anew(staged: Staged, an: Actor) -> None:
    listed = staged()
    lists.choose_columns(actor=an, listed=listed, columns={3: ListColumn.WORDS, 2: ListColumn.SOURCE})
    assert verdicts(listed) == ["ready", "ready", "ready", "repeated", "wrong"]
    for columns in ({2: ListColumn.HAMLET}, {2: ListColumn.WORDS, 3: ListColumn.WORDS}):
        with pytest.raises(Invalid):
            lists.choose_columns(actor=an, listed=again(listed), columns=columns)


def test_the_same_list_again_is_known_row_by_row_until_a_line_is_voided(staged: Staged, an: Actor) -> None:
    first = committed(an, staged())
    assert verdicts(staged()) == ["known", "known", "wrong", "known", "wrong"]
    void_opinion(actor=an, opinion=written(first)[1], reason="ghi nhầm")
    assert verdicts(staged())[:2] == ["known", "ready"]


def test_the_same_list_handed_in_twice_is_written_once(staged: Staged, an: Actor) -> None:
    first, second = staged(), staged()
    lists.commit_list(actor=an, listed=first)
    with pytest.raises(Refused):
        lists.commit_list(actor=an, listed=second)
    while worker.run_once():
        pass
    second = committed(an, again(second))
    assert (second.state, verdicts(second)[:2], len(written(first))) == (ListState.DONE, ["known", "known"], 2)


def test_two_people_who_say_the_same_are_two_voices(staged: Staged, an: Actor) -> None:
    same = [(HEADINGS), *(("", name, "Đá Bạc", "Xin nước sạch", "", "") for name in ("Vi Văn Tá", "Vi Văn Tỵ"))]
    assert len(written(committed(an, staged(*same)))) == 2


def test_merged_cells_hold_for_the_rows_they_cover_and_formulas_are_told(staged: Staged) -> None:
    rows = [("Thôn", "Ý kiến"), ("Đá Bạc", "Cầu hỏng"), ("", "Xin điện"), ("Lân Hạ", '="Chợ"&" bẩn"')]
    listed = staged(*rows, merged="A2:A3")
    assert [(row.verdict, row.problems) for row in rows_of(listed)] == [
        ("ready", {"hamlet": "merged"}), ("ready", {"hamlet": "merged"}), ("wrong", {"words": "no_words"}),
    ]  # fmt: skip


def test_pasted_lines_are_one_opinion_each_and_rows_from_excel_keep_their_columns(
    an: Actor, committee: Body, hamlets: list[Hamlet]
) -> None:
    plain = lists.read_lines('"Cầu" hỏng; xin sửa\n\n  \nXin điện, nước\r\n')
    table = lists.read_lines("Thôn\tÝ kiến\nĐá Bạc\tCầu hỏng\n")
    both = [
        lists.stage_list(actor=an, body=committee, capture=Capture(origin=Origin.UNIT), table=one)
        for one in (plain, table)
    ]
    assert [(one.total, one.columns["meanings"]) for one in both] == [
        (2, {"0": "words"}), (1, {"0": "hamlet", "1": "words"}),
    ]  # fmt: skip
    assert [one.words for one in written(committed(an, both[0]))] == ['"Cầu" hỏng; xin sửa', "Xin điện, nước"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.xlsx", b"", id="empty"),
        pytest.param("a.xlsx", b"PK\x03\x04 rubbish", id="damaged"),
        pytest.param("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, id="old-excel"),
        pytest.param("a.pdf", b"%PDF-1.7", id="pdf"),
        pytest.param("a.csv", "Thôn;Ý kiến\n".encode() + b"\x81\x8d\x8f\n", id="old-encoding"),
        pytest.param("a.csv", b"a;b\n" * 100_000, id="hundred-thousand-rows"),
        pytest.param("a.csv", b"\n\n \n", id="blank"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence_and_nothing_kept(
    name: str, content: bytes, committee: Body
) -> None:
    with pytest.raises(Invalid) as refused:
        lists.read_list(ContentFile(content, name=name))
    assert (refused.value.field, OpinionList.objects.of(committee.locality).count()) == ("file", 0)


def test_headings_alone_are_no_list(staged: Staged) -> None:
    with pytest.raises(Invalid):
        staged(HEADINGS)


def test_a_worker_that_dies_half_way_leaves_whole_chunks_and_the_next_goes_on(
    staged: Staged, an: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committing, "CHUNK", 2)
    listed = staged(("Ý kiến",), *((f"Ý kiến thứ {place}",) for place in range(1, 6)))
    lists.commit_list(actor=an, listed=listed)
    worker.run_once()
    assert (again(listed).done, len(written(listed))) == (2, 2)

    def dying(**draft: Any) -> list[Opinion]:
        receive_many(**draft)
        raise KeyboardInterrupt

    monkeypatch.setattr(committing, "receive_many", dying)
    with pytest.raises(KeyboardInterrupt):
        worker.run_once()
    assert (again(listed).done, verdicts(listed).count(RowVerdict.READY), len(written(listed))) == (2, 3, 2)
    monkeypatch.setattr(committing, "receive_many", receive_many)
    while worker.run_once():
        pass
    done = again(listed)
    assert (done.state, done.done, [one.number for one in written(done)]) == (ListState.DONE, 5, [1, 2, 3, 4, 5])
    assert OutboxEntry.objects.filter(done_at__isnull=True).count() == 0


def test_what_somebody_writes_meanwhile_is_not_written_twice(
    staged: Staged, an: Actor, said: Callable[..., Opinion], hamlets: list[Hamlet]
) -> None:
    listed = staged()
    lists.commit_list(actor=an, listed=listed)
    said("Xin điện ba pha", hamlet=hamlets[1])
    while worker.run_once():
        pass
    assert verdicts(again(listed))[:2] == ["written", "known"]


def test_a_list_that_is_being_written_is_changed_no_more(staged: Staged, an: Actor) -> None:
    listed = staged()
    lists.commit_list(actor=an, listed=listed)
    with pytest.raises(Refused):
        lists.decide_rows(actor=an, listed=again(listed), positions=[3], decision=SKIP)
    with pytest.raises(Refused):
        lists.discard_list(actor=an, listed=again(listed))


def test_of_two_who_change_a_list_at_once_the_second_is_told(staged: Staged, an: Actor) -> None:
    listed = staged()
    old = again(listed)
    lists.decide_rows(actor=an, listed=listed, positions=[3], decision=SKIP)
    with pytest.raises(Conflict):
        lists.commit_list(actor=an, listed=old)


def test_nothing_ready_is_refused_and_a_list_given_up_keeps_nothing(staged: Staged, an: Actor) -> None:
    listed = staged(("Thôn", "Ý kiến"), ("Đâu đó", "Cầu hỏng"))
    with pytest.raises(Refused):
        lists.commit_list(actor=an, listed=listed)
    lists.discard_list(actor=an, listed=listed)
    assert (listed.state, rows_of(listed)) == (ListState.DISCARDED, [])


def test_only_the_clerk_of_the_body_may(
    staged: Staged, chi: Actor, binh: Actor, party_clerk: Actor, giang: Actor
) -> None:
    listed = staged()
    for stranger in (chi, binh, party_clerk, giang):
        with pytest.raises(NotAllowed):
            lists.commit_list(actor=stranger, listed=listed)
        with pytest.raises(NotAllowed):
            lists.decide_rows(actor=stranger, listed=listed, positions=[3], decision=SKIP)
    assert verdicts(listed)[0] == "ready"
