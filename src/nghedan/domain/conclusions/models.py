"""What a conclusion consists of."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class ConclusionItem(LocalityModel):
    """One thing a conclusion says (nội dung kết luận): what, and where it is given to a unit, to whom until when.

    ``outcome`` is what was recorded in the hall and the item was drafted from. ``supporting`` names the units that
    support, ``competent_body`` to whom it goes that is not ours, ``product`` what is to lie on the table in the end.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("nội dung kiến nghị"))  # fmt: skip  # noqa: E501
    outcome = models.ForeignKey(Outcome, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    group = models.CharField(_("phần"), max_length=20, default=ItemGroup.ASSIGNED.value)
    text = models.TextField(_("nội dung kết luận"))
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị chủ trì"))  # fmt: skip  # noqa: E501
    supporting = models.CharField(_("đơn vị phối hợp"), max_length=300, blank=True)
    competent_body = models.CharField(_("chuyển cơ quan"), max_length=200, blank=True)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    product = models.CharField(_("sản phẩm"), max_length=200, blank=True)
    position = models.PositiveIntegerField(_("thứ tự"), default=0, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "supporting", "competent_body", "product")

    class Meta:
        verbose_name = _("nội dung kết luận")
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["locality", "dialogue", "position"], name="conclusion_item_in_order"),)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "dialogue", "matter"], condition=Q(state="current"), name="one_item_per_matter",
                violation_error_message=_("Nội dung kiến nghị này đã có trong kết luận; xin sửa dòng đã có."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.text[:80]

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()
