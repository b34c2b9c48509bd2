"""The small forms of the desk."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.hall.models import Outcome, Turn
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.terms import HallOutcome, QueueRule, RequestWay
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.raising import MatterDraft
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Hamlet, Officer, Unit
from nghedan.foundation.identities.person import Person
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.terms import Term

WAYS = (RequestWay.HALL, RequestWay.DOOR, RequestWay.OFFICE, RequestWay.HAMLET)
ASIDE = (Origin.SLIP, Origin.HALL)
KINDS = (MatterKind.PETITION, MatterKind.REFLECTION, MatterKind.QUESTION)
APART = (MatterKind.DENUNCIATION, MatterKind.CRIME, MatterKind.COMPLAINT)


def _labelled(terms: Sequence[Term]) -> list[tuple[str, str]]:
    return [(one.value, gettext(one.label)) for one in terms]


def _area(label: Any, rows: int, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, strip=False, widget=widget, **options)


class RowField(forms.TypedChoiceField):
    """A row of the locality, or none; the value is the row itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, empty_value=None, **options)

    def offer(self, rows: Sequence[Any], nothing: str, names: Mapping[str, str] | None = None) -> None:
        """Set the rows to choose from, and the word for none."""
        known = {row.public_id: row for row in rows}
        self.choices = [("", nothing), *((key, (names or {}).get(key) or str(row)) for key, row in known.items())]
        self.coerce = known.__getitem__


class PressForm(VersionedForm):
    """A press: nothing to fill in, but what is pressed must be as it was seen."""


class PersonForm(forms.Form):
    """Who it is, all of it open."""

    name = forms.CharField(label=_("Họ tên"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Điện thoại"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    hamlet = RowField(label=_("Thôn, tổ dân phố"))
    marks_optional = False

    def offer_hamlets(self, hamlets: Sequence[Hamlet]) -> None:
        self.fields["hamlet"].offer(hamlets, gettext("Chưa rõ"))  # type: ignore[attr-defined]

    @property
    def person(self) -> Person:
        return Person(name=self.cleaned_data["name"], phone=self.cleaned_data["phone"])


class RegisterForm(PersonForm):
    """Somebody asks to speak."""

    topic = forms.CharField(label=_("Nội dung sẽ phát biểu"), max_length=300, required=False)
    about = forms.CharField(
        label=_("Số ý kiến đã gửi"), max_length=20, required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
    )  # fmt: skip
    way = forms.ChoiceField(label=_("Đăng ký"), choices=lambda: _labelled(WAYS), initial=RequestWay.HALL.value)
    may_show_name = forms.BooleanField(label=_("Đồng ý nêu tên trên màn hình"), required=False)
    field_order = ("name", "hamlet", "topic", "about", "phone", "way", "may_show_name")


class ReasonForm(VersionedForm):
    """Why somebody spoke before the others."""

    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)


class RuleForm(forms.Form):
    """In which order people speak, and how long."""

    order = forms.ChoiceField(label=_("Thứ tự phát biểu"), choices=lambda: _labelled(list(QueueRule)))
    minutes = forms.DecimalField(
        label=_("Số phút mỗi lượt"), min_value=0, max_digits=4, decimal_places=1, localize=True,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "decimal"}),
    )  # fmt: skip

    @property
    def seconds(self) -> int:
        return int(self.cleaned_data["minutes"] * 60)


class WordsForm(VersionedForm):
    """What was said."""

    words = _area(_("Lời phát biểu"), 3)
    joins = forms.BooleanField(label=_("Cùng nội dung đã chuẩn bị"), required=False, initial=True)
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Turn) -> None:
        super().__init__(data, obj=obj, auto_id="words_%s")
        if obj.request.matter_id is None:
            del self.fields["joins"]

    @property
    def typed(self) -> str:
        return clean(self.cleaned_data["words"])


class SplitForm(forms.Form):
    """One thing a speech asks for."""

    title = forms.CharField(label=_("Nội dung, trong một câu"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=lambda: _labelled(KINDS), initial=MatterKind.PETITION.value)
    field = RowField(label=_("Lĩnh vực"))
    marks_optional = False

    def __init__(self, data: Any = None, *, fields: Sequence[Field]) -> None:
        super().__init__(data)
        self.fields["field"].offer(fields, gettext("Chưa chọn"))  # type: ignore[attr-defined]

    def draft(self) -> MatterDraft:
        typed = self.cleaned_data
        return MatterDraft(title=typed["title"], kind=MatterKind(typed["kind"]), field=typed["field"])


class AsideForm(PersonForm):
    """What comes meanwhile without a turn."""

    words = _area(_("Ý kiến, ghi nguyên văn"), 3)
    origin = forms.ChoiceField(label=_("Nguồn"), choices=lambda: _labelled(ASIDE), initial=Origin.SLIP.value)
    field_order = ("words", "origin", "hamlet", "name", "phone")

    def draft(self) -> OpinionDraft:
        typed = self.cleaned_data
        return OpinionDraft(
            words=clean(typed["words"]), origin=Origin(typed["origin"]), hamlet=typed["hamlet"], person=self.person
        )


class OutcomeForm(VersionedForm):
    """What came of a matter; the button pressed says which result it is."""

    text = _area(_("Nội dung trả lời, kết luận"), 3)
    answered_by = forms.CharField(label=_("Người trả lời"), max_length=200, required=False)
    unit = RowField(label=_("Đơn vị"))
    due_on = VietnameseDateField(label=_("Hạn trả lời"), help_text="", required=False)
    competent_body = forms.CharField(label=_("Cơ quan có thẩm quyền"), max_length=200, required=False)
    kind = forms.ChoiceField(choices=lambda: _labelled(list(HallOutcome)), widget=forms.HiddenInput)
    marks_optional = False

    def __init__(
        self, data: Any = None, *, obj: Matter | Outcome, units: Sequence[Unit], initial: Mapping[str, Any]
    ) -> None:
        super().__init__(data, obj=obj, initial=initial, auto_id="outcome_%s")
        names = {unit.public_id: unit.name for unit in units}
        self.fields["unit"].offer(units, gettext("Chưa chọn"), names)  # type: ignore[attr-defined]

    def draft(self) -> OutcomeDraft:
        typed = self.cleaned_data
        return OutcomeDraft(
            kind=HallOutcome(typed["kind"]), text=clean(typed["text"]), answered_by=typed["answered_by"],
            unit=typed["unit"], due_on=typed["due_on"], competent_body=typed["competent_body"],
        )  # fmt: skip


class ApartForm(VersionedForm):
    """What the law gives a way of its own, and whom it names."""

    kind = forms.ChoiceField(label=_("Loại"), choices=lambda: _labelled(APART), widget=forms.RadioSelect)
    named = forms.MultipleChoiceField(
        label=_("Người được nêu trong ý kiến"), required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
    )  # fmt: skip
    unknown = forms.BooleanField(label=_("Không rõ, hoặc không có trong danh sách"), required=False)
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Any, officers: Sequence[Officer]) -> None:
        super().__init__(data, obj=obj, auto_id="apart_%s")
        self.officers = {officer.public_id: officer for officer in officers}
        self.fields["named"].choices = [(one.public_id, one.full_name) for one in officers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("named") and not cleaned.get("unknown"):
            self.add_error("named", gettext("Xin chọn người được nêu, hoặc đánh dấu không có trong danh sách."))
        return cleaned

    def chosen(self) -> list[Officer]:
        return [self.officers[key] for key in self.cleaned_data["named"]]
