from datetime import date

import pytest

from nghedan.foundation.documents import formats
from nghedan.foundation.documents.formats.rules import Element, Format, Standing
from nghedan.foundation.documents.model import Authority, Capacity, Signature
from nghedan.kernel.errors import Invalid
from tests.foundation.documents import papers

STATE = formats.by_code("nd30-2020")
OLD_PARTY = formats.by_code("hd36-2018")
PARTY = formats.by_code("hd05-2026")
EVERY = papers.EVERY_RULE_SET

# element: size, marks (B bold, I italic, U underlined, C capitals); Nghị định 30/2020/NĐ-CP, Phụ lục I
STATE_STYLES = {
    Element.NATION: (13, "BC"),
    Element.MOTTO: (14, "B"),
    Element.SUPERIOR: (13, "C"),
    Element.ISSUER: (13, "BC"),
    Element.NUMBER: (13, ""),
    Element.PLACE_DATE: (14, "I"),
    Element.KIND: (14, "BC"),
    Element.SUBJECT: (14, "B"),
    Element.LETTER_SUBJECT: (12, ""),
    Element.BASIS: (14, "I"),
    Element.BODY: (14, ""),
    Element.HEADING_1: (14, "BC"),
    Element.HEADING_2: (14, "B"),
    Element.HEADING_3: (14, ""),
    Element.AUTHORITY: (14, "BC"),
    Element.POST: (14, "BC"),
    Element.SIGNER: (14, "B"),
    Element.ADDRESS: (14, ""),
    Element.RECIPIENTS: (12, "BI"),
    Element.RECIPIENT: (11, ""),
    Element.PAGE_NUMBER: (14, ""),
}
# Hướng dẫn 36-HD/VPTW, Phụ lục 3; the sizes stay in Hướng dẫn 05-HD/VPTW
PARTY_STYLES = {
    Element.NATION: (15, "BC"),
    Element.SUPERIOR: (14, "C"),
    Element.ISSUER: (14, "BC"),
    Element.NUMBER: (14, ""),
    Element.PLACE_DATE: (14, "I"),
    Element.KIND: (16, "BC"),
    Element.SUBJECT: (15, "B"),
    Element.LETTER_SUBJECT: (12, "I"),
    Element.BASIS: (14, ""),
    Element.BODY: (14, ""),
    Element.ADDRESS: (14, "I"),
    Element.AUTHORITY: (14, "BC"),
    Element.POST: (14, "C"),
    Element.SIGNER: (14, "B"),
    Element.RECIPIENTS: (14, "U"),
    Element.RECIPIENT: (12, ""),
}


def _marks(fmt: Format, element: Element) -> tuple[float, str]:
    style = fmt.styles[element]
    marks = (("B", style.bold), ("I", style.italic), ("U", style.underline), ("C", style.caps))
    return style.size, "".join(mark for mark, holds in marks if holds)


def test_state_elements_have_the_sizes_and_styles_of_the_decree() -> None:
    assert {element: _marks(STATE, element) for element in STATE_STYLES} == STATE_STYLES


@pytest.mark.parametrize("fmt", [OLD_PARTY, PARTY], ids=lambda fmt: fmt.code)
def test_party_elements_have_the_sizes_and_styles_of_the_guidance(fmt: Format) -> None:
    assert {element: _marks(fmt, element) for element in PARTY_STYLES} == PARTY_STYLES


@EVERY
def test_every_chosen_value_is_one_the_rule_allows(fmt: Format) -> None:
    outside = [element for element, style in fmt.styles.items() if not style.sizes[0] <= style.size <= style.sizes[1]]
    outside += [
        element
        for element, style in fmt.styles.items()
        if not style.leading.allowed[0] <= style.leading.amount <= style.leading.allowed[1]
    ]
    outside += [element for element, rule in fmt.rules.items() if not rule.shares[0] <= rule.share <= rule.shares[1]]
    assert outside == []
    for side, (low, high) in fmt.page.allowed.items():
        assert low <= getattr(fmt.page, side) <= high


@EVERY
def test_both_column_pairs_fill_the_text_width(fmt: Format) -> None:
    assert (sum(fmt.head), sum(fmt.foot)) == (fmt.page.text_width(), fmt.page.text_width())


@EVERY
def test_body_paragraphs_stand_six_points_apart_at_least(fmt: Format) -> None:
    assert fmt.styles[Element.BODY].before >= 6


def test_party_line_spacing_is_exact_since_2026() -> None:
    leading = PARTY.styles[Element.BODY].leading
    assert (leading.exact, leading.amount) == (True, 18)


@pytest.mark.parametrize(
    ("kind", "on", "code"),
    [
        ("people_committee", date(2026, 3, 1), "nd30-2020"),
        ("party_committee", date(2026, 5, 26), "hd36-2018"),
        ("party_committee", date(2026, 5, 27), "hd05-2026"),
        ("party_committee", date(2018, 4, 3), "hd36-2018"),
    ],
)
def test_the_rule_in_force_on_the_day_is_chosen(kind: str, on: date, code: str) -> None:
    assert formats.choose(kind, on).code == code


@pytest.mark.parametrize(("kind", "on"), [("party_committee", date(2018, 4, 2)), ("cooperative", date(2026, 1, 1))])
def test_no_rule_in_force_is_said_so(kind: str, on: date) -> None:
    with pytest.raises(Invalid) as refused:
        formats.choose(kind, on)
    assert refused.value.code == "documents.no_format"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(Invalid, match="Không có thể thức “nd99”"):
        formats.by_code("nd99")


def test_what_was_not_checked_against_the_official_text_says_so() -> None:
    assert {fmt.code: fmt.standing for fmt in formats.FORMATS.values()} == {
        "nd30-2020": Standing.SECONDARY,
        "hd36-2018": Standing.SECONDARY,
        "hd05-2026": Standing.UNCHECKED,
        "working": Standing.OWN,
        "working-large": Standing.OWN,
        "poster-a4": Standing.OWN,
        "poster-a3": Standing.OWN,
    }
    assert Standing.UNCHECKED.label == "chưa đối chiếu bản gốc"


def test_a_state_deputy_signs_for_the_head() -> None:
    signed = formats.signature(
        STATE, collective="Ủy ban nhân dân", head_post="Chủ tịch", deputy_post="Phó Chủ tịch", name="Trần Văn Dũng"
    )
    assert signed == Signature(
        "Phó Chủ tịch",
        "Trần Văn Dũng",
        (Authority("Ủy ban nhân dân", Capacity.ON_BEHALF), Authority("Chủ tịch", Capacity.FOR_HEAD)),
    )


def test_a_party_deputy_signs_for_the_committee_itself() -> None:
    signed = formats.signature(PARTY, collective="Đảng ủy", head_post="Bí thư", deputy_post="Phó Bí thư")
    assert signed == Signature("Phó Bí thư", "", (Authority("Đảng ủy", Capacity.ON_BEHALF),))


def test_the_table_names_every_element_of_every_rule_set() -> None:
    rows = list(formats.table())
    assert len(rows) == sum(len(fmt.styles) for fmt in formats.FORMATS.values())
    assert rows[0] == formats.Row(
        format_code="nd30-2020",
        element="Quốc hiệu / Tiêu đề",
        sizes="12-13",
        size="13",
        style="IN HOA, đậm",
        align="center",
        spacing="0 pt; × 1; 0 mm",
    )
