"""What hangs on a denunciation goes with it: words it lent, lines keyed by mistake, a second picture, a reminder."""

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services.petitions import give_back
from nghedan.domain.opinions.models import Opinion, Sheet
from nghedan.domain.opinions.queries import sheets_visible_to
from nghedan.domain.opinions.terms import Level, OpinionState
from tests.security.crawl import ask, keys_in
from tests.security.place import ORDINARY, Place
from tests.security.story import be_set_apart

READINESS = "/console/suoi-lanh/matters/readiness/?dialogue=all"


def test_a_shared_matter_goes_on_in_the_words_of_others(busy: Place) -> None:
    shared = Matter.objects.of(busy.locality).get(pk=busy.matters["qsh"].pk)
    assert keys_in(f"{shared.title} {shared.text}".encode()) == {"qsh"}
    be_set_apart(busy)
    left = Matter.objects.of(busy.locality).get(pk=shared.pk)
    assert (left.level, left.text) == (Level.ORDINARY, "")
    assert busy.fresh(ORDINARY).text.startswith(left.title)


def test_lines_keyed_by_mistake_and_second_pictures_go_along_and_come_back(busy: Place) -> None:
    mistaken = Opinion.objects.of(busy.locality).get(state=OpinionState.VOID)
    clerk, head = busy.actors["clerk"], busy.actors["head"]
    slip = busy.fresh("qof").slip_id
    of_slip = Sheet.objects.of(busy.locality).filter(slip=slip)
    assert (of_slip.count(), sheets_visible_to(clerk).filter(slip=slip).count()) == (2, 2)
    be_set_apart(busy)
    assert Opinion.objects.of(busy.locality).get(pk=mistaken.pk).level == Level.RESTRICTED
    assert sheets_visible_to(clerk).filter(slip=slip).count() == 0
    opinion = Opinion.objects.of(busy.locality).get(pk=busy.opinions["qof"].pk)
    give_back(actor=head, opinion=opinion)
    assert Opinion.objects.of(busy.locality).get(pk=mistaken.pk).level == Level.ORDINARY
    assert sheets_visible_to(clerk).filter(slip=slip).count() == 2


def test_a_reminder_names_only_what_may_still_be_seen_and_officials_by_number(busy: Place) -> None:
    clerk = busy.client("clerk")
    before = ask(clerk, READINESS)
    assert "qch" not in keys_in(b"\n".join(row.words.encode() for row in clerk.get(READINESS).context["rows"]))
    be_set_apart(busy)
    after = ask(clerk, READINESS)
    assert (before.keys & {"qce", "qhh"}, after.keys & {"qce", "qhh"}) == ({"qce", "qhh"}, set())
