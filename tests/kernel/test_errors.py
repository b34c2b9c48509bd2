import pytest

from nghedan.kernel.errors import Conflict, DomainError, Invalid, NotAllowed, Refused


def test_error_keeps_source_text_and_params_apart():
    error = Refused("plan.sign", "Chưa ký được: %(count)s nội dung chưa có đơn vị chủ trì.", count=2)
    assert error.code == "plan.sign"
    assert error.message == "Chưa ký được: %(count)s nội dung chưa có đơn vị chủ trì."
    assert error.params == {"count": 2}
    assert str(error) == "Chưa ký được: 2 nội dung chưa có đơn vị chủ trì."


def test_percent_sign_needs_no_care_without_params():
    assert str(Refused("dialogue.call", "Chưa đủ 10 % cử tri.")) == "Chưa đủ 10 % cử tri."


def test_percent_sign_is_doubled_beside_params():
    assert str(Refused("dialogue.call", "Mới %(share)s/10 %% cử tri.", share=8)) == "Mới 8/10 % cử tri."


def test_params_may_be_called_code_and_message():
    assert str(Refused("x.y", "%(code)s: %(message)s", code="A", message="B")) == "A: B"


def test_invalid_names_the_field_at_fault():
    assert Invalid("plan.year", "Năm không đúng.", field="year").field == "year"
    assert Invalid("plan.year", "Năm không đúng.").field is None
    assert Invalid("plan.year", "Năm không đúng.", field="year").params == {}


@pytest.mark.parametrize("kind", [Invalid, NotAllowed, Refused, Conflict])
def test_every_kind_is_a_domain_error(kind):
    with pytest.raises(DomainError, match="Không được"):
        raise kind("x.y", "Không được.")
