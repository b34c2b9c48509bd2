"""Pure rules of the plan: what is suggested, what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import fold

INTERNAL_WORDS = ("cap uy", "chi bo", "dang vien", "to chuc dang")
INVITED_WORDS = ("tieu bieu", "ho ngheo", "can ngheo", "hoi vien", "doan vien", "cuu chien binh")

NO_ITEM = _("chưa có cuộc đối thoại nào")
NO_DUTY = _("chưa giao nhiệm vụ cho đơn vị nào")
NO_BASIS = _("chưa có căn cứ")
NO_TITLE = _("chưa có trích yếu")
ITEM_WITHOUT_PERIOD = _("có cuộc đối thoại chưa ghi năm")


def suggested_openness(audience: Sequence[str]) -> Openness:
    """Suggest who may come: committees and Party members meet inside, named groups by invitation, else everybody."""
    said = fold(" ".join(audience))
    if any(word in said for word in INTERNAL_WORDS):
        return Openness.INTERNAL
    if any(word in said for word in INVITED_WORDS):
        return Openness.INVITATION
    return Openness.OPEN


def suggested_kind(*, number_in_plan: int, audience: Sequence[str]) -> ItemKind:
    """Suggest the kind: one of several with an audience of its own is thematic, the only one is the regular one."""
    return ItemKind.THEMATIC if number_in_plan > 1 and audience else ItemKind.REGULAR


LEVEL_WORDS = (" xa", " phuong", " dac khu", " thi tran", " thi xa", " huyen", " tinh")
SAME_NAMES = (
    ("&", " va "),
    (" viet nam", ""),
    ("mat tran to quoc", "mttq"),
    ("mttqvn", "mttq"),
    ("uy ban mttq", "ubmttq"),
    ("ub mttq", "ubmttq"),
)


def unit_key(name: str) -> str:
    """Return what makes two ways of writing a unit the same: no marks, no level at the end, usual abbreviations."""
    key = fold(name)
    for written, same in SAME_NAMES:
        key = key.replace(written, same)
    key = " ".join(key.split())
    for level in LEVEL_WORDS:
        key = key.removesuffix(level)
    return key


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What completeness is judged by."""

    title: str
    bases: int
    items: int
    items_without_year: int
    duties: int


def missing_parts(facts: PlanFacts) -> list[str]:
    """Return what a plan still lacks before it can be submitted for signature (source texts)."""
    checks = (
        (not facts.title.strip(), NO_TITLE),
        (facts.bases == 0, NO_BASIS),
        (facts.items == 0, NO_ITEM),
        (facts.items_without_year > 0, ITEM_WITHOUT_PERIOD),
        (facts.duties == 0, NO_DUTY),
    )
    return [text for lacks, text in checks if lacks]
