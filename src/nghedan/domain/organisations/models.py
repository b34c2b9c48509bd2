"""Bodies, units, hamlets, the people in office and their posts, and delegation: each valid from one day to another.

A row that is renamed or merged stays as it was, so that earlier files go on printing the names of their day.
"""

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.terms import BodyKind, HamletKind
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT, Scope
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.models import Instruction

M = TypeVar("M", bound=models.Model)

OPEN_ENDED = Q(valid_to__isnull=True)


class DatedQuerySet(ScopedQuerySet[M]):
    """Rows that are valid from one day to another."""

    def on(self, day: date) -> Self:
        """Return the rows valid on ``day``; first and last day count, a missing one is open."""
        return self.within(day, day)

    def within(self, first: date | None, last: date | None) -> Self:
        """Return the rows valid on at least one day of the span; ``None`` leaves an end of it open."""
        begun = Q() if last is None else Q(valid_from__isnull=True) | Q(valid_from__lte=last)
        not_over = Q() if first is None else OPEN_ENDED | Q(valid_to__gte=first)
        return self.filter(begun & not_over)


class DatedModel(LocalityModel):
    """A row with a first and a last day. No first day: since before this system; no last day: until further notice."""

    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    state = models.CharField(max_length=20, editable=False)

    objects: ClassVar[DatedQuerySet[Self]] = DatedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint] | tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | OPEN_ENDED | Q(valid_to__gte=F("valid_from")),
                name="%(class)s_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc không được trước ngày bắt đầu; xin ghi lại ngày."),
            ),
        )

    def is_valid_on(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class Body(DatedModel):
    """A body that issues plans and holds dialogues (cơ quan ban hành): the People's Committee or the Party committee.

    Both stand in one locality, each with its own files, numbering, signature and document format.
    """

    kind = models.CharField(_("loại cơ quan"), max_length=20)
    name = models.CharField(_("tên cơ quan"), max_length=160)
    short_name = models.CharField(_("tên viết tắt"), max_length=60, blank=True)
    head_post = models.CharField(_("chức danh người đứng đầu"), max_length=120)
    deputy_post = models.CharField(_("chức danh cấp phó"), max_length=120)
    signature_authority = models.CharField(_("thẩm quyền ký"), max_length=120)
    document_code = models.CharField(_("chữ viết tắt trong số, ký hiệu"), max_length=20)
    superior_line = models.CharField(_("tên tổ chức cấp trên ghi trên văn bản"), max_length=160, blank=True)
    place_name = models.CharField(_("địa danh ghi trên văn bản"), max_length=120, blank=True)
    committee_term_from = models.DateField(_("ngày bắt đầu nhiệm kỳ"), null=True, blank=True)

    WORDS: ClassVar[tuple[str, ...]] = ("name", "short_name")

    class Meta(DatedModel.Meta):
        ordering = ("pk",)
        verbose_name = _("cơ quan ban hành")
        constraints = (
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["locality", "kind"],
                condition=OPEN_ENDED,
                name="body_once_per_kind",
                violation_error_message=_("Địa phương đã có cơ quan loại này đang hoạt động; xin sửa cơ quan ấy."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def kind_term(self) -> BodyKind:
        return BodyKind(self.kind)

    @property
    def is_party(self) -> bool:
        return self.kind == BodyKind.PARTY_COMMITTEE

    @property
    def scope(self) -> Scope:
        return Scope(BODY, self.pk)

    def access_scopes(self) -> set[Scope]:
        return {self.scope} if self.pk else set()


class Unit(DatedModel):
    """A unit of the authority, the Party or the Front (phòng, ban, đoàn thể, công an), under its name of the day."""

    kind = models.CharField(_("loại đơn vị"), max_length=20)
    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên viết tắt"), max_length=80, blank=True)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="units", verbose_name=_("thuộc cơ quan"))  # fmt: skip  # noqa: E501
    contact = models.CharField(_("đầu mối liên hệ"), max_length=200, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors", verbose_name=_("được thay bằng"))  # fmt: skip  # noqa: E501

    WORDS: ClassVar[tuple[str, ...]] = ("name", "short_name", "contact")

    class Meta(DatedModel.Meta):
        ordering = ("sort_order", "pk")
        verbose_name = _("đơn vị")
        constraints = (
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["locality", "name"],
                condition=OPEN_ENDED,
                name="unit_name_once",
                violation_error_message=_("Đã có đơn vị mang tên này; xin sửa đơn vị ấy, hoặc chọn tên khác."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        return Scope(UNIT, self.pk)

    def access_scopes(self) -> set[Scope]:
        """A unit stands in itself and in its body, so that who works for the body may deal with it."""
        own = {self.scope} if self.pk else set()
        return own | ({Scope(BODY, self.body_id)} if self.body_id else set())


class Hamlet(DatedModel):
    """A community below the commune (thôn, xóm, bản, ấp, buôn, tổ dân phố, khu phố …).

    ``name`` leaves the kind out: "Lũng Mây", "3". ``voters`` counts for the 10 % of Điều 43 Luật 72/2025/QH15.
    """

    kind = models.CharField(_("loại"), max_length=20)
    name = models.CharField(_("tên"), max_length=120)
    voters = models.PositiveIntegerField(_("số cử tri"), null=True, blank=True)
    households = models.PositiveIntegerField(_("số hộ"), null=True, blank=True)
    cluster = models.CharField(_("cụm"), max_length=80, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors", verbose_name=_("nhập vào"))  # fmt: skip  # noqa: E501

    WORDS: ClassVar[tuple[str, ...]] = ("name",)

    class Meta(DatedModel.Meta):
        verbose_name = _("thôn, tổ dân phố")
        constraints = (
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["locality", "kind", "name"],
                condition=OPEN_ENDED,
                name="hamlet_name_once",
                violation_error_message=_("Đã có thôn, tổ dân phố mang tên này; xin sửa nơi ấy, hoặc chọn tên khác."),
            ),
        )

    def __str__(self) -> str:
        full_name = self.full_name
        return full_name[:1].upper() + full_name[1:]

    @property
    def kind_term(self) -> HamletKind:
        return HamletKind(self.kind)

    @property
    def full_name(self) -> str:
        """The name with its kind, as within a sentence: "thôn Lũng Mây"."""
        return f"{self.kind_term.label} {self.name}"

    @property
    def head_title(self) -> str:
        """What the one who leads it is called: "Tổ trưởng tổ dân phố" (source text)."""
        return self.kind_term.head_title

    @property
    def scope(self) -> Scope:
        return Scope(HAMLET, self.pk)

    def access_scopes(self) -> set[Scope]:
        return {self.scope} if self.pk else set()


class Officer(LocalityModel):
    """A person in office: plain data, not an identity. The account, if there is one, is what she signs in with."""

    full_name = models.CharField(_("họ và tên"), max_length=120)
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("tài khoản"))  # fmt: skip  # noqa: E501
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("full_name", "phone", "email")

    class Meta:
        verbose_name = _("cán bộ")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "user"],
                name="officer_once_per_account",
                violation_error_message=_("Tài khoản này đã gắn với cán bộ khác; xin chọn tài khoản khác."),
            ),
        )

    def __str__(self) -> str:
        return self.full_name


class Post(DatedModel):
    """What an officer is, where, and from when to when. The head of a hamlet is a post too."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="posts", verbose_name=_("cán bộ"))
    title = models.CharField(_("chức danh"), max_length=120)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="posts", verbose_name=_("cơ quan"))  # fmt: skip  # noqa: E501
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="posts", verbose_name=_("đơn vị"))  # fmt: skip  # noqa: E501
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="posts", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    is_head = models.BooleanField(_("là người đứng đầu"), default=False)
    is_deputy = models.BooleanField(_("là cấp phó"), default=False)

    class Meta(DatedModel.Meta):
        ordering = ("pk",)
        verbose_name = _("chức vụ")
        constraints = (
            *DatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(body__isnull=False, unit__isnull=True, hamlet__isnull=True)
                | Q(body__isnull=True, unit__isnull=False, hamlet__isnull=True)
                | Q(body__isnull=True, unit__isnull=True, hamlet__isnull=False),
                name="post_in_one_place",
                violation_error_message=_("Xin chọn đúng một cơ quan, đơn vị hoặc thôn, tổ dân phố cho chức vụ."),
            ),
            models.CheckConstraint(
                condition=~Q(is_head=True, is_deputy=True),
                name="post_head_or_deputy",
                violation_error_message=_("Một chức vụ không thể vừa là người đứng đầu vừa là cấp phó; xin chọn một."),
            ),
            *(
                models.UniqueConstraint(
                    fields=["locality", place],
                    condition=OPEN_ENDED & Q(is_head=True, **{f"{place}__isnull": False}),
                    name=f"post_one_head_per_{place}",
                    violation_error_message=_("Nơi này đã có người đứng đầu; xin ghi thôi giữ chức vụ trước."),
                )
                for place in ("body", "unit", "hamlet")
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} {self.officer}"

    @property
    def place(self) -> Body | Unit | Hamlet:
        place = self.body or self.unit or self.hamlet
        assert place is not None  # post_in_one_place
        return place

    def access_scopes(self) -> set[Scope]:
        return self.place.access_scopes()


class Delegation(DatedModel):
    """The head hands the dialogue to a deputy for some days, with reason and document (ủy quyền chủ trì đối thoại).

    It concerns the dialogue only, never citizen reception (tiếp công dân), which Luật 136/2025/QH15 does not let
    the head delegate. The document may follow: until its number is known ``paper_due`` stays set and is shown as owed.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("cơ quan"))
    from_officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", verbose_name=_("người ủy quyền")
    )
    to_officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+", verbose_name=_("người được ủy quyền"))  # fmt: skip  # noqa: E501
    reason = models.CharField(_("lý do"), max_length=300)
    matters = models.CharField(_("phạm vi ủy quyền"), max_length=300, blank=True)
    document_number = models.CharField(_("số văn bản ủy quyền"), max_length=60, blank=True)
    paper_due = models.BooleanField(_("văn bản bổ sung sau"), default=False)
    instruction = models.ForeignKey(Instruction, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("ý kiến chỉ đạo"))  # fmt: skip  # noqa: E501

    WORDS: ClassVar[tuple[str, ...]] = ("reason", "matters")

    class Meta(DatedModel.Meta):
        ordering = ("-valid_from", "-pk")
        verbose_name = _("ủy quyền")
        constraints = (
            *DatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_from__isnull=False, valid_to__isnull=False),
                name="delegation_is_dated",
                violation_error_message=_("Xin ghi ngày bắt đầu và ngày kết thúc ủy quyền."),
            ),
            models.CheckConstraint(
                condition=~Q(from_officer=F("to_officer")),
                name="delegation_to_another",
                violation_error_message=_("Không thể tự ủy quyền cho chính mình; xin chọn người khác."),
            ),
            models.CheckConstraint(
                condition=Q(paper_due=True) | ~Q(document_number=""),
                name="delegation_has_paper_or_owes_it",
                violation_error_message=_("Chưa có số văn bản ủy quyền: xin đánh dấu văn bản bổ sung sau."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.from_officer} → {self.to_officer}"

    def access_scopes(self) -> set[Scope]:
        return self.body.access_scopes()
