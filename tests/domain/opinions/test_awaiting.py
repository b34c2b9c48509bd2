"""Reports awaited: asked for, received with their file, awaited again, no longer needed."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import AwaitedReport
from nghedan.domain.opinions.queries import awaited_visible_to
from nghedan.domain.opinions.services import awaiting
from nghedan.domain.opinions.services.awaiting import Sender
from nghedan.domain.opinions.terms import AwaitedState
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.foundation.attachments import files
from tests.interfaces.console.conftest import dated, dialogue  # noqa: F401  (fixtures)

DUE = date(2026, 9, 4)


@pytest.fixture
def reports(an: Actor, dated: Dialogue, economy: Unit) -> list[AwaitedReport]:  # noqa: F811
    senders = [Sender(economy.name, economy), Sender("Hội Cựu chiến binh xã")]
    return awaiting.await_reports(actor=an, dialogue=dated, senders=senders, subject="Tổng hợp ý kiến", due_on=DUE)


def test_the_usual_day_is_the_cut_off_of_the_dialogue(dated: Dialogue, dialogue: Dialogue) -> None:  # noqa: F811
    assert awaiting.usual_day(dated) == DUE


def test_each_sender_owes_a_report_and_a_form_sent_twice_asks_once(
    an: Actor, dated: Dialogue, reports: list[AwaitedReport]  # noqa: F811
) -> None:
    assert [(one.sender, one.unit_id is None, one.due_on, one.state) for one in reports] == [
        ("Phòng Kinh tế", False, DUE, "awaited"), ("Hội Cựu chiến binh xã", True, DUE, "awaited"),
    ]  # fmt: skip
    senders = [Sender("UBND xã"), Sender("Đảng ủy xã")]
    asked = [
        awaiting.await_reports(actor=an, dialogue=dated, senders=senders, subject="x", due_on=None, key="k")
        for _again in "ab"
    ]
    assert [one.pk for one in asked[0]] == [one.pk for one in asked[1]]


def test_a_report_comes_with_number_and_file_and_may_be_awaited_again(an: Actor, reports: list[AwaitedReport]) -> None:
    report = reports[1]
    awaiting.receive_report(
        actor=an, report=report, received_on=date(2026, 3, 9), document_number="12/BC-HCCB",
        upload=ContentFile(files.pdf(), name="bao-cao.pdf"),
    )  # fmt: skip
    assert (report.state, report.document_number, attachments_of(report).count()) == ("received", "12/BC-HCCB", 1)
    awaiting.reopen_report(actor=an, report=report)
    assert (report.state, report.received_on, report.document_number, attachments_of(report).count()) == ("awaited", None, "", 0)  # fmt: skip  # noqa: E501
    awaiting.waive_report(actor=an, report=report)
    with pytest.raises(Refused):
        awaiting.receive_report(actor=an, report=report, received_on=date(2026, 3, 9))


@pytest.mark.usefixtures("frozen_today")
def test_what_is_wrong_is_told_and_nothing_changes(an: Actor, dated: Dialogue, reports: list[AwaitedReport]) -> None:  # noqa: F811
    with pytest.raises(Invalid):
        awaiting.receive_report(actor=an, report=reports[0], received_on=date(2026, 3, 11))
    with pytest.raises(Invalid):
        upload = ContentFile(b"\x00\x01", name="a.exe")
        awaiting.receive_report(actor=an, report=reports[0], received_on=date(2026, 3, 9), upload=upload)
    for senders, subject in (([], "x"), ([Sender("Hội Nông dân")], " ")):
        with pytest.raises(Invalid):
            awaiting.await_reports(actor=an, dialogue=dated, senders=senders, subject=subject, due_on=None)
    found = AwaitedReport.objects.of(dated.locality).get(pk=reports[0].pk)
    assert (found.state, found.version) == (AwaitedState.AWAITED, reports[0].version)


def test_a_unit_sees_what_it_owes_and_changes_nothing(
    economist: Actor, giang: Actor, party_clerk: Actor, reports: list[AwaitedReport]
) -> None:
    seen = [list(awaited_visible_to(one)) for one in (economist, giang, party_clerk)]
    assert seen == [[reports[0]], [], []]
    with pytest.raises(NotAllowed):
        awaiting.waive_report(actor=economist, report=reports[0])
