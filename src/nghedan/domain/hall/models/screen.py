"""What the hall sees."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models.turns import Turn
from nghedan.domain.hall.terms import Shows
from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Projection(LocalityModel):
    """What was released to the hall of a dialogue: at rest its title; never more than somebody let it show.

    ``turn`` is the one that ran when a topic was released: it goes with that speaker, not with the next.
    ``is_page_open`` opens the page for those attending, ``takes_requests`` lets them ask to speak there.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    shows = models.CharField(_("màn hình hội trường"), max_length=20, default=Shows.TITLE.value)
    turn = models.ForeignKey(Turn, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    line = models.CharField(_("dòng chữ"), max_length=300, blank=True)
    has_countdown = models.BooleanField(_("hiện đồng hồ đếm ngược"), default=False)
    is_page_open = models.BooleanField(_("mở trang cho người dự"), default=False)
    takes_requests = models.BooleanField(_("nhận đăng ký phát biểu trên trang cho người dự"), default=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("line",)

    class Meta:
        verbose_name = _("màn hình hội trường")
        constraints = (models.UniqueConstraint(fields=["locality", "dialogue"], name="one_projection"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()
