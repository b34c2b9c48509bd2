"""Officers, their posts, and the roles that come with a post."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from nghedan.domain.organisations.models import Body, Hamlet, Officer, Post
from nghedan.domain.organisations.queries import head_of, officers_by_name, posts_on, signature_form
from nghedan.domain.organisations.rules.signatures import SignatureForm
from nghedan.domain.organisations.services.bodies import add_body, edit_body, end_body
from nghedan.domain.organisations.services.officers import (
    add_officer,
    appoint,
    edit_officer,
    edit_post,
    end_officer,
    relieve,
)
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.journal.models import JournalEntry, Wording
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

TODAY = date(2026, 3, 10)
TOMORROW = TODAY + timedelta(days=1)
InPost = Callable[..., Officer]
pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.fixture
def account(locality: Locality) -> User:
    holder = people.user("lua", "Lò Thị Lúa")
    people.grant(holder, locality, "observer")
    return holder


def test_personal_data_stays_out_of_the_journal(ha: Actor, locality: Locality) -> None:
    officer = add_officer(actor=ha, officer=Officer(locality=locality, full_name="Lò Thị Lúa", phone="0912345678"))
    edit_officer(actor=ha, officer=officer, changes={"phone": "0987654321"})
    bodies = "".join(JournalEntry.objects.values_list("body", flat=True))
    assert [text in bodies for text in ("Lò Thị Lúa", "0912345678", "0987654321")] == [False] * 3
    words = Wording.objects.of(locality).get(subject_id=officer.public_id, subject_version=2).words
    assert words == {"phone": "0987654321"}


def test_officers_sort_by_given_name(ha: Actor, locality: Locality) -> None:
    for name in ("Trần Văn Tư", "Lê Thị Ánh", "Nguyễn Văn Bảo"):
        add_officer(actor=ha, officer=Officer(locality=locality, full_name=name))
    assert [row.full_name for row in officers_by_name(locality)] == ["Lê Thị Ánh", "Nguyễn Văn Bảo", "Trần Văn Tư"]


def test_head_and_deputy_get_their_usual_titles(
    locality: Locality, chairman: Officer, deputy: Officer, in_post: InPost, make_hamlet: Callable[..., Hamlet]
) -> None:
    in_post("Nông Văn Bảo", hamlet=make_hamlet("Lũng Mây"), is_head=True)
    assert [post.title for post in posts_on(locality, TODAY)] == [
        "Chủ tịch Ủy ban nhân dân xã",
        "Phó Chủ tịch Ủy ban nhân dân xã",
        "Trưởng thôn",
    ]


def test_a_plain_post_needs_a_title(in_post: InPost, committee: Body) -> None:
    with pytest.raises(Invalid) as refused:
        in_post("Lò Thị Lúa", body=committee)
    assert refused.value.field == "title"


def test_one_head_at_a_time(ha: Actor, locality: Locality, chairman: Officer, in_post: InPost, committee: Body) -> None:
    with pytest.raises(Refused) as refused:
        in_post("Lê Văn Mới", body=committee, is_head=True, valid_from=TOMORROW)
    assert str(refused.value) == (
        "Ủy ban nhân dân xã Suối Lành đã có người đứng đầu là Trần Văn Bình trong cùng thời gian; "
        "xin ghi thôi giữ chức vụ trước."
    )
    relieve(actor=ha, post=chairman.posts.of(locality).get(), last_day=TODAY)
    successor = in_post("Lê Văn Mới", body=committee, is_head=True, valid_from=TOMORROW)
    assert [head_of(committee, day) for day in (TODAY, TOMORROW)] == [chairman, successor]


def test_a_role_comes_and_goes_with_the_post(
    ha: Actor, locality: Locality, in_post: InPost, account: User, make_hamlet: Callable[..., Hamlet]
) -> None:
    hamlet = make_hamlet("Lũng Mây")
    head = in_post("Lò Thị Lúa", user=account, hamlet=hamlet, is_head=True, roles=("hamlet_head",))

    def reached(day: date) -> list[Scope]:
        return [grant.scope for grant in actor_of(account, locality, day).grants if grant.role == "hamlet_head"]

    assert reached(TODAY) == [hamlet.scope]
    relieve(actor=ha, post=head.posts.of(locality).get(), last_day=TODAY + timedelta(days=5))
    assert [reached(TODAY + timedelta(days=n)) for n in (0, 5, 6)] == [[hamlet.scope], [hamlet.scope], []]


def test_a_post_that_ended_yesterday_takes_its_role_away_now(
    ha: Actor, locality: Locality, in_post: InPost, account: User, make_hamlet: Callable[..., Hamlet]
) -> None:
    head = in_post("Lò Thị Lúa", user=account, hamlet=make_hamlet("Lũng Mây"), is_head=True, roles=("hamlet_head",))
    relieve(actor=ha, post=head.posts.of(locality).get(), last_day=TODAY - timedelta(days=1))
    assert actor_of(account, locality, TODAY).roles == frozenset({"observer"})


def test_a_role_needs_an_account_and_somebody_who_may_give_it(
    an: Actor, locality: Locality, in_post: InPost, account: User, make_hamlet: Callable[..., Hamlet]
) -> None:
    hamlet = make_hamlet("Lũng Mây")
    with pytest.raises(Invalid) as refused:
        in_post("Nông Văn Bảo", hamlet=hamlet, is_head=True, roles=("hamlet_head",))
    assert str(refused.value) == "Nông Văn Bảo chưa có tài khoản nên chưa giao được vai trò; xin mở tài khoản trước."
    with_account = Officer(locality=locality, full_name="Lò Thị Lúa", user=account, state="current")
    with_account.save()
    with pytest.raises(NotAllowed):
        appoint(
            actor=an, post=Post(locality=locality, officer=with_account, hamlet=hamlet, is_head=True), roles=("head",)
        )
    assert posts_on(locality, TODAY) == []


def test_an_account_belongs_to_one_officer(ha: Actor, locality: Locality, account: User, in_post: InPost) -> None:
    add_officer(actor=ha, officer=Officer(locality=locality, full_name="Lò Thị Lúa", user=account))
    with pytest.raises(Refused) as refused:
        add_officer(actor=ha, officer=Officer(locality=locality, full_name="Lò Văn Khác", user=account))
    assert str(refused.value) == "Tài khoản này đã gắn với Lò Thị Lúa; xin chọn tài khoản khác."


def test_who_leaves_leaves_every_post(ha: Actor, locality: Locality, deputy: Officer) -> None:
    end_officer(actor=ha, officer=deputy, last_day=TODAY)
    assert (len(posts_on(locality, TODAY)), posts_on(locality, TOMORROW), officers_by_name(locality)) == (1, [], [])


def test_a_title_is_corrected(ha: Actor, locality: Locality, deputy: Officer) -> None:
    post = deputy.posts.of(locality).get()
    assert edit_post(actor=ha, post=post, title=" Phó Chủ tịch  Thường trực ").title == "Phó Chủ tịch Thường trực"
    with pytest.raises(Invalid):
        edit_post(actor=ha, post=post, title=" ")


def test_who_signs_how(
    ha: Actor, committee: Body, party: Body, office: object, chairman: Officer, deputy: Officer, in_post: InPost
) -> None:
    chief = in_post("Lê Văn Phòng", "Chánh Văn phòng", unit=office, is_head=True)
    vice = in_post("Vi Thị Lan", body=party, is_deputy=True)
    assert signature_form(committee, chairman, TODAY) == SignatureForm(
        ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Trần Văn Bình"
    )
    assert signature_form(committee, deputy, TODAY) == SignatureForm(
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Ngô Đăng Khoa"
    )
    assert signature_form(committee, chief, TODAY) == SignatureForm(
        ("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG", "Lê Văn Phòng"
    )
    assert signature_form(party, vice, TODAY) == SignatureForm(("T/M BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ", "Vi Thị Lan")


def test_who_holds_no_post_does_not_sign(ha: Actor, committee: Body, party: Body, deputy: Officer) -> None:
    relieve(actor=ha, post=deputy.posts.of(deputy.locality).get(), last_day=TODAY)
    for body, day in ((party, TODAY), (committee, TOMORROW)):
        with pytest.raises(Refused) as refused:
            signature_form(body, deputy, day)
        assert refused.value.code == "signature.no_post"


def test_a_locality_has_one_body_of_a_kind_at_a_time(ha: Actor, locality: Locality, committee: Body) -> None:
    def another(valid_from: date | None) -> Body:
        return Body(
            locality=locality, kind=committee.kind, name="Ủy ban nhân dân xã Mới", head_post="Chủ tịch",
            deputy_post="Phó Chủ tịch", signature_authority="TM. ỦY BAN NHÂN DÂN", document_code="UBND",
            valid_from=valid_from,
        )  # fmt: skip

    with pytest.raises(Refused) as refused:
        add_body(actor=ha, body=another(TOMORROW))
    assert refused.value.code == "body.kind_taken"
    end_body(actor=ha, body=committee, last_day=TODAY)
    assert add_body(actor=ha, body=another(TOMORROW)).pk is not None


def test_a_body_is_corrected(ha: Actor, committee: Body) -> None:
    edit_body(actor=ha, body=committee, changes={"name": " Ủy ban  nhân dân xã Suối Lành", "place_name": "Suối Lành"})
    assert (committee.name, committee.place_name) == ("Ủy ban nhân dân xã Suối Lành", "Suối Lành")
    with pytest.raises(Invalid):
        edit_body(actor=ha, body=committee, changes={"name": ""})
