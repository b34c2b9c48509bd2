"""The door: rights, source states, guards, compare-and-set, what enters the journal and what never does."""

from collections.abc import Callable
from typing import Any

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry, Wording
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions import door, machines
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, create_many, perform, perform_many
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.kernel.errors import Conflict, NotAllowed, Refused
from tests.support.people import CHIS_UNIT
from tests.support.state import stored
from tests.support.things.models import Thing


def last_facts() -> dict[str, Any]:
    return JournalEntry.objects.order_by("number")[JournalEntry.objects.count() - 1].facts()


def codes() -> list[str]:
    return list(JournalEntry.objects.order_by("number").values_list("code", flat=True))


@pytest.fixture
def said(an: Actor, locality: Locality) -> Instruction:
    """Bình's word by phone, recorded by An."""
    row = Instruction(
        locality=locality,
        decided_by="Trần Văn Bình",
        decided_at=clock.now(),
        way="phone",
        content="Đồng ý.",
        state="current",
    )
    row.save()
    return row


def test_creation_writes_row_entry_and_words(an: Actor, locality: Locality) -> None:
    thing = create("thing.add", actor=an, obj=Thing(locality=locality, title="Cái cuốc", note="Cán gãy.", pin="bí mật"))
    assert (thing.state, thing.version) == ("open", 1)
    facts = last_facts()
    seen_at = facts["facts"].pop("seen_at")
    assert seen_at == [None, thing.seen_at.isoformat()]
    assert (facts["actor"], facts["actor_label"], facts["code"]) == (an.key, "Nguyễn Thị An", "thing.add")
    assert (facts["number"], facts["subject"], facts["version"]) == (1, f"things.thing:{thing.public_id}", 1)
    assert facts["facts"] == {"title": [None, "Cái cuốc"], "amount": [None, 0], "state": "open"}
    assert Wording.objects.of(locality).get().words == {"note": "Cán gãy."}


def test_a_move_writes_what_changed_and_nothing_else(an: Actor, make_thing: Callable[..., Thing]) -> None:
    thing = make_thing(amount=2, note="Còn tốt.")
    perform("thing.edit", actor=an, obj=thing, changes={"title": "Cái cày", "amount": 2}, facts={"why": "đổi tên"})
    facts = last_facts()
    assert (facts["facts"], facts["words"]) == ({"title": ["Cái cuốc", "Cái cày"], "why": "đổi tên"}, "")
    thing.refresh_from_db()
    assert (thing.title, thing.state, thing.version) == ("Cái cày", "open", 2)


def test_words_and_secrets_never_enter_the_journal(an: Actor, make_thing: Callable[..., Thing]) -> None:
    thing = make_thing(note="Ông Tư ở đầu xóm.", pin="0912345678")
    perform("thing.edit", actor=an, obj=thing, changes={"note": "Bà Năm ở cuối xóm.", "pin": "0987654321"})
    written = "\n".join(JournalEntry.objects.values_list("body", flat=True))
    assert [secret for secret in ("Ông Tư", "Bà Năm", "0912", "0987", "pin") if secret in written] == []
    assert [row.words for row in Wording.objects.of(thing.locality).order_by("subject_version")] == [
        {"note": "Ông Tư ở đầu xóm."},
        {"note": "Bà Năm ở cuối xóm."},
    ]


def test_without_the_right_nothing_happens(
    binh: Actor, dung: Actor, giang: Actor, make_thing: Callable[..., Thing]
) -> None:
    thing = make_thing()
    before = stored()
    for actor in (binh, dung, giang):
        with pytest.raises(NotAllowed):
            perform("thing.edit", actor=actor, obj=thing, changes={"title": "Cái cày"})
        with pytest.raises(NotAllowed):
            create("thing.add", actor=actor, obj=Thing(locality=thing.locality, title="Cái liềm"))
    assert stored() == before


def test_a_nested_move_is_decided_and_journalled_for_its_own_actor(
    an: Actor, binh: Actor, make_thing: Callable[..., Thing]
) -> None:
    thing = make_thing()
    with deed(an):
        perform("thing.close", actor=binh, obj=thing)
    assert last_facts()["actor"] == binh.key
    with pytest.raises(NotAllowed), deed(binh):
        perform("thing.close", actor=an, obj=make_thing())


def test_a_move_from_the_wrong_state_is_refused_with_its_reason(
    an: Actor, binh: Actor, make_thing: Callable[..., Thing]
) -> None:
    thing = perform("thing.close", actor=binh, obj=make_thing())
    with pytest.raises(Refused) as refused:
        perform("thing.edit", actor=an, obj=thing, changes={"title": "Cái cày"})
    assert str(refused.value) == (
        "Việc “Sửa” không thực hiện được khi hồ sơ đang ở trạng thái “đã đóng”; "
        "xin tải lại trang để xem việc làm được lúc này."
    )
    with pytest.raises(Refused):
        create("thing.add", actor=an, obj=thing)
    assert codes() == ["thing.add", "thing.close"]


def test_an_unknown_move_is_a_programming_error(an: Actor, make_thing: Callable[..., Thing]) -> None:
    with pytest.raises(KeyError):
        perform("thing.fly", actor=an, obj=make_thing())


def test_a_guard_refuses_or_lets_through(
    an: Actor, make_thing: Callable[..., Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    thing = make_thing()

    def not_cheap(actor: Actor, obj: Any, changes: Any) -> Refused | None:
        return Refused("thing.cheap", "Giá phải trên %(least)s.", least=10) if changes.get("amount", 99) < 10 else None

    monkeypatch.setitem(machines._guards, "thing.edit", ())
    machines.add_guard("thing.edit", not_cheap)
    with pytest.raises(Refused, match=r"Giá phải trên 10\."):
        perform("thing.edit", actor=an, obj=thing, changes={"amount": 5})
    assert perform("thing.edit", actor=an, obj=thing, changes={"amount": 50}).amount == 50
    with pytest.raises(ValueError, match="no such move"):
        machines.add_guard("thing.fly", not_cheap)


def test_of_two_copies_the_second_loses(an: Actor, locality: Locality, make_thing: Callable[..., Thing]) -> None:
    mine = make_thing()
    yours = Thing.objects.of(locality).get(pk=mine.pk)
    perform("thing.edit", actor=an, obj=mine, changes={"title": "Cái cày"})
    before = stored()
    with pytest.raises(Conflict):
        perform("thing.edit", actor=an, obj=yours, changes={"title": "Cái liềm"})
    assert stored() == before
    assert (yours.title, yours.version) == ("Cái cuốc", 1)


def test_perform_many_is_all_or_none(an: Actor, locality: Locality, make_thing: Callable[..., Thing]) -> None:
    things = [make_thing(title) for title in ("Cái cuốc", "Cái liềm", "Cái sàng")]
    stale = Thing.objects.of(locality).get(pk=things[2].pk)
    perform("thing.edit", actor=an, obj=things[2], changes={"amount": 1})
    before = stored()
    with pytest.raises(Conflict):
        perform_many("thing.edit", actor=an, objs=[*things[:2], stale], changes={"amount": 2})
    assert stored() == before
    done = perform_many("thing.edit", actor=an, objs=things, changes={"amount": 3})
    assert [(thing.amount, thing.version) for thing in done] == [(3, 2), (3, 2), (3, 3)]
    assert codes()[-3:] == ["thing.edit"] * 3


def test_an_instruction_stands_for_the_heads_own_click(
    an: Actor, chi: Actor, said: Instruction, make_thing: Callable[..., Thing]
) -> None:
    thing = make_thing(unit_id=CHIS_UNIT.id)
    with pytest.raises(NotAllowed):
        perform("thing.close", actor=an, obj=thing)
    with pytest.raises(NotAllowed):
        perform("thing.close", actor=chi, obj=thing, instruction=said)
    with pytest.raises(Refused, match="phải do người có thẩm quyền tự thực hiện"):
        perform("thing.edit", actor=an, obj=thing, instruction=said)
    perform("thing.close", actor=an, obj=thing, instruction=said)
    assert last_facts()["facts"] == {"state": "closed", "instruction": said.public_id}


def test_a_note_journals_without_changing_anything(an: Actor, chi: Actor, make_thing: Callable[..., Thing]) -> None:
    thing = make_thing()
    door.note("thing.look", actor=an, obj=thing, facts={"reason": "in danh sách"})
    assert (last_facts()["code"], last_facts()["facts"]) == ("thing.look", {"reason": "in danh sách"})
    with pytest.raises(NotAllowed):
        door.note("thing.look", actor=chi, obj=thing, facts={})
    thing.refresh_from_db()
    assert (thing.version, codes(), verify_all()) == (1, ["thing.add", "thing.look"], [])


def test_buttons_are_the_moves_with_their_reasons(
    an: Actor, binh: Actor, dung: Actor, make_thing: Callable[..., Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    thing = make_thing()
    why_not = Refused("thing.worn", "Còn thiếu %(n)s dòng.", n=2)
    monkeypatch.setitem(machines._guards, "thing.edit", (lambda actor, obj, changes: why_not,))
    assert moves_for(an, thing) == [
        Move("thing.edit", "Sửa", allowed=False, reason="Còn thiếu 2 dòng."),
        Move("thing.close", "Đóng", allowed=True, by_instruction=True, irreversible=True),
        Move("thing.look", "Xem", allowed=True),
    ]
    assert [move.code for move in moves_for(binh, thing)] == ["thing.close", "thing.look"]
    assert moves_for(dung, thing) == []


def test_machines_are_installed_once_per_table_and_code() -> None:
    with pytest.raises(ValueError, match="has a machine already"):
        machines.install_machine(Thing, machines.machine_of(Thing()))
    with pytest.raises(ValueError, match="codes are used twice"):
        machines.install_machine(Locality, machines.machine_of(Thing()))
    with pytest.raises(LookupError):
        machines.machine_of(Locality())


def test_many_rows_created_at_once_have_an_entry_and_words_each(an: Actor, locality: Locality) -> None:
    new = [Thing(locality=locality, title=title, note="Mới đan.") for title in ("Cái nong", "Cái nia")]
    create_many("thing.add", actor=an, objs=new)
    assert codes() == ["thing.add", "thing.add"]
    assert [obj.pk for obj in new] == list(Thing.objects.of(locality).order_by("pk").values_list("pk", flat=True))
    words = Wording.objects.of(locality).order_by("pk").values_list("subject_id", "words")
    assert [(row, said) for row, said in words] == [(obj.public_id, {"note": "Mới đan."}) for obj in new]
    assert verify_all() == []


def test_many_rows_are_created_all_or_none(chi: Actor, an: Actor, locality: Locality) -> None:
    new = [Thing(locality=locality, title="Cái nong"), Thing(locality=locality, title="Cái nia")]
    with pytest.raises(NotAllowed):
        create_many("thing.add", actor=Actor.public(locality), objs=new)
    assert (Thing.objects.of(locality).count(), codes()) == (0, [])
    create_many("thing.add", actor=an, objs=[])
    assert codes() == []
