"""Lists handed in as a file: staged and checked row by row, then written into the ledger in chunks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.models.ledger import Opinion
from nghedan.domain.opinions.models.paper import Captured


class OpinionList(Captured):
    """A village-meeting sheet or a spreadsheet of opinions; ``columns`` says which column means what."""

    columns = models.JSONField(default=dict, editable=False)
    total = models.PositiveIntegerField(_("số dòng"), default=0, editable=False)
    done = models.PositiveIntegerField(_("đã xử lý"), default=0, editable=False)
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("danh sách ý kiến")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "state"], name="opinion_list_by_state"),)

    def __str__(self) -> str:
        return self.public_id


class ListRow(models.Model):
    """A row of a list. ``content`` is locked, because it may hold names, and emptied once it is in the ledger."""

    list = models.ForeignKey(OpinionList, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField(_("dòng"))
    content = models.TextField(blank=True)
    verdict = models.CharField(max_length=20)
    problems = models.JSONField(default=dict)
    opinion = models.OneToOneField(Opinion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("dòng của danh sách")
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=["list", "position"], name="list_row_once"),)

    def __str__(self) -> str:
        return str(self.position)
