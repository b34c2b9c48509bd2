"""Forms of the three steps."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.rules.names import province_title
from nghedan.domain.organisations.starting_sets import StartingSet, starting_sets_for
from nghedan.domain.organisations.terms import BodyKind
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.interfaces.console.settings.forms.hamlet_list import HamletListForm
from nghedan.interfaces.web.entry_forms import WIDTH_20, TwicePasswordForm
from nghedan.interfaces.web.places import RESERVED
from nghedan.kernel.vietnamese import fold, nfc

SINCE_2025, UNTIL_2025, BOTH = "since", "until", "both"


def _levels() -> list[tuple[str, str]]:
    return [(value, gettext(label).capitalize()) for value, label in LocalityLevel.choices()]


def _bodies() -> list[tuple[str, str]]:
    return [(value, gettext(label)) for value, label in BodyKind.choices()]


class LocalityForm(forms.Form):
    """The first step: the locality, its bodies, and the units to begin with."""

    level = forms.ChoiceField(label=_("Cấp"), choices=_levels)
    name = forms.CharField(
        label=_("Tên địa phương"), help_text=_("Không ghi chữ xã, phường. Ví dụ: Suối Lành"), max_length=120,
        widget=forms.TextInput(attrs={"class": WIDTH_20}),
    )  # fmt: skip
    province_name = forms.CharField(
        label=_("Tỉnh, thành phố"), help_text=_("Ví dụ: Đông Sơn"), max_length=120,
        widget=forms.TextInput(attrs={"class": WIDTH_20}),
    )  # fmt: skip
    bodies = forms.MultipleChoiceField(
        label=_("Cơ quan nào tổ chức đối thoại?"),
        help_text=_("Mỗi cơ quan có hồ sơ, số văn bản, thể thức riêng. Có thể thêm sau."),
        choices=_bodies, widget=forms.CheckboxSelectMultiple, initial=[BodyKind.PEOPLE_COMMITTEE.value],
        error_messages={"required": _("Xin chọn ít nhất một cơ quan.")},
    )  # fmt: skip
    units = forms.ChoiceField(
        label=_("Bắt đầu với các đơn vị nào?"),
        help_text=_("Tên đơn vị được điền sẵn; sửa, thêm, bớt được sau."),
        choices=(
            (SINCE_2025, _("Theo mô hình từ ngày 01/7/2025")),
            (UNTIL_2025, _("Theo mô hình đến hết ngày 30/6/2025")),
            (BOTH, _("Cả hai, để nhập cả kế hoạch những năm trước")),
        ),
        widget=forms.RadioSelect,
        initial=SINCE_2025,
    )  # fmt: skip

    def clean_name(self) -> str:
        name = nfc(self.cleaned_data["name"]).strip()
        slug = slugify(fold(name))
        if not slug or slug in RESERVED:
            raise forms.ValidationError(gettext("Tên này không dùng làm địa chỉ trang được. Xin ghi tên đầy đủ hơn."))
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"level", "bodies", "units"} <= cleaned.keys():
            missing = set(cleaned["bodies"]) - {found.body_kind.value for found in self.starting_sets()}
            if missing:
                self.add_error("units", gettext("Chưa có bộ đơn vị của thời kỳ này cho cấp đã chọn. Xin chọn bộ khác."))
        return cleaned

    def starting_sets(self) -> list[StartingSet]:
        """Return the sets to be taken over, those of the earlier time first."""
        data = self.cleaned_data
        wanted = {SINCE_2025: {False}, UNTIL_2025: {True}, BOTH: {True, False}}[data["units"]]
        fitting = [
            found
            for found in starting_sets_for(LocalityLevel(data["level"]))
            if found.body_kind in data["bodies"] and (found.valid_to is not None) in wanted
        ]
        return sorted(fitting, key=lambda found: found.valid_to is None)

    def locality(self) -> Locality:
        """Return the locality, not yet stored."""
        data = self.cleaned_data
        province = data["province_name"]
        superior = "" if data["level"] == LocalityLevel.PROVINCE else f"UBND {province_title(province)}"
        return Locality(
            slug=slugify(fold(data["name"])), name=data["name"], level=data["level"], place_name=data["name"],
            province_name=province, superior_name=superior,
        )  # fmt: skip


class FirstHamletsForm(HamletListForm):
    """The second step, which may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False


class AccountForm(TwicePasswordForm):
    """The third step: who sets it up."""

    full_name = forms.CharField(
        label=_("Họ và tên"), max_length=120, widget=forms.TextInput(attrs={"class": WIDTH_20, "autocomplete": "name"})
    )
    username = forms.CharField(
        label=_("Tên đăng nhập"), help_text=_("Chữ không dấu, ví dụ: an.nguyen"), max_length=60,
        widget=forms.TextInput(
            attrs={"class": WIDTH_20, "autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )  # fmt: skip

    field_order = ("full_name", "username")
