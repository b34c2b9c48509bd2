"""Ways of handing in that are open to the people."""

import pytest

from nghedan.domain.opinions.queries import open_channels
from nghedan.domain.opinions.services.channels import add_channel, edit_channel, end_channel
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed


def told(locality: Locality) -> list[tuple[str, str]]:
    return [(one.origin, one.details) for one in open_channels(locality)]


def test_ways_are_opened_changed_put_in_order_and_closed(an: Actor, locality: Locality) -> None:
    box = add_channel(actor=an, locality=locality, origin=Origin.BOX, details="Hòm thư ở nhà văn hóa", position=2)
    phone = add_channel(actor=an, locality=locality, origin=Origin.PHONE, details="0206 3 812 345", position=1)
    assert told(locality) == [("phone", "0206 3 812 345"), ("box", "Hòm thư ở nhà văn hóa")]
    edit_channel(actor=an, channel=phone, changes={"details": "0206 3 812 999", "position": 3})
    end_channel(actor=an, channel=box)
    assert told(locality) == [("phone", "0206 3 812 999")]
    add_channel(actor=an, locality=locality, origin=Origin.BOX, details="Hòm thư ở cổng UBND xã")
    assert [origin for origin, _details in told(locality)] == ["box", "phone"]


def test_a_way_is_open_once_and_says_how(an: Actor, locality: Locality) -> None:
    add_channel(actor=an, locality=locality, origin=Origin.BOX, details="Ở cổng")
    with pytest.raises(Invalid) as twice:
        add_channel(actor=an, locality=locality, origin=Origin.BOX, details="Ở chợ")
    with pytest.raises(Invalid) as nothing:
        add_channel(actor=an, locality=locality, origin=Origin.PHONE, details=" \n")
    assert (twice.value.field, nothing.value.field, told(locality)) == ("origin", "details", [("box", "Ở cổng")])


def test_neither_head_nor_officer_opens_ways(binh: Actor, chi: Actor, locality: Locality) -> None:
    for actor in (binh, chi):
        with pytest.raises(NotAllowed):
            add_channel(actor=actor, locality=locality, origin=Origin.BOX, details="Ở cổng")
