"""A commitment from being given to being closed: who does what, with what evidence, back again with a reason."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from nghedan.domain.followup.models import Commitment, Progress
from nghedan.domain.followup.queries.commitments import commitments_of, commitments_visible_to
from nghedan.domain.followup.services.extending import ExtensionDraft, ask_extension
from nghedan.domain.followup.services.working import (
    ProgressDraft,
    close_commitment,
    confirm_commitment,
    reopen_commitment,
    report_progress,
    return_commitment,
    waive_commitment,
)
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.attachments.formats import ALL
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import paper, people
from tests.support.aftermath import Held

pytestmark = pytest.mark.django_db
DONE = ProgressDraft("Đã sửa xong 200 m đường.", is_final=True)


@pytest.fixture
def elsewhere(locality: Locality, committee: Body) -> Actor:
    """An officer of another unit."""
    unit = Unit(locality=locality, kind="office", name="Văn phòng", body=committee, state="current")
    unit.save()
    return people.staff("yen", "Mã Thị Yến", locality, "officer", Scope(UNIT, unit.pk))


def show(actor: Actor, progress: Progress) -> None:
    attach(
        actor=actor,
        subject=progress,
        upload=ContentFile(paper.as_jpeg(paper.blank()), name="anh.jpg"),
        kind="evidence",
        formats=ALL,
    )


def test_from_given_to_closed(economist: Actor, an: Actor, commitment: Commitment, frozen_today: date) -> None:
    report_progress(actor=economist, commitment=commitment, draft=ProgressDraft("Đang tập kết vật liệu."))
    assert commitment.state == "in_progress"
    show(economist, report_progress(actor=economist, commitment=commitment, draft=DONE))
    assert (commitment.state, commitment.reported_on) == ("reported", frozen_today)
    confirm_commitment(actor=an, commitment=commitment)
    close_commitment(actor=an, commitment=commitment)
    assert (commitment.state, commitment.closed_on) == ("closed", frozen_today)


def test_nothing_is_closed_without_evidence_or_a_reason(an: Actor, economist: Actor, commitment: Commitment) -> None:
    report_progress(actor=economist, commitment=commitment, draft=DONE)
    confirm_commitment(actor=an, commitment=commitment)
    with pytest.raises(Refused) as refused:
        close_commitment(actor=an, commitment=commitment)
    assert refused.value.code == "commitment.no_evidence"
    close_commitment(actor=an, commitment=commitment, reason="Đã kiểm tra tại chỗ ngày 9/3")
    assert commitment.state == "closed"


def test_a_report_is_sent_back_with_what_is_missing(an: Actor, economist: Actor, commitment: Commitment) -> None:
    report_progress(actor=economist, commitment=commitment, draft=DONE)
    with pytest.raises(Invalid):
        return_commitment(actor=an, commitment=commitment, reason=" ")
    return_commitment(actor=an, commitment=commitment, reason="Chưa có ảnh nghiệm thu")
    assert (commitment.state, commitment.reported_on) == ("in_progress", None)


def test_the_same_report_sent_twice_is_one(economist: Actor, commitment: Commitment) -> None:
    for _time in range(2):
        report_progress(actor=economist, commitment=commitment, draft=DONE, key="phieu-1")
    assert commitment.progress.count() == 1


def test_a_confirmed_one_takes_no_more_reports_until_it_is_reopened(
    an: Actor, binh: Actor, economist: Actor, commitment: Commitment
) -> None:
    report_progress(actor=economist, commitment=commitment, draft=DONE)
    confirm_commitment(actor=an, commitment=commitment)
    with pytest.raises(Refused):
        report_progress(actor=economist, commitment=commitment, draft=DONE)
    reopen_commitment(actor=binh, commitment=commitment, reason="Đường lại hỏng", due_on=date(2026, 4, 1))
    assert (commitment.state, commitment.due_on, commitment.first_due_on) == (
        "in_progress", date(2026, 4, 1), date(2026, 3, 20),
    )  # fmt: skip
    with pytest.raises(Invalid):
        reopen_commitment(actor=binh, commitment=commitment, reason="Lại hỏng", due_on=date(2026, 3, 1))


def test_only_the_head_gives_a_commitment_up_and_with_a_reason(an: Actor, binh: Actor, commitment: Commitment) -> None:
    with pytest.raises(NotAllowed):
        waive_commitment(actor=an, commitment=commitment, reason="Trùng dự án của tỉnh")
    waive_commitment(actor=binh, commitment=commitment, reason="Trùng dự án của tỉnh")
    assert (commitment.state, commitment.reason) == ("closed", "Trùng dự án của tỉnh")


def test_an_officer_sees_and_moves_only_what_is_the_own_units(
    economist: Actor, elsewhere: Actor, giang: Actor, an: Actor, committed: list[Commitment]
) -> None:
    seen = [commitments_visible_to(actor).count() for actor in (an, economist, elsewhere, giang)]
    assert seen == [3, 3, 0, 0]
    for actor in (elsewhere, giang):
        with pytest.raises(NotAllowed):
            report_progress(actor=actor, commitment=committed[0], draft=DONE)
    with pytest.raises(NotAllowed):
        confirm_commitment(actor=economist, commitment=committed[0])
    later = ExtensionDraft(date(2026, 4, 1), "Mưa")
    with pytest.raises(NotAllowed):
        ask_extension(actor=elsewhere, commitment=committed[0], draft=later)


def test_what_becomes_restricted_leaves_and_what_is_about_officials_stays_with_its_readers(
    an: Actor, economist: Actor, held: Held, committed: list[Commitment]
) -> None:
    matters = Matter.objects.of(held.dialogue.locality)
    matters.filter(pk=held.road.pk).update(level="restricted")
    matters.filter(pk=held.bridge.pk).update(level="conduct")
    assert [row.matter_id for row in commitments_visible_to(an).order_by("pk")] == [held.bridge.pk, held.market.pk]
    assert [row.matter_id for row in commitments_visible_to(economist)] == [held.market.pk]


def test_what_was_ordered_about_a_matter_is_found_from_it(held: Held, committed: list[Commitment]) -> None:
    assert list(commitments_of(held.bridge)) == [committed[1]]
    assert list(commitments_of(held.paper)) == []
