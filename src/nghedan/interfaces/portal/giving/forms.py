"""One question a page. Whatever is typed wrongly stays typed; what counts as words is the ledger's own rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.rules.words import check_words
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.identities.person import phone_digits
from nghedan.interfaces.portal.present import when_of
from nghedan.interfaces.web.wording import sentence_of
from nghedan.kernel.errors import Invalid
from nghedan.kernel.vietnamese import format_date

NOWHERE = "khong-neu"
NO_DIALOGUE = "viec-khac"
MOST_RADIOS = 12
FEWEST_DIGITS, MOST_DIGITS = 8, 15
CHOOSE = _("Xin chọn một trong các mục dưới đây.")


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from, and what has been typed so far."""

    hamlets: Sequence[Hamlet]
    dialogues: Sequence[Dialogue]
    typed: Mapping[str, str]

    @property
    def way(self) -> str:
        return self.typed.get("reply_way", "")


class Question(forms.Form):
    """One page; with several fields it has a heading of its own."""

    heading: ClassVar[Any] = ""
    lead: ClassVar[Any] = ""

    def __init__(self, *args: Any, offered: Offered, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = offered
        self.offer()

    def offer(self) -> None:
        """Fill in what there is to choose from."""


class DialogueQuestion(Question):
    dialogue = forms.ChoiceField(
        label=_("Ý kiến gửi cho cuộc đối thoại nào?"), widget=forms.RadioSelect, error_messages={"required": CHOOSE}
    )

    def offer(self) -> None:
        choices = [(row.public_id, f"{row.theme} ({_day_of(row)})") for row in self.offered.dialogues]
        self.fields["dialogue"].choices = [*choices, (NO_DIALOGUE, gettext("Việc khác, không thuộc các cuộc này"))]  # type: ignore[attr-defined]


class PlaceQuestion(Question):
    hamlet = forms.ChoiceField(
        label=_("Ông/bà ở đâu?"), error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        help_text=_("Để biết việc ở nơi nào. Không muốn nói cũng được."),
    )  # fmt: skip

    def offer(self) -> None:
        choices = [(hamlet.public_id, str(hamlet)) for hamlet in self.offered.hamlets]
        choices.append((NOWHERE, gettext("Không muốn nói")))
        if len(choices) > MOST_RADIOS:
            self.fields["hamlet"].widget = forms.Select(attrs={"class": "portal-choice"})
            choices.insert(0, ("", gettext("Chọn nơi ở")))
        else:
            self.fields["hamlet"].widget = forms.RadioSelect()
        self.fields["hamlet"].choices = choices  # type: ignore[attr-defined]


class WordsQuestion(Question):
    words = forms.CharField(
        label=_("Ông/bà muốn nói điều gì?"), required=False,
        help_text=_("Viết như nói: việc gì, ở đâu, từ bao giờ, mong chính quyền làm gì. Không cần viết hay."),
        widget=forms.Textarea(attrs={"rows": 10, "class": "portal-words"}),
    )  # fmt: skip
    marks_optional = False

    def clean_words(self) -> str:
        """Return the words as the ledger would keep them. Raises ValidationError."""
        try:
            return check_words(self.cleaned_data["words"])
        except Invalid as error:
            raise ValidationError(sentence_of(error), code=error.code) from error


class ReplyQuestion(Question):
    reply_way = forms.ChoiceField(
        label=_("Ông/bà muốn được trả lời bằng cách nào?"), widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )  # fmt: skip

    def offer(self) -> None:
        self.fields["reply_way"].choices = [(way.value, gettext(way.label)) for way in ReplyWay]  # type: ignore[attr-defined]

    def clean_reply_way(self) -> str:
        """Return the way. Raises ValidationError for the hamlet's head where no hamlet is named."""
        way: str = self.cleaned_data["reply_way"]
        if way == ReplyWay.HAMLET and self.offered.typed.get("hamlet") == NOWHERE:
            raise ValidationError(gettext("Để được trả lời qua trưởng thôn, tổ trưởng, xin quay lại chọn nơi ở; hoặc chọn cách khác."))  # fmt: skip  # noqa: E501
        return way


class ContactQuestion(Question):
    """Name and contact, kept apart from the words."""

    heading = _("Họ tên và cách liên hệ")
    lead = _(
        "Tên và cách liên hệ được cất riêng, có khóa; đơn vị trả lời chỉ thấy nội dung, không thấy tên. Không ghi tên "
        "cũng được."
    )

    name = forms.CharField(label=_("Họ và tên"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))  # fmt: skip  # noqa: E501
    phone = forms.CharField(
        label=_("Số điện thoại"), required=False, max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "class": "govuk-input--width-20"}),
    )  # fmt: skip
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "street-address"}))  # fmt: skip  # noqa: E501

    def offer(self) -> None:
        needed = {ReplyWay.PHONE.value: ("phone", gettext("Để được gọi lại, xin ghi số điện thoại.")), ReplyWay.WRITING.value: ("address", gettext("Để được gửi văn bản, xin ghi địa chỉ."))}  # fmt: skip  # noqa: E501
        if self.offered.way in needed:
            name, sentence = needed[self.offered.way]
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = sentence

    def clean_phone(self) -> str:
        """Return the number as typed. Raises ValidationError when it cannot be one."""
        phone: str = self.cleaned_data["phone"]
        if phone and not FEWEST_DIGITS <= len(phone_digits(phone)) <= MOST_DIGITS:
            raise ValidationError(gettext("Số điện thoại chưa đúng. Xin ghi một số, ví dụ 0912 345 678; hoặc để trống nếu không cần gọi lại."))  # fmt: skip  # noqa: E501
        return phone


class PublishQuestion(Question):
    """What may be published; asked only where there is a name."""

    heading = _("Có nêu tên ông/bà khi công khai không?")
    lead = _(
        "Khi công khai kết quả, nội dung ý kiến được nêu vắn tắt. Họ tên chỉ được nêu nếu ông/bà đánh dấu vào ô dưới "
        "đây."
    )
    marks_optional = False

    may_publish_name = forms.BooleanField(label=_("Đồng ý công khai họ tên của tôi"), required=False)


class SendForm(forms.Form):
    """The last page: a picture, if she likes. What a picture must be is checked where files are kept."""

    file = forms.FileField(
        label=_("Ảnh kèm theo"), required=False, allow_empty_file=True,
        help_text=_(
            "Một tấm ảnh chụp việc đang nói, nếu có. Nơi chụp và thông tin máy chụp lưu trong ảnh sẽ được xóa."
        ),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )  # fmt: skip


def _day_of(dialogue: Dialogue) -> str:
    return format_date(dialogue.held_on) if dialogue.held_on else when_of(dialogue)
