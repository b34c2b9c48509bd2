"""What a notice told the people, and the log of where and when it was made known."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class NoticeFacts(LocalityModel):
    """What an issued notice told the people of day, hour and place, so that a later change is seen.

    ``is_off`` says that the people were told of no day: put off, or not held.
    """

    paper = models.ForeignKey(OfficialPaper, on_delete=models.CASCADE, related_name="notice_facts")
    held_on = models.DateField(_("ngày đã thông báo"), null=True, blank=True)
    starts_at = models.TimeField(_("giờ đã thông báo"), null=True, blank=True)
    venue = models.CharField(_("địa điểm đã thông báo"), max_length=300, blank=True)
    is_off = models.BooleanField(_("đã thông báo hoãn, không tổ chức"), default=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("venue",)

    class Meta:
        verbose_name = _("nội dung đã thông báo")
        constraints = (models.UniqueConstraint(fields=["locality", "paper"], name="told_once_by_a_notice"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.paper.access_scopes()


class Posting(LocalityModel):
    """One time a notice was read out, put up or handed over: the proof that the people were told.

    Without a hamlet it was for the whole locality. The photograph or scan that proves it is attached to this row; where
    one proves several rows it is attached to the first, and the others name that one in ``proven_by``.
    """

    paper = models.ForeignKey(OfficialPaper, on_delete=models.PROTECT, related_name="postings")
    channel = models.CharField(_("cách thông báo"), max_length=20)
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    posted_on = models.DateField(_("ngày"))
    posted_at = models.TimeField(_("giờ"), null=True, blank=True)
    by_whom = models.CharField(_("người thực hiện"), max_length=200, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    void_reason = models.CharField(_("lý do ghi nhầm"), max_length=300, blank=True)
    proven_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("by_whom", "note", "void_reason")

    class Meta:
        verbose_name = _("lần phát, niêm yết thông báo")
        ordering = ("posted_on", "pk")
        indexes = (
            models.Index(fields=["locality", "paper", "state"], name="posting_of_paper"),
            models.Index(fields=["locality", "hamlet", "posted_on"], name="posting_in_hamlet"),
        )

    def __str__(self) -> str:
        return PostingChannel(self.channel).label

    def access_scopes(self) -> set[Scope]:
        own = {Scope(HAMLET, self.hamlet_id)} if self.hamlet_id else set()
        return self.paper.access_scopes() | own
