"""Who is invited and as what; what she answered."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.services.guests import GuestDraft
from nghedan.domain.invitations.services.replying import StandIn
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.domain.organisations.models import Hamlet, Officer
from nghedan.foundation.identities.person import Person
from nghedan.interfaces.web.versions import VersionedForm

TEL = {"inputmode": "tel", "autocomplete": "off"}
ANSWERS = (GuestState.ACCEPTED, GuestState.DECLINED, GuestState.REPLACED)


class GuestFields(forms.Form):
    """One of three: an officer chosen, a person by name, a post whose holder comes."""

    group = forms.ChoiceField(label=_("Nhóm"))
    officer = forms.ChoiceField(
        label=_("Cán bộ trong danh bạ"), required=False,
        help_text=_("Chọn nếu người được mời đang giữ chức vụ ở đây; khi đó không cần ghi họ tên."),
    )  # fmt: skip
    name = forms.CharField(label=_("Họ và tên"), max_length=120, required=False)
    post_title = forms.CharField(
        label=_("Chức vụ, tư cách"), max_length=200, required=False,
        help_text=_("Chưa rõ tên thì ghi chức vụ, ví dụ: Bí thư Chi bộ."),
    )  # fmt: skip
    organisation = forms.CharField(label=_("Cơ quan, tổ chức"), max_length=200, required=False)
    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=40, required=False, widget=forms.TextInput(attrs=TEL))
    contact = forms.EmailField(
        label=_("Thư điện tử"), max_length=120, required=False,
        help_text=_("Có địa chỉ thì gửi được giấy mời qua thư điện tử."),
    )  # fmt: skip
    marks_optional = False

    def offer(self, officers: Sequence[Officer], hamlets: Sequence[Hamlet]) -> None:
        """Set whom and what may be chosen."""
        self.officers = {one.public_id: one for one in officers}
        self.hamlets = {one.public_id: one for one in hamlets}
        none = ("", gettext("Không chọn"))
        self._choices("group", [(one.value, gettext(one.label)) for one in GuestGroup])
        self._choices("officer", [none, *((one.public_id, one.full_name) for one in officers)])
        self._choices("hamlet", [none, *((one.public_id, str(one)) for one in hamlets)])

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def draft(self) -> GuestDraft:
        """Return who is to be on the list."""
        typed = self.cleaned_data
        return GuestDraft(
            group=GuestGroup(typed["group"]), post_title=typed["post_title"], organisation=typed["organisation"],
            officer=self.officers.get(typed["officer"]), hamlet=self.hamlets.get(typed["hamlet"]),
            person=Person(name=typed["name"], phone=typed["phone"], contact=typed["contact"]),
        )  # fmt: skip


class NewGuestForm(GuestFields):
    """Somebody new on the list."""

    def __init__(self, data: Any = None, *, officers: Sequence[Officer], hamlets: Sequence[Hamlet]) -> None:
        super().__init__(data, initial={"group": GuestGroup.PEOPLE.value})
        self.offer(officers, hamlets)


class GuestForm(VersionedForm, GuestFields):
    """Somebody on the list; names as they were read."""

    def __init__(
        self, data: Any = None, *, obj: Guest, person: Person, officers: Sequence[Officer], hamlets: Sequence[Hamlet]
    ) -> None:
        own = Person() if obj.officer_id else person
        initial = {
            "group": obj.group, "officer": obj.officer.public_id if obj.officer else "", "name": own.name,
            "post_title": obj.post_title, "organisation": obj.organisation, "phone": own.phone,
            "contact": own.contact, "hamlet": obj.hamlet.public_id if obj.hamlet else "",
        }  # fmt: skip
        super().__init__(data, obj=obj, initial=initial)
        self.offer(officers, [*hamlets, *([obj.hamlet] if obj.hamlet and obj.hamlet not in hamlets else [])])

    @property
    def is_renamed(self) -> bool:
        """Say whether name or contacts were changed: then they get a box of their own."""
        return bool({"name", "phone", "contact", "officer"} & set(self.changed_data))


class AnswerForm(VersionedForm):
    """Comes, does not come, or somebody else does."""

    answer = forms.ChoiceField(label=_("Trả lời"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Họ tên người dự thay"), max_length=120, required=False,
        help_text=_("Chỉ ghi khi cử người dự thay."),
    )  # fmt: skip
    post_title = forms.CharField(label=_("Chức vụ người dự thay"), max_length=200, required=False)
    phone = forms.CharField(
        label=_("Điện thoại người dự thay"), max_length=40, required=False, widget=forms.TextInput(attrs=TEL)
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
    marks_optional = False

    def __init__(self, data: Any = None, *, obj: Guest, prefix: str | None = None) -> None:
        known = obj.state if obj.state in ANSWERS else ""
        super().__init__(data, obj=obj, initial={"answer": known, "note": obj.reply_note}, prefix=prefix)
        self.fields["answer"].choices = [(one.value, gettext(one.label)) for one in ANSWERS]  # type: ignore[attr-defined]

    @property
    def answered(self) -> GuestState:
        return GuestState(self.cleaned_data["answer"])

    @property
    def who(self) -> StandIn:
        typed = self.cleaned_data
        person = Person(name=typed["name"], phone=typed["phone"])
        return StandIn(person, post_title=typed["post_title"])
