"""The code on a receipt: long enough, copied by hand without harm, stored as a digest only."""

from hypothesis import given
from hypothesis import strategies as st

from nghedan.domain.opinions.receipts import grouped, plain, receipt_code, receipt_digest
from nghedan.foundation.db.models import PUBLIC_ID_LETTERS

PUBLIC_IDS = st.text(PUBLIC_ID_LETTERS, min_size=12, max_size=12)


@given(PUBLIC_IDS)
def test_a_code_has_thirteen_letters_nobody_mistakes(public_id: str) -> None:
    code = receipt_code(public_id)
    assert [len(group) for group in code.split("-")] == [4, 4, 5]
    assert set(plain(code)) <= set(PUBLIC_ID_LETTERS)
    assert 30**13 > 2**60


@given(PUBLIC_IDS, st.sampled_from(["{}", " {} ", "{}\n"]), st.booleans())
def test_a_code_is_found_however_it_is_typed(public_id: str, around: str, shouted: bool) -> None:
    code = receipt_code(public_id)
    typed = around.format(code.replace("-", " ") if shouted else plain(code))
    assert receipt_digest(typed.upper() if shouted else typed) == receipt_digest(code) != ""


def test_what_cannot_be_a_code_has_no_digest() -> None:
    assert [receipt_digest(typed) for typed in ("", "abc", grouped("k3f79qztmn2p") + "2222")] == ["", "", ""]


def test_the_digest_does_not_tell_the_code() -> None:
    code = receipt_code("23456789abcd")
    assert plain(code) not in receipt_digest(code)
    assert receipt_code("23456789abcd") == code != receipt_code("23456789abce")
