"""Who gave an opinion, how to answer, and what may be published: the same fields wherever one is taken in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.identities.person import Person


def _ways() -> list[tuple[str, str]]:
    return [(way.value, gettext(way.label)) for way in ReplyWay]


class WordsField(forms.CharField):
    """What somebody said. Whether it is too little or too much is the ledger's rule, so that nothing is cut off."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": _("Ý kiến, ghi nguyên văn"), "required": False, "strip": False, **options})

    def to_python(self, value: Any) -> str:
        """Take out the signs nobody sees, which a text pasted from elsewhere may hold."""
        return clean(super().to_python(value) or "")


class PersonFields(forms.Form):
    """Name and contact, all of them open; the way to answer; consent."""

    name = forms.CharField(label=_("Họ tên"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Điện thoại"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    address = forms.CharField(label=_("Địa chỉ"), max_length=200, required=False)
    reply_way = forms.ChoiceField(label=_("Trả lời bằng cách nào"), choices=_ways, initial=ReplyWay.CODE.value)
    may_publish_name = forms.BooleanField(label=_("Đồng ý công khai họ tên"), required=False)

    @property
    def person(self) -> Person:
        typed = self.cleaned_data
        return Person(name=typed["name"], phone=typed["phone"], address=typed["address"])

    @property
    def reply(self) -> ReplyWay:
        return ReplyWay(self.cleaned_data["reply_way"])


class HamletField(forms.TypedChoiceField):
    """A hamlet of the day, or none; the value is the hamlet itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, empty_value=None, **options)

    def offer(self, hamlets: Sequence[Hamlet]) -> None:
        """Set the hamlets to choose from."""
        self.choices = [("", gettext("Chưa rõ")), *((one.public_id, str(one)) for one in hamlets)]
        self.coerce = {one.public_id: one for one in hamlets}.__getitem__
