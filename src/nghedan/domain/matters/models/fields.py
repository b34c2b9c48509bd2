"""Fields (lĩnh vực): data of each locality, with the words by which they are recognised."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import DatedModel, Unit


class Field(DatedModel):
    """A field of matters with its words, its usual unit and days; each version stays in the journal.

    ``keywords`` are phrases with tone marks, one meaning each; they are compared without marks. A field with
    ``is_conduct`` is about officials: what is put there is set apart.
    """

    code = models.SlugField(_("mã"), max_length=40, editable=False)
    name = models.CharField(_("tên lĩnh vực"), max_length=120)
    keywords = models.JSONField(_("từ khóa"), default=list)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị thường phụ trách"))  # fmt: skip  # noqa: E501
    days = models.PositiveSmallIntegerField(_("số ngày làm việc để trả lời"), default=15)
    question = models.CharField(_("câu hỏi thêm cho người dân"), max_length=200, blank=True)
    is_conduct = models.BooleanField(_("về cán bộ, công vụ"), default=False)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    WORDS: ClassVar[tuple[str, ...]] = ("name", "keywords", "question")

    class Meta(DatedModel.Meta):
        verbose_name = _("lĩnh vực")
        ordering = ("position", "pk")
        constraints = (
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["locality", "code"],
                condition=Q(state="current"),
                name="field_once",
                violation_error_message=_("Đã có lĩnh vực mang mã này; xin chọn mã khác."),
            ),
        )

    def __str__(self) -> str:
        return self.name
