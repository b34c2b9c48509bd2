"""What happens in the place: everything comes in as ordinary opinions, is worked on, and only then set apart."""

from django.test import Client

from nghedan.domain.matters.models import Answer, Petition
from nghedan.domain.matters.services.answering import approve_answer, check_answer
from nghedan.domain.matters.services.assigning import bounce_matter
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.matters.services.petitions import guide_petition, register_petition
from nghedan.domain.matters.services.raising import MatterDraft, also_raises, finish_classifying, raise_matter
from nghedan.domain.matters.services.restricting import mark_conduct
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.jobs import split_waiting_stacks
from nghedan.domain.opinions.models import Opinion, Sheet, Stack
from nghedan.domain.opinions.services import lists
from nghedan.domain.opinions.services.giving import give_opinion
from nghedan.domain.opinions.services.keeping import void_opinion
from nghedan.domain.opinions.services.keying import Keyed, key_sheet
from nghedan.domain.opinions.services.paper import Capture, capture_sheet, hand_in_stack, print_slips
from nghedan.domain.opinions.services.receiving import receive_opinion
from nghedan.domain.opinions.terms import Origin, SheetState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.formats import IMAGES
from nghedan.foundation.attachments.services import check_upload
from nghedan.foundation.db import clock
from nghedan.foundation.outbox import worker
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.keys import issue_key
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import InstructionWay
from tests.security.place import CONDUCT, DENOUNCED, ORDINARY, Place, answered, corrected, draft_of, mark, raised, said
from tests.support import paper


def come_in(place: Place) -> None:
    """Take in one opinion by every way there is: slip, portal, list, typed by hand, from the hamlet."""
    clerk, body = place.actors["clerk"], place.committee
    _from_slips(place)
    _from_portal(place, "qhd")
    for key, origin in (("qrc", Origin.PHONE), ("qdp", Origin.RECEPTION), ("qse", Origin.LETTER), ("qsh", Origin.BOX)):
        place.opinions[key] = receive_opinion(actor=clerk, body=body, draft=draft_of(place, key, origin))
    _from_phone_of_the_hamlet(place, "qhh")
    _from_list(place, "qce")
    for key in (*CONDUCT, ORDINARY):
        place.opinions[key] = receive_opinion(actor=clerk, body=body, draft=draft_of(place, key))
    for key in place.opinions:
        corrected(place, key)


def be_worked_on(place: Place) -> None:
    """Make matters of them in every state: answered, approved, bounced, grouped, shared, reminded of."""
    clerk, head = place.actors["clerk"], place.actors["head"]
    for key in (*DENOUNCED, ORDINARY):
        if key != "qsh":
            raised(place, key)
    for key in CONDUCT:
        mark_conduct(actor=clerk, opinion=place.fresh(key), named=place.named(key))
        raised(place, key, "culture")
    for key, by in (("qof", "officer"), ("qhd", "officer"), ("qco", "personnel"), (ORDINARY, "officer")):
        answered(place, key, by)
    for key in ("qof", "qco"):
        answer = Answer.objects.of(place.locality).select_related("matter").get(matter=place.matters[key])
        check_answer(actor=clerk, answer=answer)
        approves = head if key == "qof" else clerk
        approve_answer(actor=approves, answer=answer, instruction=_instructed(place, key, answer))
    bounced = place.matters["qrc"]
    bounce_matter(
        actor=place.actors["officer"], matter=bounced, proposed_unit=place.units["office"], reason=mark("qrc", "bounce")
    )
    group(actor=clerk, matter=place.matters["qdp"], into=place.matters[ORDINARY])
    _share(place)
    for key in place.matters:
        finish_classifying(actor=clerk, opinion=place.fresh(key))
    remind(place.client("clerk"))


def be_set_apart(place: Place) -> None:
    """Pass the denunciations on, as the clerk does, and let a reader write down what was done."""
    for key in DENOUNCED:
        petition = register_petition(
            actor=place.actors["clerk"], opinion=place.fresh(key), kind=MatterKind.DENUNCIATION, named=place.named(key)
        )
        reader = {"qhd": "receiver", "qse": "superior"}.get(key, "head")
        known = Petition.objects.of(place.locality).select_related("opinion").get(pk=petition.pk)
        guide_petition(actor=place.actors[reader], petition=known, note=mark(key, "note"))


def remind(client: Client) -> None:
    """Remind every unit, dialogue by dialogue or not, as the page does."""
    page = "/console/suoi-lanh/matters/readiness/"
    rows = client.get(f"{page}?dialogue=all").context["rows"]
    for row in rows:
        client.post(f"{page}remind/", {"dialogue": "all", "unit": row.unit.public_id})


def _from_slips(place: Place) -> None:
    """Scan a stack in which one slip lies twice; key the denunciation, by mistake first, then rightly."""
    clerk, body = place.actors["clerk"], place.committee
    run = print_slips(actor=clerk, body=body, dialogue=place.dialogue, hamlet=place.hamlet, count=2)
    slips = paper.scanned(run, ["Ong ay nhan tien", "Xin dien"])
    name = f"{mark('qof', 'scan')}.pdf"
    uploads = [paper.upload(paper.as_pdf([slips[0], slips[1], slips[0]]), name)]
    capture = Capture(dialogue=place.dialogue, hamlet=place.hamlet)
    stack = hand_in_stack(actor=clerk, body=body, capture=capture, uploads=uploads)
    split_waiting_stacks()
    sheet = Sheet.objects.of(place.locality).select_related("body", "dialogue", "slip").filter(stack=stack).order_by("position")[0]  # fmt: skip  # noqa: E501
    wrong = key_sheet(actor=clerk, sheet=sheet, keyed=_keyed(place, "qof"))
    void_opinion(actor=clerk, opinion=_with_sheet(wrong), reason=mark("qof", "void"))
    again = Sheet.objects.of(place.locality).select_related("body", "dialogue", "slip").get(pk=sheet.pk)
    assert again.state == SheetState.WAITING
    place.opinions["qof"] = key_sheet(actor=clerk, sheet=again, keyed=_keyed(place, "qof"))
    assert Stack.objects.of(place.locality).get().sheets.count() == 3


def _from_phone_of_the_hamlet(place: Place, key: str) -> None:
    picture = paper.upload(paper.as_jpeg(paper.blank((80, 110))), f"{mark(key, 'picture')}.jpg")
    capture = Capture(dialogue=place.dialogue, hamlet=place.hamlet, origin=Origin.HAMLET)
    sheet = capture_sheet(
        actor=place.actors["hamlet_head"], body=place.committee, capture=capture, upload=picture
    )
    place.opinions[key] = key_sheet(actor=place.actors["clerk"], sheet=sheet, keyed=_keyed(place, key))


def _with_sheet(opinion: Opinion) -> Opinion:
    return Opinion.objects.of(opinion.locality).select_related("sheet", "slip").get(pk=opinion.pk)


def _keyed(place: Place, key: str) -> Keyed:
    return Keyed(words=said(key), hamlet=place.hamlet, person=draft_of(place, key).person)


def _from_portal(place: Place, key: str) -> None:
    nobody = Actor.public(place.locality)
    photo = check_upload(paper.upload(paper.as_jpeg(paper.blank((90, 60))), f"{mark(key, 'photo')}.jpg"), IMAGES)
    draft = draft_of(place, key, Origin.PORTAL, source="")
    place.opinions[key] = give_opinion(
        actor=nobody, body=place.committee, draft=draft, key=issue_key(nobody, "give"), photo=photo
    )


def _from_list(place: Place, key: str) -> None:
    clerk = place.actors["clerk"]
    sender = draft_of(place, key).person
    table = lists.read_lines(f"Nội dung ý kiến\tHọ tên\tĐiện thoại\n{said(key)}\t{sender.name}\t{sender.phone}")
    capture = Capture(dialogue=place.dialogue, hamlet=place.hamlet, origin=Origin.UNIT)
    listed = lists.stage_list(actor=clerk, body=place.committee, capture=capture, table=table)
    lists.commit_list(actor=clerk, listed=listed)
    while worker.run_once():
        pass
    place.opinions[key] = Opinion.objects.of(place.locality).latest("pk")


def _share(place: Place) -> None:
    """Let a denunciation and an ordinary opinion raise one matter, which the first of them gave its words."""
    clerk = place.actors["clerk"]
    opinion = place.fresh("qsh")
    draft = MatterDraft(title=opinion.text, text=opinion.text, field=place.roads)
    place.matters["qsh"] = raise_matter(actor=clerk, opinion=opinion, draft=draft)
    also_raises(actor=clerk, opinion=place.fresh(ORDINARY), matter=place.matters["qsh"])


def _instructed(place: Place, key: str, answer: Answer) -> Instruction | None:
    if key == "qof":
        return None
    return record_instruction(
        actor=place.actors["clerk"], about=answer, decided_by="Trần Văn Bình", decided_at=clock.now(),
        way=InstructionWay.PHONE, content=mark(key, "order"), paper_due=True,
    )  # fmt: skip
