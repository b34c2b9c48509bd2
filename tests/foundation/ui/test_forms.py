"""Forms drawn in the GOV.UK manner; what was typed never gets lost."""

from datetime import date, datetime

import pytest
from django import forms
from django.test.utils import override_settings
from django.utils.translation import override

from nghedan.foundation.ui.fields import IdempotencyKeyField, LinesField, VietnameseDateField, WholeNumberField
from tests.foundation.ui.markup import Page


class Meeting(forms.Form):
    key = IdempotencyKeyField()
    theme = forms.CharField(label="Chủ đề", help_text="Một câu", max_length=20)
    held_on = VietnameseDateField(label="Ngày")
    words = forms.CharField(label="Lời", widget=forms.Textarea, max_length=1000, required=False)
    kind = forms.ChoiceField(label="Loại", choices=(("a", "A"), ("b", "B")), widget=forms.RadioSelect)
    voters = WholeNumberField(label="Cử tri", required=False)
    hamlets = LinesField(label="Xóm", max_lines=3, required=False)
    agreed = forms.BooleanField(label="Đồng ý")


TYPED = {"key": "k", "theme": "Nước sạch", "held_on": "18.9.26", "kind": "b", "voters": "1.204", "agreed": "on"}
WRONG = {**TYPED, "theme": "", "held_on": "31/2/2026", "voters": "vài <b>", "hamlets": "Một\n\n Hai "}


def control(page, name):
    return next(element for element in page.elements if element.attrs.get("name") == name)


def test_values_are_understood():
    form = Meeting({**TYPED, "hamlets": "Bản Mạ\r\n\r\n  Đồng Chanh \n"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "key": "k",
        "theme": "Nước sạch",
        "held_on": date(2026, 9, 18),
        "words": "",
        "kind": "b",
        "voters": 1204,
        "hamlets": ["Bản Mạ", "Đồng Chanh"],
        "agreed": True,
    }


def test_initial_values_are_written_as_people_write_them():
    page = Page(str(Meeting(initial={"held_on": date(2026, 9, 18), "voters": 1204, "hamlets": ["Một", "Hai"]})))
    assert control(page, "held_on").attrs["value"] == "18/9/2026"
    assert control(page, "voters").attrs["value"] == "1.204"
    assert control(page, "hamlets").text.strip() == "Một\nHai"


def test_errors_keep_what_was_typed():
    page = Page(str(Meeting(WRONG)))
    assert control(page, "held_on").attrs["value"] == "31/2/2026"
    assert control(page, "voters").attrs["value"] == "vài <b>"
    assert control(page, "hamlets").text == "\nMột\n\n Hai "
    assert [box.attrs["id"] for box in page.all("input") if "checked" in box.attrs] == ["id_kind_1", "id_agreed"]


def test_an_error_is_tied_to_its_control():
    page = Page(str(Meeting(WRONG)))
    theme = control(page, "theme").attrs
    assert theme["aria-describedby"] == "id_theme_helptext id_theme_error"
    assert theme["aria-invalid"] == "true"
    assert theme["class"] == "govuk-input govuk-input--error"
    (error,) = [element for element in page.elements if element.attrs.get("id") == "id_theme_error"]
    assert error.text.split(maxsplit=1)[0] == "Lỗi:"


def test_the_browser_is_not_left_to_complain_in_its_own_language():
    assert [element.attrs for element in Page(str(Meeting())).elements if "required" in element.attrs] == []


def test_what_may_stay_empty_says_so_unless_everything_may():
    class Filter(forms.Form):
        marks_optional = False
        q = forms.CharField(label="Từ khóa", required=False)

    labels = [label.text.strip() for label in Page(str(Meeting())).all("label", "legend")]
    assert [text for text in labels if "không bắt buộc" in text] == [
        "Lời (không bắt buộc)",
        "Cử tri (không bắt buộc)",
        "Xóm (không bắt buộc)",
    ]
    assert Page(str(Filter())).all("label")[0].text.strip() == "Từ khóa"


def test_a_text_area_counts_down():
    page = Page(str(Meeting()))
    words = control(page, "words").attrs
    assert words["aria-describedby"] == "id_words-info"
    assert words["class"] == "govuk-textarea govuk-js-character-count"
    (group,) = [element for element in page.elements if element.attrs.get("data-module") == "govuk-character-count"]
    assert group.attrs["data-maxlength"] == "1000"
    assert "Tối đa 1.000 ký tự" in group.text


def test_the_key_is_hidden_and_stays_the_same():
    page = Page(str(Meeting(WRONG)))
    assert control(page, "key").attrs == {"type": "hidden", "name": "key", "value": "k", "id": "id_key"}


def test_a_form_without_its_key_asks_to_be_sent_again():
    form = Meeting({**TYPED, "key": ""})
    assert form.errors["key"] == ["Trang này đã cũ. Nội dung vẫn còn; xin bấm gửi lại một lần nữa."]


@pytest.mark.parametrize("text", ["1.20", "12.3456", "-", "1,5", "nghìn"])
def test_a_number_that_is_none_is_refused(text):
    assert Meeting({**TYPED, "voters": text}).errors["voters"] == ["Chỉ ghi số, ví dụ 1.204."]


def test_a_list_has_a_limit():
    assert Meeting({**TYPED, "hamlets": "1\n2\n3\n4"}).errors["hamlets"] == [
        "Có 4 dòng; mỗi lần nhận nhiều nhất 3 dòng."
    ]


def test_a_date_field_takes_dates_too():
    field = VietnameseDateField(required=False)
    assert field.clean(datetime(2026, 9, 18, 8)) == field.clean(date(2026, 9, 18)) == date(2026, 9, 18)  # noqa: DTZ001
    assert field.clean("") is None


def test_a_formset_is_drawn_alike():
    page = Page(str(forms.formset_factory(Meeting, extra=2)()))
    assert page.faults == []
    assert sorted(page.ids()) == sorted(set(page.ids()))


def test_error_summary_leads_to_the_fields(render):
    form = Meeting({**WRONG, "kind": ""})
    form.add_error(None, "Trùng ngày")
    page = Page(render("{% error_summary form %}", form=form))
    assert [link.attrs["href"] for link in page.all("a")] == ["#id_theme", "#id_held_on", "#id_kind_0", "#id_voters"]
    assert page.all("li")[0].text.strip() == "Trùng ngày"
    assert {link.attrs["href"][1:] for link in page.all("a")} <= set(Page(str(form)).ids())


def test_numbers_follow_the_language(render):
    with override("en"):
        assert render("{{ n|number }}", n=12345.5) == "12,345.5"
    assert render("{{ n|number }}", n=12345.5) == "12.345,5"
    with override_settings(USE_THOUSAND_SEPARATOR=True):
        assert render("{{ n|number }}", n=999) == "999"
