import pytest

from nghedan.kernel.terms import Term
from nghedan.kernel.workflow import Machine, Transition


class Paper(Term):
    DRAFT = "draft", "Dự thảo"
    SUBMITTED = "submitted", "Đã trình ký"
    ISSUED = "issued", "Đã ban hành"


CREATE = Transition("paper.create", "Soạn", (None,), Paper.DRAFT)
EDIT = Transition("paper.edit", "Sửa", (Paper.DRAFT,), None)
SUBMIT = Transition("paper.submit", "Trình ký", (Paper.DRAFT,), Paper.SUBMITTED)
RETURN = Transition("paper.return", "Trả lại", (Paper.SUBMITTED,), Paper.DRAFT)
ISSUE = Transition("paper.issue", "Ban hành", (Paper.SUBMITTED,), Paper.ISSUED, instructable=True, irreversible=True)
TABLE = (CREATE, EDIT, SUBMIT, RETURN, ISSUE)


def paper(*moves: Transition) -> Machine:
    return Machine("paper", Paper, moves)


def test_machine_answers_from_its_table():
    machine = paper(*TABLE)
    assert machine.subject == "paper"
    assert machine.states is Paper
    assert machine.transitions == TABLE
    assert machine.initial is Paper.DRAFT
    assert machine.transition("paper.issue") is ISSUE


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (None, (CREATE,)),
        (Paper.DRAFT, (EDIT, SUBMIT)),
        ("draft", (EDIT, SUBMIT)),
        (Paper.SUBMITTED, (RETURN, ISSUE)),
        (Paper.ISSUED, ()),
    ],
)
def test_moves_from_a_state(state, moves):
    assert paper(*TABLE).moves_from(state) == moves


def test_first_creation_of_the_table_gives_the_initial_state():
    adopt = Transition("paper.adopt", "Nhập văn bản đã ban hành", (None,), Paper.ISSUED)
    assert paper(*TABLE, adopt).initial is Paper.DRAFT
    assert paper(adopt, *TABLE).initial is Paper.ISSUED


def test_unknown_code_and_state_are_errors():
    with pytest.raises(KeyError, match=r"paper\.burn"):
        paper(*TABLE).transition("paper.burn")
    with pytest.raises(ValueError, match="unknown state 'burnt'"):
        paper(*TABLE).moves_from("burnt")


@pytest.mark.parametrize(
    ("moves", "message"),
    [
        ((*TABLE, EDIT), "'paper.edit' is registered twice"),
        ((*TABLE, Transition("plan.edit", "Sửa", (Paper.DRAFT,), None)), "must begin with 'paper'"),
        ((*TABLE, Transition("paper.burn", "Hủy", (), Paper.ISSUED)), "no source"),
        ((*TABLE, Transition("paper.burn", "Hủy", (Paper.DRAFT, "draft"), None)), "listed twice"),
        ((*TABLE, Transition("paper.burn", "Hủy", (Paper.DRAFT,), "burnt")), r"unknown states \['burnt'\]"),
        ((*TABLE, Transition("paper.burn", "Hủy", ("burnt",), None)), r"unknown states \['burnt'\]"),
        ((*TABLE, Transition("paper.copy", "Sao", (None, Paper.DRAFT), Paper.DRAFT)), "no other source"),
        ((*TABLE, Transition("paper.copy", "Sao", (None,), None)), "must name the first state"),
        ((EDIT, SUBMIT, RETURN, ISSUE), "no move creates"),
        ((CREATE, EDIT, SUBMIT, RETURN), r"no move leads to \['issued'\]"),
        ((CREATE, EDIT, RETURN, ISSUE), r"no move leads to \['issued', 'submitted'\]"),
    ],
)
def test_faulty_table_is_refused_when_built(moves, message):
    with pytest.raises(ValueError, match=message):
        paper(*moves)
