import copy
import pickle

import pytest

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class Colour(Term):
    RED = "red", _("đỏ"), _("Quá hạn.")
    GREEN = "green", _("xanh")


def test_member_is_its_stored_value_and_carries_vietnamese():
    assert Colour.RED == "red"
    assert str(Colour.RED) == "red"
    assert f"{Colour.RED}" == "red"
    assert (Colour.RED.label, Colour.RED.help) == ("đỏ", "Quá hạn.")
    assert Colour.GREEN.help == ""


def test_member_is_found_by_its_value_and_survives_copies():
    assert Colour("green") is Colour.GREEN
    assert copy.deepcopy(Colour.GREEN) is Colour.GREEN
    assert pickle.loads(pickle.dumps(Colour.GREEN)) is Colour.GREEN
    with pytest.raises(ValueError, match="blue"):
        Colour("blue")


def test_choices_keep_the_order_of_declaration():
    assert Colour.choices() == [("red", "đỏ"), ("green", "xanh")]


def test_marker_returns_the_text_unchanged():
    assert _("Dự thảo") == "Dự thảo"
