"""Official papers of a dialogue, and what they hold of others' rows."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.papers.terms import Audience, PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import BODY, Scope
from nghedan.foundation.tenancy.models import LocalityModel

STANDING = (
    PaperState.DRAFT.value, PaperState.SUBMITTED.value, PaperState.SIGNED.value, PaperState.ISSUED.value,
)  # fmt: skip


class OfficialPaper(LocalityModel):
    """A paper that is drafted, submitted, signed and issued under a number (thông báo, báo cáo, công văn …).

    ``words`` are the parts somebody wrote, by the key of the part; all else follows from facts until it is issued.
    Then it is frozen: its files as attachments, its text here unless it holds names. ``subject_id`` tells several
    papers of one kind apart: the matter a letter answers, the running number of a later notice.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("cơ quan ban hành"))
    kind = models.CharField(_("loại văn bản"), max_length=60, editable=False)
    subject_type = models.CharField(max_length=60, blank=True, editable=False)
    subject_id = models.CharField(max_length=12, blank=True, editable=False)
    audience = models.CharField(max_length=20, default=Audience.OFFICE.value, editable=False)
    title = models.CharField(_("trích yếu"), max_length=400)
    addressee = models.CharField(_("kính gửi"), max_length=400, blank=True)
    words = models.JSONField(_("phần soạn thêm"), default=dict, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    submitted_on = models.DateField(_("ngày trình"), null=True, blank=True)
    signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    frozen_text = models.TextField(blank=True, editable=False)
    frozen_html = models.TextField(blank=True, editable=False)
    digest = models.CharField(_("mã kiểm tra"), max_length=64, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    seen_by: Actor | None = None
    """Who opened it in this request: a kind that prints names reads them as hers."""

    WORDS: ClassVar[tuple[str, ...]] = ("title", "addressee", "words", "reason")
    SECRETS: ClassVar[tuple[str, ...]] = ("frozen_text", "frozen_html")
    """Long, and told in the journal by their digest."""

    class Meta:
        verbose_name = _("văn bản")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["locality", "dialogue", "kind"], name="official_paper_of_dialogue"),
            models.Index(fields=["locality", "subject_type", "subject_id"], name="official_paper_of_subject"),
            models.Index(fields=["locality", "body", "issued_on"], name="official_paper_by_day"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "dialogue", "kind", "subject_id"], condition=Q(state__in=STANDING),
                name="one_standing_paper_of_a_kind",
                violation_error_message=_("Văn bản này đã có; xin mở bản đã có để sửa."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Say whether its text still follows from facts."""
        return self.state in (PaperState.DRAFT, PaperState.SUBMITTED, PaperState.SIGNED)

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_id)}


class HeldRow(LocalityModel):
    """A row whose words stand in an issued paper: when it becomes restricted the paper is withheld."""

    paper = models.ForeignKey(OfficialPaper, on_delete=models.CASCADE, related_name="held")
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=12)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("nội dung có trong văn bản")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "paper", "subject_type", "subject_id"], name="held_once_per_paper"
            ),
        )
        indexes = (models.Index(fields=["locality", "subject_type", "subject_id"], name="held_row_by_subject"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.paper.access_scopes()
