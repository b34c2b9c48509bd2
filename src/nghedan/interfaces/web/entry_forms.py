"""Forms of the pages before sign-in: set-up code, first locality and account, password card."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.interfaces.web.places import RESERVED
from nghedan.kernel.vietnamese import fold, nfc

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


def _levels() -> list[tuple[str, str]]:
    return [(value, gettext(label).capitalize()) for value, label in LocalityLevel.choices()]


class FirstRunForm(TwicePasswordForm):
    """The first locality and the account of whoever sets it up."""

    level = forms.ChoiceField(label=_("Cấp"), choices=_levels)
    name = forms.CharField(
        label=_("Tên địa phương"), help_text=_("Không ghi chữ xã, phường; ví dụ: Suối Lành"), max_length=120
    )
    province_name = forms.CharField(label=_("Tỉnh, thành phố"), max_length=120)
    superior_name = forms.CharField(
        label=_("Cấp trên trực tiếp"), help_text=_("Ví dụ: UBND tỉnh Đông Sơn"), max_length=160, required=False
    )
    full_name = forms.CharField(label=_("Họ và tên người quản trị"), max_length=120)
    username = forms.CharField(
        label=_("Tên đăng nhập"), help_text=_("Chữ không dấu, ví dụ: an.nguyen"), max_length=60,
        widget=forms.TextInput(attrs={"class": WIDTH_20, "autocomplete": "username", "autocapitalize": "none"}),
    )  # fmt: skip

    field_order = ("level", "name", "province_name", "superior_name", "full_name", "username")

    def clean_name(self) -> str:
        name = nfc(self.cleaned_data["name"]).strip()
        slug = slugify(fold(name))
        if not slug or slug in RESERVED:
            raise forms.ValidationError(gettext("Tên này không dùng làm địa chỉ trang được. Xin ghi tên đầy đủ hơn."))
        return name

    def locality(self) -> Locality:
        """Return the locality, not yet stored."""
        data = self.cleaned_data
        return Locality(
            slug=slugify(fold(data["name"])),
            name=data["name"],
            level=data["level"],
            province_name=data["province_name"],
            superior_name=data["superior_name"],
            place_name=data["name"],
        )
