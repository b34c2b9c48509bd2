"""What Django and allauth say is said in plain Vietnamese: no English, no "bạn"."""

from collections.abc import Iterator

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django import forms
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

FIELDS: tuple[type[forms.Field], ...] = (
    forms.BooleanField, forms.CharField, forms.ChoiceField, forms.DateField, forms.DecimalField, forms.EmailField,
    forms.FileField, forms.FloatField, forms.IntegerField, forms.MultipleChoiceField, forms.TimeField,
    forms.TypedChoiceField,
)  # fmt: skip
SIGN_IN = (
    "account_inactive", "enter_current_password", "incorrect_code", "incorrect_password", "rate_limited",
    "same_as_current", "too_many_login_attempts", "username_password_mismatch", "username_taken",
)  # fmt: skip


def problems(sentences: list[str]) -> list[str]:
    return [text for text in sentences if text.isascii() or "bạn" in text.lower()]


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.mark.parametrize("field", FIELDS)
def test_form_fields(field: type[forms.Field]) -> None:
    said = [str(text) for code, text in field().error_messages.items() if code != "max_length"]  # needs its number
    assert problems(said) == []


def errors(field: forms.Field, value: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        field.clean(value)
    return list(caught.value.messages)


def test_sentences_with_numbers() -> None:
    assert errors(forms.CharField(), "") == ["Chưa điền mục này."]
    assert errors(forms.CharField(max_length=3), "năm chữ") == ["Viết nhiều nhất 3 ký tự (hiện có 7)."]
    file = SimpleUploadedFile("danh-sach.pdf", b"%PDF")
    assert errors(forms.FileField(max_length=5), file) == [
        "Tên tệp dài nhất 5 ký tự (hiện có 13). Xin đặt tên ngắn hơn."
    ]
    assert errors(forms.IntegerField(min_value=5), "2") == ["Nhập số không nhỏ hơn 5."]
    assert errors(forms.ChoiceField(choices=[("a", "A")]), "b") == ["“b” không có trong danh sách. Xin chọn lại."]


def test_passwords() -> None:
    with pytest.raises(ValidationError) as caught:
        validate_password("123456")
    assert caught.value.messages == [
        "Mật khẩu quá ngắn; cần ít nhất 10 ký tự.",
        "Mật khẩu này dễ đoán vì nhiều người dùng.",
        "Mật khẩu chỉ gồm chữ số; xin thêm chữ.",
    ]
    assert problems([validator.get_help_text() for validator in get_default_password_validators()]) == []


def test_sign_in_and_second_factor() -> None:
    second_factor = ("cannot_delete_authenticator", "cannot_generate_recovery_codes", "incorrect_code")
    said = [str(DefaultAccountAdapter.error_messages[code]) for code in SIGN_IN]
    said += [str(DefaultMFAAdapter.error_messages[code]) for code in second_factor]
    assert problems(said) == []
