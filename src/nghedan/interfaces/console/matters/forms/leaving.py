"""Why a matter is not answered here."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Competence
from nghedan.interfaces.web.versions import VersionedForm

ELSEWHERE = (Competence.OTHER, Competence.ABOVE)


def _competences() -> list[tuple[str, str]]:
    return [(one.value, gettext(one.label)) for one in ELSEWHERE]


class LeaveForm(VersionedForm):
    """The reason, as everybody concerned will read it."""

    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 4}))


class SettleForm(LeaveForm):
    """How a matter was settled at the hamlet."""

    def __init__(self, data: Any = None, *, obj: Matter) -> None:
        super().__init__(data, obj=obj)
        self.fields["reason"].label = _("Đã giải quyết thế nào")


class ReferForm(LeaveForm):
    """To whom a matter is referred, and why."""

    competence = forms.ChoiceField(label=_("Thẩm quyền"), choices=_competences, widget=forms.RadioSelect)
    competent_body = forms.CharField(label=_("Cơ quan có thẩm quyền"), max_length=200)
    field_order = ("competence", "competent_body", "reason")

    def __init__(self, data: Any = None, *, obj: Matter) -> None:
        initial = {"competence": obj.competence, "competent_body": obj.competent_body}
        super().__init__(data, obj=obj, initial=initial)
        self.fields["reason"].required = False
