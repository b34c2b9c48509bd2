"""That an answer was given or reached somebody, who writes it, and what people say of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.followup.queries.letters import Told
from nghedan.domain.followup.services.letters import AnswerTold, DeliveryDraft
from nghedan.domain.followup.services.verdicts import WORD_SIGNS, VerdictDraft
from nghedan.domain.followup.terms import DeliveryWay, Satisfaction, VerdictWay
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.web.versions import VersionedForm
from nghedan.kernel.terms import Term

BY_HAND = (DeliveryWay.HANDED, DeliveryWay.POST, DeliveryWay.PHONE, DeliveryWay.POSTED)
WITHOUT_LETTER = (DeliveryWay.PHONE, DeliveryWay.HANDED, DeliveryWay.POSTED)
OUTCOMES = (Outcome.ANSWERED, Outcome.DONE, Outcome.GUIDED, Outcome.UNDER_WAY, Outcome.PLANNED, Outcome.NO_GROUNDS)


def _choices(terms: Sequence[Term]) -> list[tuple[str, str]]:
    return [(one.value, gettext(one.label)) for one in terms]


class DeliveryForm(forms.Form):
    """How an answer reached somebody."""

    way = forms.ChoiceField(label=_("Câu trả lời đến bằng cách nào"), widget=forms.RadioSelect)
    on = VietnameseDateField(label=_("Ngày"))
    told_by = forms.CharField(label=_("Ai chuyển, ai trả lời"), max_length=200)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)
    photo = forms.FileField(
        label=_("Ảnh, giấy ký nhận"), required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf"}),
        error_messages={"empty": _("Tệp này rỗng. Xin chọn tệp khác.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, files: Any = None, *, today: date, who: str) -> None:
        initial = {"way": DeliveryWay.HANDED.value, "on": today, "told_by": who}
        super().__init__(data, files, initial=initial)
        self.fields["way"].choices = _choices(BY_HAND)  # type: ignore[attr-defined]

    def draft(self) -> DeliveryDraft:
        typed = self.cleaned_data
        return DeliveryDraft(DeliveryWay(typed["way"]), typed["on"], typed["told_by"], typed["note"])


class ToldForm(VersionedForm):
    """That a matter was answered without a letter: by telephone, at the hamlet."""

    way = forms.ChoiceField(label=_("Đã trả lời bằng cách nào"), widget=forms.RadioSelect)
    on = VietnameseDateField(label=_("Ngày trả lời"))
    told_by = forms.CharField(label=_("Ai trả lời"), max_length=200)
    voices = forms.MultipleChoiceField(label=_("Đã trả lời ai"), required=False, widget=forms.CheckboxSelectMultiple)
    text = forms.CharField(
        label=_("Đã trả lời thế nào"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Để trống nếu đúng như câu trả lời đã duyệt. Người dân đọc được phần này."),
    )  # fmt: skip
    outcome = forms.ChoiceField(label=_("Kết quả"), widget=forms.RadioSelect)
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Matter, voices: Sequence[Told], today: date, who: str) -> None:
        waiting = [one for one in voices if one.delivery is None]
        initial = {
            "way": DeliveryWay.PHONE.value, "on": today, "told_by": who, "outcome": Outcome.ANSWERED.value,
            "voices": [one.opinion.public_id for one in waiting],
        }  # fmt: skip
        super().__init__(data, obj=obj, initial=initial)
        self.by_id: dict[str, Opinion] = {one.opinion.public_id: one.opinion for one in waiting}
        self.fields["way"].choices = _choices(WITHOUT_LETTER)  # type: ignore[attr-defined]
        self.fields["outcome"].choices = _choices(OUTCOMES)  # type: ignore[attr-defined]
        self.fields["voices"].choices = [(key, _voice(opinion)) for key, opinion in self.by_id.items()]  # type: ignore[attr-defined]

    def told(self) -> AnswerTold:
        typed = self.cleaned_data
        return AnswerTold(
            way=DeliveryWay(typed["way"]), on=typed["on"], told_by=typed["told_by"], text=typed["text"],
            outcome=Outcome(typed["outcome"]), voices=[self.by_id[key] for key in typed["voices"]],
        )  # fmt: skip


def _voice(opinion: Opinion) -> str:
    place = f", {opinion.hamlet.full_name}" if opinion.hamlet else ""
    return gettext("Ý kiến số %(number)s%(place)s") % {"number": opinion, "place": place}


class GiveForm(VersionedForm):
    """Which unit writes the answer, and until when."""

    unit = forms.ChoiceField(label=_("Đơn vị trả lời"))
    due_on = VietnameseDateField(label=_("Hạn trả lời"))

    def __init__(self, data: Any = None, *, obj: Matter, units: Sequence[Unit]) -> None:
        unit = obj.unit.public_id if obj.unit else ""
        super().__init__(data, obj=obj, initial={"unit": unit, "due_on": obj.writing_due_on})
        self.by_id = {one.public_id: one for one in units}
        self.fields["unit"].choices = [(one.public_id, one.name) for one in units]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Unit:
        return self.by_id[self.cleaned_data["unit"]]


class VerdictForm(forms.Form):
    """What somebody says of an answer, as it was told or stands on paper."""

    verdict = forms.ChoiceField(label=_("Người gửi cho biết"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Vì sao"), required=False, max_length=WORD_SIGNS, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bắt buộc khi chưa thỏa đáng: một câu là đủ."),
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["verdict"].choices = _choices(list(Satisfaction))  # type: ignore[attr-defined]

    def draft(self, way: VerdictWay) -> VerdictDraft:
        typed = self.cleaned_data
        return VerdictDraft(Satisfaction(typed["verdict"]), typed["words"], way)
