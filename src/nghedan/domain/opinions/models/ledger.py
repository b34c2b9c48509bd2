"""The ledger: opinions, whom they name, and the running numbers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models.paper import Sheet, Slip
from nghedan.domain.opinions.terms import Level, OpinionState, Origin, ReplyWay
from nghedan.domain.organisations.models import Body, Hamlet, Officer
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, HAMLET, Scope
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.tenancy.models import LocalityModel

UNNUMBERED = (OpinionState.HELD.value, OpinionState.DISCARDED.value)


class Opinion(LocalityModel):
    """What one person said at one time (ý kiến): never deleted, ``words`` never rewritten.

    ``corrected`` holds the latest correction of what was keyed in; every version stays in the journal. What was held
    back as sent by a robot has a receipt but no number before somebody lets it in.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("gửi tới"))
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("cuộc đối thoại"))  # fmt: skip  # noqa: E501
    year = models.PositiveSmallIntegerField(_("năm"), editable=False)
    number = models.PositiveIntegerField(_("số"), null=True, editable=False)
    origin = models.CharField(_("nguồn"), max_length=20)
    source = models.CharField(_("nguồn cụ thể"), max_length=200, blank=True)
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    received_on = models.DateField(_("ngày nhận"))
    is_late = models.BooleanField(_("sau ngày chốt"), default=False, editable=False)
    words = models.TextField(_("lời của người dân"))
    corrected = models.TextField(_("sửa lại cho đúng bản gốc"), blank=True)
    level = models.CharField(_("mức"), max_length=20, default=Level.ORDINARY.value, editable=False)
    is_sealed = models.BooleanField(_("niêm phong chờ cấp trên"), default=False, editable=False)
    identity = models.ForeignKey(Identity, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    reply_way = models.CharField(_("cách trả lời"), max_length=20, default=ReplyWay.CODE.value)
    may_publish_name = models.BooleanField(_("đồng ý công khai họ tên"), default=False)
    sheet = models.ForeignKey(Sheet, null=True, blank=True, on_delete=models.PROTECT, related_name="opinions")
    slip = models.ForeignKey(Slip, null=True, blank=True, on_delete=models.PROTECT, related_name="opinions")
    entered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    receipt_digest = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("words", "corrected", "source", "reason")
    SECRETS: ClassVar[tuple[str, ...]] = ("receipt_digest",)

    class Meta:
        verbose_name = _("ý kiến")
        ordering = ("-year", "-number")
        indexes = (
            models.Index(fields=["locality", "state", "year", "number"], name="opinion_by_state"),
            models.Index(fields=["locality", "dialogue", "number"], name="opinion_of_dialogue"),
            models.Index(fields=["locality", "hamlet", "year", "number"], name="opinion_of_hamlet"),
            models.Index(fields=["locality", "entered_by", "id"], name="opinion_entered_by"),
        )
        constraints = (
            models.UniqueConstraint(fields=["locality", "year", "number"], name="opinion_number_once"),
            models.UniqueConstraint(fields=["locality", "receipt_digest"], name="opinion_receipt_once"),
            models.CheckConstraint(
                condition=Q(number__isnull=True, state__in=UNNUMBERED)
                | (Q(number__isnull=False) & ~Q(state__in=UNNUMBERED)),
                name="opinion_numbered_once_received",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    @property
    def text(self) -> str:
        """What the person said, as corrected last."""
        return self.corrected or self.words

    @property
    def origin_term(self) -> Origin:
        return Origin(self.origin)

    def access_scopes(self) -> set[Scope]:
        own = {Scope(HAMLET, self.hamlet_id)} if self.hamlet_id else set()
        return {Scope(BODY, self.body_id)} | own


class NamedPerson(LocalityModel):
    """An officer of whom an opinion speaks: never among its readers, nor is anybody acting for her."""

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="named")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("officer",)

    class Meta:
        verbose_name = _("người được nêu tên")
        constraints = (
            models.UniqueConstraint(fields=["locality", "opinion", "officer"], name="named_once_per_opinion"),
        )

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.opinion.access_scopes()
