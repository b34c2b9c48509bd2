import logging
import sys

import pytest

from nghedan.interfaces.web.logs import ScrubbingFormatter, scrubbed


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("gửi tới an.nguyen@suoilanh.example.vn xong", "gửi tới <mail> xong"),
        ("số 0912 345 678 gọi", "số <phone> gọi"),
        ("số +84912345678 gọi", "số <phone> gọi"),
        ("căn cước 001234567890", "căn cước <id>"),
        ("Not Found: /password-card/abcd-efgh-jkmn-pqrs/", "Not Found: /password-card/<code>/"),
        ("Gone: /account/card/abcdefghjkmnpqrstvwxyz234567/", "Gone: /account/card/<token>/"),
        ("mã ABCD-efgh-jkmn-2345", "mã <code>"),
        ("GET /suoi-lanh/tim?q=ba+tu&x=1 200", "GET /suoi-lanh/tim?… 200"),
        ("kế hoạch 05/KH-UBND ngày 05/02/2026, 12 dòng", "kế hoạch 05/KH-UBND ngày 05/02/2026, 12 dòng"),
    ],
)
def test_contacts_and_codes_do_not_reach_the_log(written: str, kept: str) -> None:
    assert scrubbed(written) == kept


def test_of_an_exception_only_its_kind_and_place_are_written() -> None:
    words = "Bà Tư, 0912345678"
    try:
        raise ValueError(words)
    except ValueError:
        record = logging.LogRecord(
            "x", logging.ERROR, __file__, 1, "Internal Server Error: %s", ("/a",), sys.exc_info()
        )
    text = ScrubbingFormatter("%(message)s").format(record)
    assert text.splitlines()[0] == "Internal Server Error: /a"
    assert text.splitlines()[-1] == "ValueError"
    assert "Bà Tư" not in text
