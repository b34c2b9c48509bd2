"""Forms of the pages before sign-in: set-up code, password card."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

WIDTH_20 = "govuk-input--width-20"
PASSWORD_HELP = _("Ít nhất 10 ký tự; nên là vài từ dễ nhớ ghép lại.")


def _password(label: Any, help_text: Any = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password", "class": WIDTH_20})
    return forms.CharField(label=label, help_text=help_text, strip=False, widget=widget)


class TwicePasswordForm(forms.Form):
    """A new password, typed twice."""

    password = _password(_("Mật khẩu"), PASSWORD_HELP)
    password_again = _password(_("Nhập lại mật khẩu"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("password_again") not in (None, cleaned["password"]):
            self.add_error("password_again", gettext("Hai lần nhập mật khẩu chưa giống nhau."))
        return cleaned


class CodeForm(forms.Form):
    """A set-up code, or the code of a password card."""

    code = forms.CharField(
        label=_("Mã"), max_length=40, widget=forms.TextInput(attrs={"class": WIDTH_20, "autocomplete": "off"})
    )
