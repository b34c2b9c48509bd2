"""Forms of the eight questions a new plan begins with."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.services.planning import REPRESENTATIVE_OF_COUNCIL
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.composing import Answers, default_bases
from nghedan.domain.plans.intake import ItemDraft, PlanDraft, with_choices
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.ui.fields import LinesField, VietnameseDateField, WholeNumberField
from nghedan.interfaces.console.plans.bodies import choices_of, suggested
from nghedan.interfaces.console.plans.forms.content import NARROW, lines, text, year_field
from nghedan.interfaces.console.plans.forms.fields import DutiesField
from nghedan.interfaces.console.plans.forms.openness import OpennessFields
from nghedan.interfaces.console.plans.forms.parts import as_number, months, quarters, translated

MOST_DIALOGUES = 12


class FrameForm(forms.Form):
    """Body and bases, year and how many, who presides, units with special duties."""

    body = forms.ChoiceField(
        label=_("Kế hoạch của cơ quan nào?"), widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn cơ quan ban hành.")},
    )  # fmt: skip
    legal_bases = LinesField(
        label=_("Căn cứ"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Mỗi văn bản một dòng. Để trống thì dùng các căn cứ thường dùng của cơ quan ấy."),
    )  # fmt: skip
    year = year_field(_("Kế hoạch của năm nào?"))
    count = WholeNumberField(
        label=_("Bao nhiêu cuộc đối thoại?"),
        min_value=1,
        max_value=MOST_DIALOGUES,
        widget=forms.TextInput(attrs=NARROW),
    )  # fmt: skip
    head_post = text(_("Ai chủ trì?"), max_length=120, help_text=_("Để trống thì là người đứng đầu cơ quan."))
    co_chairs = lines(_("Ai đồng chủ trì?"), rows=2, help_text=_("Mỗi người một dòng, ghi chức vụ."))
    stand_in = text(_("Ai thay khi người chủ trì vắng?"), max_length=120)
    special_duties = DutiesField(
        label=_("Đơn vị nào có nhiệm vụ riêng?"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Nhiệm vụ thường lệ của từng đơn vị đã có sẵn. Chỉ ghi thêm việc riêng, ví dụ: "
            "Trạm Y tế: bố trí trực y tế tại hội trường"
        ),
    )  # fmt: skip
    marks_optional = False

    def __init__(self, data: Any = None, *, bodies: list[Body], year: int) -> None:
        only = bodies[0] if len(bodies) == 1 else None
        initial = {
            "body": suggested(bodies, ""),
            "legal_bases": default_bases(only.kind) if only else [],
            "year": year,
            "count": 1,
            "co_chairs": [gettext(REPRESENTATIVE_OF_COUNCIL)] if only and not only.is_party else [],
            "head_post": only.head_post if only else "",
            "stand_in": only.deputy_post if only else "",
        }
        super().__init__(data, initial=initial)
        self.fields["body"].choices = choices_of(bodies)  # type: ignore[attr-defined]
        self.bodies = {body.public_id: body for body in bodies}

    @property
    def chosen_body(self) -> Body:
        return self.bodies[self.cleaned_data["body"]]

    def answers(self, dialogues: list[ItemDraft]) -> Answers:
        """Return all eight answers. Call it only once the form is valid."""
        typed, body = self.cleaned_data, self.chosen_body
        return Answers(
            body_kind=body.kind,
            place=body.locality.full_name,
            year=typed["year"],
            head_post=typed["head_post"] or body.head_post,
            legal_bases=typed["legal_bases"],
            dialogues=dialogues,
            co_chairs=typed["co_chairs"],
            stand_in=typed["stand_in"],
            special_duties=typed["special_duties"],
        )


class DialogueForm(forms.Form):
    """Kind and theme, audience or cluster of hamlets, when, where: of one dialogue."""

    kind = forms.TypedChoiceField(label=_("Loại"), choices=lambda: translated(ItemKind), coerce=ItemKind)
    topics = lines(_("Về nội dung gì?"), rows=3, help_text=_("Để trống thì dùng nội dung chung. Mỗi ý một dòng."))
    audience = lines(
        _("Với ai, hay với cụm thôn nào?"), rows=2, help_text=_("Ví dụ: Nhân dân các thôn Đồi Chè, Bãi Dâu")
    )
    openness = forms.TypedChoiceField(
        label=_("Người dự"), choices=lambda: translated(Openness), coerce=Openness, widget=forms.RadioSelect,
        initial=Openness.OPEN.value,
    )  # fmt: skip
    quarter = forms.TypedChoiceField(
        label=_("Khi nào? Quý"), required=False, choices=quarters, coerce=as_number, empty_value=None
    )
    month = forms.TypedChoiceField(label=_("Tháng"), required=False, choices=months, coerce=as_number, empty_value=None)
    held_on = VietnameseDateField(label=_("Ngày, nếu đã ấn định"), required=False)
    venue = text(_("Ở đâu?"))
    marks_optional = False

    def draft(self, year: int) -> ItemDraft:
        """Return what was typed. Call it only once the form is valid."""
        typed: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in self.cleaned_data.items()}
        return ItemDraft(year=year, **typed)


class MakeForm(OpennessFields):
    """The last look before the draft is made."""

    with_dialogues = forms.BooleanField(
        label=_("Đưa luôn các cuộc đối thoại vào chương trình"), required=False,
        help_text=_("Nếu chưa chắc, có thể làm sau từ trang kế hoạch."),
    )  # fmt: skip
    marks_optional = False

    def __init__(self, data: Any = None, *, draft: PlanDraft) -> None:
        super().__init__(data)
        self.draft = draft
        self.offer_items(draft.items)

    def chosen_draft(self) -> PlanDraft:
        """Return the plan with who may come as chosen. Call it only once the form is valid."""
        return with_choices(self.draft, self.choices)
