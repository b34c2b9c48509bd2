"""What each component must say."""

from datetime import UTC, date, datetime

import pytest
from django.test import SimpleTestCase

from nghedan.foundation.transitions.moves import Move
from nghedan.foundation.ui.charts import drawn
from nghedan.foundation.ui.models import Bar, Colour, Column, Limit, Link, Step, StepState, SummaryRow, Tag, TaskRow
from tests.foundation.ui.markup import Page

TODAY = date(2026, 9, 16)
assert_same_html = SimpleTestCase().assertHTMLEqual


@pytest.mark.parametrize(
    ("day", "manner", "words"),
    [
        (date(2026, 9, 15), " nd-late", "15/9/2026 · quá 1 ngày"),
        (date(2026, 9, 16), " nd-soon", "16/9/2026 · hôm nay"),
        (date(2026, 9, 19), " nd-soon", "19/9/2026 · còn 3 ngày"),
        (date(2026, 9, 20), "", "20/9/2026 · còn 4 ngày"),
    ],
)
def test_when_tells_the_distance(render, day, manner, words):
    page = Page(render("{% when day today %}", day=day, today=TODAY))
    (span, time) = page.elements
    assert (span.attrs["class"], span.text) == (f"nd-when{manner}", words)
    assert time.attrs["datetime"] == day.isoformat()


def test_when_done_is_only_the_day(render):
    html = render("{% when day today done=True %}", day=date(2026, 9, 1), today=TODAY)
    assert_same_html(html, '<span class="nd-when"><time datetime="2026-09-01">01/9/2026</time></span>')


def test_when_without_a_day_says_so(render):
    assert Page(render("{% when None today %}", today=TODAY)).elements[0].text == "chưa định ngày"


def test_moments_are_local(render):
    at = datetime(2026, 9, 15, 17, 30, tzinfo=UTC)
    assert render("{{ at|day }}", at=at) == '<time datetime="2026-09-16">16/9/2026</time>'
    assert render("{{ at|moment }}", at=at) == '<time datetime="2026-09-16T00:30+07:00">00:30 ngày 16/9/2026</time>'


@pytest.mark.parametrize(
    ("value", "html"),
    [
        (None, "–"),
        ("", "–"),
        (0, "0"),
        (1204, "1.204"),
        (True, "có"),
        ("<b>", "&lt;b&gt;"),
        (date(2026, 9, 18), '<time datetime="2026-09-18">18/9/2026</time>'),
        (Link("A & B", "/x?a=1&b=2"), '<a class="govuk-link" href="/x?a=1&amp;b=2">A &amp; B</a>'),
        (Tag("Xong", Colour.GREEN), '<strong class="govuk-tag govuk-tag--green">Xong</strong>'),
    ],
)
def test_cell_shows_each_kind_of_value(render, value, html):
    assert render("{{ value|cell }}", value=value).strip() == html


def test_an_open_move_sends_its_code(render):
    move = Move("plan.submit", "Trình ký", allowed=True)
    (button,) = Page(render("{% action_button move %}", move=move)).elements
    assert (button.tag, button.attrs["type"], button.attrs["name"], button.attrs["value"], button.text) == (
        "button", "submit", "move", "plan.submit", "Trình ký",
    )  # fmt: skip


def test_an_open_move_with_an_address_leads_there(render):
    move = Move("plan.issue", "Ban hành", allowed=True, irreversible=True)
    (link,) = Page(render("{% action_button move '/check/' %}", move=move)).elements
    assert (link.tag, link.attrs["href"]) == ("a", "/check/")


def test_a_closed_move_says_why_and_cannot_be_sent(render):
    move = Move("plan.sign", "Ký", allowed=False, reason="Chưa ký được: thiếu <số>.")
    page = Page(render("{% action_button move '/check/' of='-x1' %}", move=move))
    (button,) = page.all("button")
    (reason,) = page.all("p")
    assert (button.attrs["type"], "disabled" in button.attrs, "name" in button.attrs) == ("button", True, False)
    assert button.attrs["aria-describedby"] == reason.attrs["id"] == "ly-do-plansign-x1"
    assert reason.text == "Chưa ký được: thiếu <số>."
    assert page.all("a") == []


def test_steps_say_where_one_stands(render):
    items = [Step("Kế hoạch", StepState.DONE), Step("Thông báo", StepState.CURRENT, "18/9"), Step("Hội nghị")]
    page = Page(render("{% steps items label='Các bước' %}", items=items))
    assert [item.attrs.get("aria-current") for item in page.all("li")] == [None, "step", None]
    assert [" ".join(item.text.split()) for item in page.all("li")] == [
        "Kế hoạch Xong",
        "Thông báo Đang làm · 18/9",
        "Hội nghị Chưa đến",
    ]


def limit_words(render, **changes):
    limit = Limit(**{"label": "Niêm yết", "due_on": date(2026, 9, 11), "rank": "Luật định", "strict": True, **changes})
    return [
        " ".join(tag.text.split())
        for tag in Page(render("{% limits items today %}", items=[limit], today=TODAY)).all("strong")
    ]


def test_a_missed_limit_is_red_only_where_the_law_set_it(render):
    assert limit_words(render) == ["Quá hạn luật định"]
    assert limit_words(render, strict=False, rank="Kế hoạch này") == ["Quá hạn"]
    assert limit_words(render, due_on=TODAY) == []
    assert limit_words(render, met_on=TODAY) == ["Xong"]


def test_a_limit_opens_its_reason(render):
    limit = Limit("Niêm yết", TODAY, "Luật định", "Điều 43", ("Lùi 7 ngày.",), advised_on=date(2026, 9, 15))
    page = Page(render("{% limits items today %}", items=[limit], today=TODAY))
    (reason,) = page.all("details")
    assert " ".join(reason.text.split()) == "Vì sao? Căn cứ: Điều 43 Cách tính: Lùi 7 ngày."
    assert "Nên xong trước: 15/9/2026" in page.all("li")[0].text


def test_a_table_needs_a_value_for_each_column(render):
    with pytest.raises(ValueError):
        render("{% table 'X' columns rows %}", columns=[Column("A"), Column("B")], rows=[["1"]])


def test_a_table_can_be_scrolled_by_keyboard_and_has_a_name(render):
    page = Page(
        render("{% table 'Ý kiến' columns rows %}", columns=[Column("A"), Column("B", numeric=True)], rows=[["x", 1]])
    )
    region = page.elements[0].attrs
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Ý kiến")
    assert [cell.attrs["scope"] for cell in page.all("th")] == ["col", "col", "row"]
    assert page.all("caption")[0].text == "Ý kiến"


def test_change_links_say_what_they_change(render):
    page = Page(render("{% summary_list rows %}", rows=[SummaryRow("Ngày", TODAY, "/sua/"), SummaryRow("Nơi", "A\nB")]))
    assert [link.text for link in page.all("a")] == ["Sửa Ngày"]
    assert len(page.all("br")) == 1


def test_a_finished_task_is_not_counted_down(render):
    rows = [
        TaskRow("In", Tag("Xong", Colour.GREEN), due_on=date(2026, 9, 1)),
        TaskRow("Gửi", Tag("Đang làm", Colour.BLUE), due_on=TODAY),
    ]
    items = Page(render("{% task_list rows today %}", rows=rows, today=TODAY)).all("li")
    assert [" ".join(item.text.split()) for item in items] == ["In 01/9/2026 Xong", "Gửi 16/9/2026 · hôm nay Đang làm"]


def test_pagination_at_the_ends(render):
    assert render("{% pagination %}") == ""
    assert [link.attrs["rel"] for link in Page(render("{% pagination following='?sau=x' %}")).all("a")] == ["next"]


def test_bars_are_measured_against_the_longest():
    bars = drawn([Bar("A", 5, 20), Bar("B", 10, 0), Bar("C", 0)])
    assert [(bar.width, bar.before_width) for bar in bars] == [("25.0%", "100.0%"), ("50.0%", "0.0%"), ("0.0%", "0.0%")]
    assert [bar.width for bar in drawn([Bar("A", 0)])] == ["0%"]
    assert drawn([]) == []


def test_a_chart_can_be_read_aloud(render):
    page = Page(render("{% bar_chart 'Lĩnh vực' bars now='2026' before='2025' %}", bars=[Bar("Đường", 18, 12)]))
    row = page.all("tr")[1]
    assert " ".join(row.text.split()) == "Đường 18 2025 12"
    assert all(picture.attrs["aria-hidden"] == "true" for picture in page.all("svg"))


def test_blocks_keep_their_content_and_escape_their_words(render):
    html = render(
        "{% next_step title due=day today=day %}<em>x</em>{{ unsafe }}{% endnext_step %}",
        title="<i>",
        day=TODAY,
        unsafe="<u>",
    )
    assert "<em>x</em>&lt;u&gt;" in html
    assert "&lt;i&gt;" in html


def test_check_answers_tells_what_will_happen(render):
    opening = "{% check_answers rows submit='Ban hành' back='/' effects=effects %}"
    source = f"{opening}<input type='hidden' name='key'>{{% endcheck_answers %}}"
    page = Page(render(source, rows=[SummaryRow("Số", "05/KH-UBND")], effects=["Có số.", "Công khai."]))
    assert [item.text for item in page.all("li")] == ["Có số.", "Công khai."]
    assert [button.text for button in page.all("button")] == ["Ban hành"]
    assert "Việc này không rút lại được." in page.source
    assert page.all("input")[0].attrs["name"] == "key"


def test_progress_never_runs_over(render):
    (bar,) = Page(render("{% progress_bar 'Nhập' 12 10 %}")).all("progress")
    assert (bar.attrs["value"], bar.attrs["max"], bar.text) == ("10", "10", "10/10")
