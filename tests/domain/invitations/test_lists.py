"""Guests from Excel or pasted: what is judged how, corrected in place, written in chunks, safe to repeat."""

import io
from collections.abc import Callable, Sequence

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest, GuestList, GuestRow
from nghedan.domain.invitations.queries import allotments_visible_to, guests_of
from nghedan.domain.invitations.services import lists
from nghedan.domain.invitations.services.lists import (
    commit_guests,
    correct_guest_row,
    decide_guest_row,
    read_guest_file,
    read_guest_lines,
    stage_guests,
)
from nghedan.domain.invitations.services.naming import names_behind, people_behind
from nghedan.domain.invitations.terms import GuestColumn, GuestGroup
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tables.table import Table
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

HEAD = ("TT", "Họ và tên", "Chức vụ", "Thôn", "Điện thoại")


def workbook(rows: Sequence[Sequence[object]], *merged: str) -> Table:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)  # type: ignore[union-attr]
    stream = io.BytesIO()
    book.save(stream)
    return read_guest_file(SimpleUploadedFile("dai-bieu.xlsx", stream.getvalue()))


@pytest.fixture
def stage(an: Actor, dialogue: Dialogue, hamlets: list[Hamlet]) -> Callable[..., GuestList]:
    def hand_in(table: Table, key: str = "") -> GuestList:
        return stage_guests(actor=an, dialogue=dialogue, group=GuestGroup.PEOPLE, table=table, key=key)

    return hand_in


def verdicts(listed: GuestList) -> list[str]:
    return list(listed.rows.order_by("position").values_list("verdict", flat=True))


@pytest.mark.parametrize("heading", ["Email", "E-mail", "Thư điện tử", "Địa chỉ thư điện tử"])
def test_a_column_of_mail_addresses_is_kept_and_an_odd_one_told(
    an: Actor, dialogue: Dialogue, stage: Callable[..., GuestList], heading: str
) -> None:
    rows = [("Họ và tên", heading), ("Lò Thị Mơ", "mo@vidu.example"), ("Vi Văn Sử", "zalo 0912"), ("Lý Thị Liên", "")]
    listed = stage(workbook(rows))
    told = list(listed.rows.order_by("position").values_list("verdict", "problems"))
    assert told == [("ready", {}), ("ready", {"contact": "odd_mail"}), ("ready", {})]
    commit_guests(actor=an, listed=listed)
    guests = list(guests_of(an, dialogue))
    people = people_behind(an, guests, "Kiểm tra")
    assert [people[guest.pk].contact for guest in guests] == ["mo@vidu.example", "zalo 0912", ""]


def test_a_file_with_titles_and_headings_is_read_by_its_headings(
    an: Actor, dialogue: Dialogue, stage: Callable[..., GuestList]
) -> None:
    listed = stage(workbook([
        ("UBND xã Suối Lành",), ("DANH SÁCH ĐẠI BIỂU",), HEAD,
        (1, "Hoàng Văn Dần", "Hộ nghèo", "Thôn Đá Bạc", "0912 345 678"), (2, "Lý Thị Liên", "", "lan ha", None),
    ]))  # fmt: skip
    assert verdicts(listed) == ["ready", "ready"]
    assert commit_guests(actor=an, listed=listed) == 2
    guests = list(guests_of(an, dialogue))
    assert [(guest.post_title, str(guest.hamlet)) for guest in guests] == [("Hộ nghèo", "Thôn Đá Bạc"), ("", "Thôn Lân Hạ")]  # fmt: skip  # noqa: E501
    assert list(names_behind(an, guests, "Xem").values()) == ["Hoàng Văn Dần", "Lý Thị Liên"]


def test_bad_rows_are_told_by_cell_and_corrected_in_place(an: Actor, stage: Callable[..., GuestList]) -> None:
    listed = stage(workbook([
        HEAD, (1, "Hoàng Văn Dần", "", "Đá Bac Thượng", ""), (2, "", "", "Đá Bạc", "12"),
        (3, "Lý Thị Liên", "", "Đá Bạc", ""), (4, "LY THI LIEN", "", "Đá Bạc", ""),
    ]))  # fmt: skip
    assert [(row.verdict, row.problems) for row in listed.rows.order_by("position")] == [
        ("wrong", {"hamlet": "unknown_hamlet"}), ("wrong", {"name": "no_name", "phone": "odd_phone"}),
        ("ready", {}), ("repeated", {}),
    ]  # fmt: skip
    correct_guest_row(actor=an, listed=listed, position=2, texts={GuestColumn.HAMLET: "Thôn Đá Bạc"})
    decide_guest_row(actor=an, listed=listed, position=3, decision="skip")
    decide_guest_row(actor=an, listed=listed, position=5, decision="keep")
    assert verdicts(listed) == ["ready", "skipped", "ready", "ready"]
    decide_guest_row(actor=an, listed=listed, position=5, decision="")
    assert commit_guests(actor=an, listed=listed) == 2


def test_merged_cells_and_formulas_are_said(stage: Callable[..., GuestList]) -> None:
    table = workbook([
        HEAD, (1, "Hoàng Văn Dần", "", "Thôn Đá Bạc", ""), (2, "Lý Thị Liên", "", None, '="0912"&"345678"'),
        (3, "Vi Văn Sử", "", None, ""),
    ], "D2:D3")  # fmt: skip
    rows = [(row.verdict, row.problems) for row in stage(table).rows.order_by("position")]
    assert rows == [("ready", {}), ("ready", {"hamlet": "merged", "phone": "formula"}), ("ready", {})]


def test_who_is_on_the_list_already_is_left_out(an: Actor, guest_of: Callable[..., Guest], hamlets: list[Hamlet], stage: Callable[..., GuestList]) -> None:  # fmt: skip  # noqa: E501
    guest_of("Hoàng Văn Dần", hamlet=hamlets[0])
    listed = stage(workbook([HEAD, (1, "Hoàng Văn  Dần", "", "Đá Bạc", ""), (2, "Hoàng Văn Dần", "", "Lân Hạ", "")]))
    assert verdicts(listed) == ["known", "ready"]


def test_more_than_the_seats_of_a_hamlet_wait_for_a_decision_and_the_seats_are_filled(
    an: Actor, allotment: Allotment, stage: Callable[..., GuestList]
) -> None:
    names = ("Hoàng Văn Dần", "Lý Thị Liên", "Vi Văn Sử")
    listed = stage(workbook([HEAD, *((place, name, "", "Đá Bạc", "") for place, name in enumerate(names, 1))]))
    assert verdicts(listed) == ["ready", "ready", "over"]
    commit_guests(actor=an, listed=listed)
    found = allotments_visible_to(an).get(pk=allotment.pk)
    assert (found.state, found.named) == ("returned", 2)  # type: ignore[attr-defined]


def test_pasted_lines_are_names(an: Actor, dialogue: Dialogue, stage: Callable[..., GuestList]) -> None:
    commit_guests(actor=an, listed=stage(read_guest_lines("Hoàng Văn Dần\n\nLý Thị Liên\n")))
    assert list(names_behind(an, guests_of(an, dialogue), "Xem").values()) == ["Hoàng Văn Dần", "Lý Thị Liên"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", b"khong phai Excel"), ("a.xlsx", b""), ("anh.jpg", b"\xff\xd8\xff\xe0")]
)
def test_what_is_no_list_is_refused_with_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(Invalid) as error:
        read_guest_file(SimpleUploadedFile(name, content))
    assert (error.value.field, bool(str(error.value))) == ("file", True)


def test_a_list_of_headings_alone_is_refused(stage: Callable[..., GuestList]) -> None:
    with pytest.raises(Invalid) as error:
        stage(workbook([HEAD]))
    assert error.value.code == "guest_list.no_rows"


def test_a_form_sent_twice_is_one_list_and_no_name_lies_open(an: Actor, stage: Callable[..., GuestList]) -> None:
    table = read_guest_lines("Hoàng Văn Dần")
    assert stage(table, key="k") == stage(table, key="k")
    stored = " ".join([*GuestRow.objects.values_list("content", flat=True), *JournalEntry._base_manager.values_list("body", flat=True)])  # fmt: skip  # noqa: E501
    assert "Dần" not in stored


def test_writing_goes_on_where_it_stopped_and_empties_the_boxes(
    an: Actor, dialogue: Dialogue, stage: Callable[..., GuestList], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = stage(read_guest_lines("Một\nHai\nBa"))
    monkeypatch.setattr(lists, "CHUNK", 2)
    whole = lists._write

    def stops(actor: Actor, listed_: GuestList, rows: Sequence[GuestRow]) -> None:
        if len(rows) == 1:
            raise RuntimeError("power cut")
        whole(actor, listed_, rows)

    with monkeypatch.context() as broken:
        broken.setattr(lists, "_write", stops)
        with pytest.raises(RuntimeError):
            commit_guests(actor=an, listed=listed)
    assert len(guests_of(an, dialogue)) == 2
    again = GuestList.objects.of(dialogue.locality).select_related("dialogue", "locality").get(pk=listed.pk)
    assert (commit_guests(actor=an, listed=again), len(guests_of(an, dialogue))) == (1, 3)
    assert set(again.rows.values_list("content", flat=True)) == {""}
    with pytest.raises(Refused):
        commit_guests(actor=an, listed=again)


def test_only_the_clerk_hands_lists_in(binh: Actor, hamlet_head: Actor, dialogue: Dialogue) -> None:
    for actor in (binh, hamlet_head):
        with pytest.raises(NotAllowed):
            stage_guests(actor=actor, dialogue=dialogue, group=GuestGroup.PEOPLE, table=read_guest_lines("Một"))
