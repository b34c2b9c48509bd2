"""allauth's forms in our words, and the one for the PIN of a sign-in card."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.accounts.cards import PIN_LENGTH

WIDTH_10 = "govuk-input--width-10"
WIDTH_20 = "govuk-input--width-20"
SIX_DIGITS = _("Mã PIN gồm 6 số, ghi trên mảnh giấy nhận cùng thẻ.")


def _relabel(
    form: forms.BaseForm, name: str, label: Any, help_text: Any = "", css: str = WIDTH_20, **attrs: str
) -> None:
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update({"class": css, **attrs})


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, "login", _("Tên đăng nhập"), autocapitalize="none", spellcheck="false", autofocus="autofocus")
        _relabel(self, "password", _("Mật khẩu"))


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, "oldpassword", _("Mật khẩu hiện nay"))
        _relabel(self, "password1", _("Mật khẩu mới"), _("Ít nhất 10 ký tự; nên là vài từ dễ nhớ ghép lại."))
        _relabel(self, "password2", _("Nhập lại mật khẩu mới"))


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, "password", _("Mật khẩu"))


CODE_LABEL = _("Mã xác thực")


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("6 số trong ứng dụng trên điện thoại, hoặc một mã dự phòng.")
        _relabel(self, "code", CODE_LABEL, help_text, WIDTH_10, autofocus="autofocus")


class CodeAgainForm(ReauthenticateByCodeForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, "code", CODE_LABEL, css=WIDTH_10)


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("6 số đang hiện trong ứng dụng; cứ 30 giây lại đổi.")
        _relabel(self, "code", CODE_LABEL, help_text, WIDTH_10, inputmode="numeric")


class PinForm(forms.Form):
    """The PIN of a sign-in card; spaces do not matter. One that has not six digits is told at once, as no try.

    The digits are seen while they are typed, and the field comes back empty: nothing to be deleted first.
    """

    pin = forms.CharField(
        label=_("Nhập mã PIN"), max_length=20,
        error_messages={"required": SIX_DIGITS},
        widget=forms.PasswordInput(
            attrs={
                "type": "text", "class": "sign-in-pin", "inputmode": "numeric", "autocomplete": "off",
                "autofocus": "autofocus",
            }
        ),
    )  # fmt: skip

    def clean_pin(self) -> str:
        """Return the six digits. Raises ValidationError."""
        pin = "".join(self.cleaned_data["pin"].split())
        if len(pin) != PIN_LENGTH or not pin.isdecimal():
            raise forms.ValidationError(SIX_DIGITS)
        return pin
