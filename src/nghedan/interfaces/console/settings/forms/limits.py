"""A locality's own version of a rule about time limits."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.deadlines.models import DeadlineRuleVersion
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.settings.forms.places import term_choices, text
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.deadlines import DeadlineRule, Rank, Unit

FIELDS = ("label", "days", "unit", "rank", "basis", "valid_from", "valid_to")


class LimitFields(forms.Form):
    """What is to be done within how many days, and on what basis."""

    label = text(_("Việc phải làm"), 300)
    days = forms.IntegerField(
        label=_("Số ngày"),
        min_value=0,
        max_value=366,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )
    unit = forms.ChoiceField(label=_("Tính theo"), widget=forms.RadioSelect, choices=lambda: term_choices(Unit))
    rank = forms.ChoiceField(label=_("Giá trị"), widget=forms.RadioSelect, choices=lambda: term_choices(Rank))
    basis = text(_("Căn cứ"), 400, _("Điều khoản, văn bản, ngày ban hành."))
    valid_from = VietnameseDateField(label=_("Áp dụng từ ngày"))
    valid_to = VietnameseDateField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chưa biết."))

    def keep_rank_of(self, rank: str) -> None:
        """Leave a legal limit its rank: the locality may only be stricter."""
        if rank == Rank.LAW:
            self.fields["rank"].disabled = True
            self.fields["rank"].help_text = _("Thời hạn luật định: địa phương chỉ quy định chặt hơn.")

    def values(self) -> dict[str, Any]:
        """Return the fields as typed."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class LimitForm(LimitFields):
    """A version that begins as a copy of another."""

    def __init__(self, data: Any = None, *, base: DeadlineRuleVersion, **options: Any) -> None:
        copied = {name: getattr(base, name) for name in FIELDS if name not in ("valid_from", "valid_to")}
        super().__init__(data, initial={**copied, **options.pop("initial", {})}, **options)
        self.base = base
        self.keep_rank_of(base.rank)

    def rule(self) -> DeadlineRule:
        """Return the rule: the base's code, anchor and direction with what was typed."""
        typed = self.cleaned_data
        return replace(
            self.base.rule, label=typed["label"], days=typed["days"], unit=Unit(typed["unit"]),
            rank=Rank(typed["rank"]), basis=typed["basis"],
        )  # fmt: skip

    def selectors(self) -> dict[str, str]:
        """Return for whom it holds, as the base does."""
        return {name: getattr(self.base, name) for name in DeadlineRuleVersion.SELECTORS}


class LimitEditForm(LimitFields, VersionedForm):
    """A locality's own version that is there."""

    def __init__(self, data: Any = None, *, obj: DeadlineRuleVersion, **options: Any) -> None:
        super().__init__(data, obj=obj, initial={name: getattr(obj, name) for name in FIELDS}, **options)
        self.keep_rank_of(obj.rank)
