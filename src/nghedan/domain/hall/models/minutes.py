"""The minutes: lines that grow from what happens, edited by the secretaries, read, signed and locked."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.terms import SigningWay
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Minutes(LocalityModel):
    """The minutes of one dialogue (biên bản). ``fingerprint`` is that of the text that was signed."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    corrections = models.TextField(_("ý kiến bổ sung khi đọc thông qua"), blank=True)
    read_at = models.DateTimeField(_("đọc thông qua lúc"), null=True, blank=True, editable=False)
    locked_at = models.DateTimeField(_("ký xong lúc"), null=True, blank=True, editable=False)
    fingerprint = models.CharField(_("mã kiểm tra"), max_length=64, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("corrections",)

    class Meta:
        verbose_name = _("biên bản")
        constraints = (models.UniqueConstraint(fields=["locality", "dialogue"], name="one_minutes"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()


class MinutesLine(LocalityModel):
    """A line of the minutes. What grew from a move keeps the row it tells of; ``at`` and ``position`` order the lines.

    Of a speaker the text holds a place for the name (``{speaker:…}``), never the name. ``occasion`` tells the lines of
    one row apart: a dialogue opens, adjourns, goes on. What happens anew to a line somebody wrote over waits in
    ``pending_text`` beside it.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(_("loại"), max_length=20)
    at = models.DateTimeField(_("lúc"), editable=False)
    position = models.PositiveIntegerField(_("thứ tự"), editable=False)
    subject_type = models.CharField(max_length=60, blank=True, editable=False)
    subject_id = models.CharField(max_length=12, blank=True, editable=False)
    occasion = models.CharField(max_length=40, blank=True, editable=False)
    text = models.TextField(_("nội dung"))
    is_by_hand = models.BooleanField(_("thư ký đã sửa"), default=False, editable=False)
    pending_text = models.TextField(_("nội dung mới từ diễn biến"), blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "pending_text")

    class Meta:
        verbose_name = _("dòng biên bản")
        ordering = ("at", "position")
        constraints = (
            models.UniqueConstraint(fields=["locality", "minutes", "position"], name="line_position_once"),
            models.UniqueConstraint(
                fields=["locality", "minutes", "subject_type", "subject_id", "kind", "occasion"],
                condition=~Q(subject_id=""), name="line_grows_once",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.minutes.dialogue.access_scopes()


class MinutesSignature(LocalityModel):
    """Somebody signed the minutes, by the own click or as the clerk recorded it from the paper; ``fingerprint`` is that
    of the text signed."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="signatures")
    part = models.CharField(_("tư cách"), max_length=20)
    officer = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("họ tên, chức vụ"), max_length=200)
    way = models.CharField(_("cách ký"), max_length=20, default=SigningWay.PAPER.value)
    signed_at = models.DateTimeField(_("ký lúc"), editable=False)
    fingerprint = models.CharField(_("mã kiểm tra"), max_length=64, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("name",)

    class Meta:
        verbose_name = _("chữ ký biên bản")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "minutes", "part"], condition=Q(state="signed"), name="signed_once_per_part",
                violation_error_message=_("Phần này đã có chữ ký; muốn ký lại, xin bỏ chữ ký ấy trước."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.minutes.dialogue.access_scopes()
