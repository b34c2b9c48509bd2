"""Who leads a hamlet brings answers: reads them aloud, ticks, and notes what people say."""

import pytest
from django.test import Client

from nghedan.domain.followup.models import Delivery, Verdict
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services.raising import also_raises
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from tests.domain.followup.letters.conftest import Heard
from tests.interfaces.console.reading import CONSOLE, form_key, words_of

pytestmark = pytest.mark.django_db
PAGE = f"{CONSOLE}hamlet/letters/"


@pytest.fixture
def own(an: Actor, thu: Actor, heard: Heard, promised: Matter) -> Opinion:
    """What Thu handed in, to be answered through her."""
    row = heard("Cống nhà tôi cũng tắc", by=thu, reply_way=ReplyWay.HAMLET)
    also_raises(actor=an, opinion=row, matter=promised)
    return row


def test_an_answer_is_read_aloud_ticked_and_said_to_be_solved(
    phone: Client, own: Opinion, promised: Matter, sent: OfficialPaper
) -> None:
    page = words_of(phone.get(PAGE))
    assert ("cống bị lấp một nửa" in page, "Chưa có vốn làm mới" in page, "mưa là ngập nhà tôi" in page) == (True, False, False)  # fmt: skip  # noqa: E501
    one = f"{PAGE}{promised.public_id}/{own.public_id}/"
    typed = {"form_key": form_key(phone, PAGE)}
    assert [phone.post(one, typed).status_code for _time in range(2)] == [302, 302]
    row = Delivery.objects.of(own.locality).get()
    assert (row.way, row.told_by, row.opinion_id) == ("handed", "Vi Văn Thu", own.pk)
    assert phone.post(f"{one}say/", {"form_key": form_key(phone, f"{one}say/"), "verdict": "solved"}).status_code == 302
    assert (Verdict.objects.of(own.locality).get().way, phone.get(PAGE).context["rows"]) == ("hamlet", [])


def test_what_others_handed_in_is_not_hers(
    phone: Client, own: Opinion, opinion: Opinion, promised: Matter, sent: OfficialPaper, clerk: Client
) -> None:
    foreign = f"{PAGE}{promised.public_id}/{opinion.public_id}/"
    assert [phone.post(foreign).status_code, phone.get(f"{foreign}say/").status_code] == [404, 404]
    assert clerk.get(PAGE).status_code == 404
