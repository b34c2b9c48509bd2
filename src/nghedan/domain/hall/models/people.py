"""Who is in the hall, and who asks to speak."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.terms import RequestWay
from nghedan.domain.invitations.models import Guest
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.tenancy.models import LocalityModel


class Attendance(LocalityModel):
    """Somebody who came: an invited guest, or a walk-in whose name is optional."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    guest = models.ForeignKey(Guest, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances")
    identity = models.ForeignKey(Identity, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    note = models.CharField(_("ghi chú"), max_length=200, blank=True)
    arrived_at = models.DateTimeField(_("đến lúc"), editable=False)
    left_at = models.DateTimeField(_("về lúc"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("note",)

    class Meta:
        verbose_name = _("người dự")
        ordering = ("arrived_at", "pk")
        indexes = (models.Index(fields=["locality", "dialogue", "hamlet"], name="attendance_of_hamlet"),)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "dialogue", "guest"], condition=~Q(state="void"), name="guest_arrives_once",
                violation_error_message=_("Đại biểu này đã được ghi có mặt; không cần ghi nữa."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()


class SpeakerRequest(LocalityModel):
    """Somebody asks to speak. ``number`` is the registered order; ``ahead_of`` is the head's override: 0 stands in
    line, a higher one goes first. The name is shown only to the desk unless ``may_show_name``."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("số đăng ký"), editable=False)
    ahead_of = models.PositiveIntegerField(default=0, editable=False)
    identity = models.ForeignKey(Identity, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    guest = models.ForeignKey(Guest, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    topic = models.CharField(_("nội dung sẽ phát biểu"), max_length=300, blank=True)
    opinion = models.ForeignKey(Opinion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(_("cách đăng ký"), max_length=20, default=RequestWay.OFFICE.value)
    may_show_name = models.BooleanField(_("đồng ý nêu tên trên màn hình"), default=False)
    reason = models.CharField(_("lý do đổi thứ tự"), max_length=300, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("topic", "reason")

    is_withheld: bool = False
    """Set by the query of what somebody may see: the row tells of what she may not read."""

    class Meta:
        verbose_name = _("đăng ký phát biểu")
        ordering = ("-ahead_of", "number")
        indexes = (models.Index(fields=["locality", "dialogue", "state", "number"], name="request_in_order"),)
        constraints = (models.UniqueConstraint(fields=["locality", "dialogue", "number"], name="request_number_once"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        own = {Scope(HAMLET, self.hamlet_id)} if self.hamlet_id else set()
        return self.dialogue.access_scopes() | own
