"""Quick entry, and what is changed afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Origin, ReplyWay
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.ui.fields import VietnameseDateField
from nghedan.interfaces.console.ledger.forms.addressing import Addressing
from nghedan.interfaces.console.ledger.forms.person import HamletField, PersonFields, WordsField
from nghedan.interfaces.web.versions import VersionedForm

BY_HAND = (
    Origin.PHONE, Origin.RECEPTION, Origin.LETTER, Origin.BOX, Origin.VOTERS, Origin.MEETING, Origin.HAMLET,
    Origin.UNIT, Origin.OTHER_PORTAL, Origin.SLIP,
)  # fmt: skip
"""The ways a clerk writes down herself, the most frequent first."""
SOURCE_SIGNS = 200


def origins() -> list[tuple[str, str]]:
    return [(one.value, gettext(one.label)) for one in BY_HAND]


class EntryForm(PersonFields):
    """An opinion as it is told to the clerk: the words first, for everything else a likely answer stands there."""

    words = WordsField()
    origin = forms.ChoiceField(label=_("Nguồn"), choices=origins, initial=Origin.PHONE.value)
    source = forms.CharField(
        label=_("Nguồn cụ thể"), max_length=SOURCE_SIGNS, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    hamlet = HamletField(label=_("Thôn, tổ dân phố"))
    received_on = VietnameseDateField(label=_("Ngày nhận"), help_text="")
    addressed = forms.ChoiceField(label=_("Cho cuộc đối thoại"))
    marks_optional = False
    field_order = (
        "words", "origin", "hamlet", "name", "phone", "address", "reply_way", "may_publish_name", "source",
        "received_on", "addressed",
    )  # fmt: skip

    def __init__(
        self,
        data: Any = None,
        *,
        hamlets: Sequence[Hamlet],
        addressing: Addressing,
        today: date,
        kept: Opinion | None = None,
    ) -> None:
        initial: dict[str, Any] = {"received_on": today, "addressed": addressing.first}
        if kept is not None:
            initial |= {"origin": kept.origin, "hamlet": kept.hamlet.public_id if kept.hamlet else ""}
            initial |= {"source": kept.source, "received_on": kept.received_on}
            initial["addressed"] = addressing.value_of(kept.body, kept.dialogue)
        super().__init__(data, initial=initial)
        self.addressing = addressing
        self.fields["hamlet"].offer(hamlets)  # type: ignore[attr-defined]
        self.fields["addressed"].choices = addressing.choices  # type: ignore[attr-defined]
        if kept is not None:
            self.fields["words"].widget.attrs["autofocus"] = True

    def draft(self) -> tuple[Body, OpinionDraft]:
        typed = self.cleaned_data
        body, dialogue = self.addressing.chosen(typed["addressed"])
        return body, OpinionDraft(
            words=typed["words"], origin=Origin(typed["origin"]), dialogue=dialogue, hamlet=typed["hamlet"],
            received_on=typed["received_on"], source=typed["source"], person=self.person, reply_way=self.reply,
            may_publish_name=typed["may_publish_name"],
        )  # fmt: skip


class CorrectForm(VersionedForm):
    """What was really said, and why it was keyed otherwise."""

    words = WordsField()
    reason = forms.CharField(label=_("Lý do sửa"), max_length=300, required=False)
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Opinion) -> None:
        super().__init__(data, obj=obj, initial={"words": obj.text})


class VoidForm(VersionedForm):
    """Why a line does not count."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=300, required=False, help_text=_("Ví dụ: nhập hai lần, thử phần mềm")
    )
    marks_optional = False


class NamesForm(forms.Form):
    """Why somebody's name is looked at; the journal keeps it."""

    reason = forms.CharField(
        label=_("Lý do xem"), max_length=200, required=False, help_text=_("Ví dụ: gọi lại để hỏi rõ nội dung")
    )
    marks_optional = False


class EditForm(VersionedForm):
    """What surrounds the words."""

    origin = forms.ChoiceField(label=_("Nguồn"))
    source = forms.CharField(label=_("Nguồn cụ thể"), max_length=SOURCE_SIGNS, required=False)
    hamlet = HamletField(label=_("Thôn, tổ dân phố"))
    received_on = VietnameseDateField(label=_("Ngày nhận"))
    addressed = forms.ChoiceField(label=_("Cho cuộc đối thoại"))
    reply_way = forms.ChoiceField(label=_("Trả lời bằng cách nào"))
    may_publish_name = forms.BooleanField(label=_("Đồng ý công khai họ tên"), required=False)

    def __init__(self, data: Any = None, *, obj: Opinion, hamlets: Sequence[Hamlet], addressing: Addressing) -> None:
        own = Addressing([obj.body], _of_body(addressing, obj))
        initial = {
            "origin": obj.origin, "source": obj.source, "hamlet": obj.hamlet.public_id if obj.hamlet else "",
            "received_on": obj.received_on, "addressed": own.value_of(obj.body, obj.dialogue),
            "reply_way": obj.reply_way, "may_publish_name": obj.may_publish_name,
        }  # fmt: skip
        super().__init__(data, obj=obj, initial=initial)
        self.addressing = own
        known = [obj.hamlet] if obj.hamlet and obj.hamlet not in hamlets else []
        self.fields["hamlet"].offer([*hamlets, *known])  # type: ignore[attr-defined]
        self.fields["origin"].choices = [(one.value, gettext(one.label)) for one in Origin]  # type: ignore[attr-defined]
        self.fields["reply_way"].choices = [(one.value, gettext(one.label)) for one in ReplyWay]  # type: ignore[attr-defined]
        self.fields["addressed"].choices = own.choices  # type: ignore[attr-defined]

    def changes(self) -> Mapping[str, Any]:
        """Return what was filled in as changes of the opinion."""
        typed = {name: value for name, value in self.cleaned_data.items() if name not in ("version", "addressed")}
        return {**typed, "dialogue": self.addressing.chosen(self.cleaned_data["addressed"])[1]}


def _of_body(addressing: Addressing, opinion: Opinion) -> list[Any]:
    """An opinion stays with its body: the dialogues of that body, the opinion's own among them."""
    offered = [one for one in addressing.dialogues if one.body_id == opinion.body_id]
    own = opinion.dialogue
    return offered if own is None or own in offered else [own, *offered]
