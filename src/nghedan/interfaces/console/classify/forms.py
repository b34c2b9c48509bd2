"""Forms of classifying."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.classifying import Decided, Then
from nghedan.domain.matters.services.raising import MatterDraft, PastMatter
from nghedan.domain.matters.terms import Competence, MatterKind, Outcome
from nghedan.domain.organisations.models import Hamlet, Officer, Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.terms import Term

OF_LAW = (MatterKind.DENUNCIATION, MatterKind.CRIME)


def labelled(term: type[Term], *, skip: Iterable[Term] = ()) -> list[tuple[str, str]]:
    return [(one.value, gettext(one.label)) for one in term if one not in skip]


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, f"{gettext(kind.label)} – {gettext(kind.help)}") for kind in MatterKind]


def field_choices(fields: Sequence[Field], likely: Sequence[Field]) -> list[Any]:
    """Return the likely fields first, then all others."""
    first = [(field.public_id, field.name) for field in likely]
    rest = [(field.public_id, field.name) for field in fields if field not in likely]
    return [("", gettext("Chọn lĩnh vực")), *([(gettext("Gợi ý"), first)] if first else []), (gettext("Lĩnh vực khác"), rest)]  # fmt: skip  # noqa: E501


class FieldAndPlace(forms.Form):
    """A field of the locality and a hamlet, known by their public ids."""

    def offer(self, fields: Sequence[Field], likely: Sequence[Field], hamlets: Sequence[Hamlet]) -> None:
        """Let these be chosen."""
        self.known_fields = {field.public_id: field for field in fields}
        self.known_hamlets = {hamlet.public_id: hamlet for hamlet in hamlets}
        self.fields["field"].choices = field_choices(fields, likely)  # type: ignore[attr-defined]
        if "hamlet" in self.fields:
            named = [(hamlet.public_id, str(hamlet)) for hamlet in hamlets]
            self.fields["hamlet"].choices = [("", gettext("Cả địa phương, hoặc chưa rõ")), *named]  # type: ignore[attr-defined]

    @property
    def chosen_field(self) -> Field | None:
        return self.known_fields.get(self.cleaned_data["field"])

    @property
    def chosen_hamlet(self) -> Hamlet | None:
        return self.known_hamlets.get(self.cleaned_data["hamlet"])


class MatterForm(FieldAndPlace):
    """One thing an opinion asks for."""

    marks_optional = False

    kind = forms.ChoiceField(label=_("Loại"), choices=_kinds, widget=forms.RadioSelect)
    field = forms.ChoiceField(label=_("Lĩnh vực"))
    title = forms.CharField(
        label=_("Nội dung, trong một câu"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    hamlet = forms.ChoiceField(label=_("Nơi có sự việc"), required=False)
    competence = forms.ChoiceField(
        label=_("Thẩm quyền"), choices=lambda: labelled(Competence), widget=forms.RadioSelect, initial=Competence.OURS
    )
    competent_body = forms.CharField(
        label=_("Cơ quan có thẩm quyền"), max_length=200, required=False,
        help_text=_("Ghi khi không thuộc hoặc vượt thẩm quyền. Ví dụ: Điện lực khu vực, Sở Xây dựng"),
    )  # fmt: skip
    then = forms.ChoiceField(
        label=_("Xử lý"), choices=lambda: labelled(Then), widget=forms.RadioSelect, required=False, initial=Then.ASSIGN
    )
    reason = forms.CharField(
        label=_("Lý do, kết quả"), max_length=300, required=False,
        help_text=_("Ghi khi đã giải quyết tại chỗ hoặc không xem xét."),
    )  # fmt: skip

    def draft(self, continues: Matter | None = None) -> MatterDraft:
        """Return the matter as typed."""
        typed = self.cleaned_data
        return MatterDraft(
            title=typed["title"], kind=MatterKind(typed["kind"]), field=self.chosen_field, hamlet=self.chosen_hamlet,
            competence=Competence(typed["competence"]), competent_body=typed["competent_body"], continues=continues,
        )  # fmt: skip

    def decided(self) -> Decided:
        """Return what becomes of it at once."""
        return Decided(Then(self.cleaned_data["then"]), self.cleaned_data["reason"])


class ManyForm(FieldAndPlace):
    """Many opinions that are alike."""

    marks_optional = False

    kind = forms.ChoiceField(
        label=_("Loại"), choices=lambda: labelled(MatterKind, skip=(MatterKind.COMPLAINT, *OF_LAW)),
        initial=MatterKind.PETITION,
    )  # fmt: skip
    field = forms.ChoiceField(label=_("Lĩnh vực"))
    title = forms.CharField(
        label=_("Nội dung chung, trong một câu"), max_length=300, required=False,
        help_text=_("Để trống thì lấy câu đầu của ý kiến thứ nhất."),
    )  # fmt: skip


class NamedFields(forms.Form):
    """Which officers an opinion names, or that none of the list is meant."""

    marks_optional = False

    named = forms.MultipleChoiceField(
        label=_("Người được nêu trong ý kiến"), required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
    )  # fmt: skip
    unknown = forms.BooleanField(label=_("Không rõ, hoặc không có trong danh sách"), required=False)

    def offer_officers(self, officers: Sequence[tuple[Officer, str]]) -> None:
        """Let these be chosen, each shown with the posts held: two officers may bear one name."""
        self.officers = {officer.public_id: officer for officer, _posts in officers}
        named = [(one.public_id, f"{one.full_name} – {posts}" if posts else one.full_name) for one, posts in officers]
        self.fields["named"].choices = named  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("named") and not cleaned.get("unknown"):
            self.add_error("named", gettext("Xin chọn người được nêu, hoặc đánh dấu không có trong danh sách."))
        return cleaned

    def chosen_officers(self) -> list[Officer]:
        """Return who was ticked."""
        return [self.officers[key] for key in self.cleaned_data["named"]]


class ConductForm(VersionedForm, NamedFields):
    """An opinion on officials."""

    field_order = ("named", "unknown")


class RestrictForm(VersionedForm, NamedFields):
    """A denunciation or report of a crime."""

    kind = forms.ChoiceField(
        label=_("Loại"), widget=forms.RadioSelect,
        choices=lambda: [(kind.value, gettext(kind.label)) for kind in OF_LAW],
    )  # fmt: skip
    field_order = ("kind", "named", "unknown")


class ComplaintForm(VersionedForm):
    """A complaint: nothing to fill in, but the page must be up to date."""


class RedactForm(VersionedForm):
    """The words in which a matter may be published."""

    public_text = forms.CharField(label=_("Lời văn công khai"), widget=forms.Textarea(attrs={"rows": 10}))


class GroupForm(VersionedForm):
    """Into which matter another is grouped; nothing: it stands alone again."""

    into = forms.CharField(widget=forms.HiddenInput, required=False)


class PastMatterForm(FieldAndPlace):
    """A matter of an earlier year, and what was promised."""

    year = forms.IntegerField(
        label=_("Năm"), min_value=1990, max_value=2100,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Nội dung, trong một câu"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    field = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    hamlet = forms.ChoiceField(label=_("Nơi có sự việc"), required=False)
    unit = forms.ChoiceField(label=_("Đơn vị được giao"), required=False)
    outcome = forms.ChoiceField(label=_("Kết quả"), choices=lambda: labelled(Outcome), required=False)
    outcome_note = forms.CharField(
        label=_("Nội dung kết quả"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    promise = forms.CharField(label=_("Đã hứa"), max_length=300, required=False)
    promised_on = VietnameseDateField(label=_("Hẹn đến ngày"), required=False)

    def offer_units(self, units: Sequence[Unit]) -> None:
        """Let these be chosen."""
        self.units = {unit.public_id: unit for unit in units}
        named = [(unit.public_id, unit.name) for unit in units]
        self.fields["unit"].choices = [("", gettext("Không rõ")), *named]  # type: ignore[attr-defined]

    def past(self) -> PastMatter:
        """Return the matter as typed."""
        typed = self.cleaned_data
        return PastMatter(
            year=typed["year"], title=typed["title"], outcome=Outcome(typed["outcome"]),
            outcome_note=typed["outcome_note"], promise=typed["promise"], promised_on=typed["promised_on"],
            field=self.chosen_field, hamlet=self.chosen_hamlet, unit=self.units.get(typed["unit"]),
        )  # fmt: skip
