"""The form by which somebody in the hall asks to speak."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.ui.fields import IdempotencyKeyField

FORM = "hall.ask"


class AskForm(forms.Form):
    """A hamlet; a name and a topic, if she likes."""

    hamlet = forms.ChoiceField(label=_("Ông/bà ở thôn, tổ dân phố nào?"))
    name = forms.CharField(
        label=_("Họ và tên"), max_length=120, required=False,
        help_text=_("Để thư ký mời đúng người. Chỉ bàn thư ký và chủ trì thấy."),
    )  # fmt: skip
    topic = forms.CharField(label=_("Nội dung muốn nói"), max_length=300, required=False)
    may_show_name = forms.BooleanField(label=_("Đồng ý nêu tên tôi trên màn hình hội trường"), required=False)
    form_key = IdempotencyKeyField()

    def __init__(self, data: Any = None, *, hamlets: Sequence[Hamlet], **options: Any) -> None:
        super().__init__(data, **options)
        self.hamlets = {hamlet.public_id: hamlet for hamlet in hamlets}
        offered = [("", gettext("Chọn thôn, tổ dân phố")), *((key, str(row)) for key, row in self.hamlets.items())]
        self.fields["hamlet"].choices = offered  # type: ignore[attr-defined]
