"""What the pages of the first run show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.organisations.starting_sets import starting_sets
from nghedan.domain.organisations.terms import Verdict
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.foundation.ui.models import Step, StepState, SummaryRow
from nghedan.interfaces.console.first_run.forms import FirstHamletsForm, LocalityForm


@dataclass(frozen=True, slots=True)
class SetRow:
    """A starting set with its legal basis; one that was not compared with the official text says so."""

    label: str
    levels: str
    basis: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from the first run."""

    title: str
    text: str
    href: str


def steps(current: int) -> list[Step]:
    """Return the three steps with the one being done; those behind lead back."""
    labels = (
        (_("Địa phương, cơ quan"), "first-run:locality"),
        (_("Thôn, tổ dân phố"), "first-run:hamlets"),
        (_("Tài khoản của mình"), "first-run:account"),
    )
    return [
        Step(label, _state(number, current), href=reverse(name) if number < current <= len(labels) else "")
        for number, (label, name) in enumerate(labels, start=1)
    ]


def _state(number: int, current: int) -> StepState:
    if number == current:
        return StepState.CURRENT
    return StepState.DONE if number < current else StepState.TODO


def set_rows() -> list[SetRow]:
    """Return every starting set with its basis, those in force first."""
    ordered = sorted(starting_sets().values(), key=lambda found: (found.valid_to is not None, found.code))
    return [
        SetRow(
            found.label,
            ", ".join(_(level.label) for level in LocalityLevel if level in found.levels),
            found.basis,
            found.is_checked,
        )
        for found in ordered
    ]


def summary(place: LocalityForm, list_: FirstHamletsForm) -> list[SummaryRow]:
    """Return what the last step will store besides the account."""
    locality, sets = place.locality(), place.starting_sets()
    units = [unit for found in sets for unit in found.units_at(locality.level_term)]
    kinds = dict.fromkeys(_(found.body_kind.label) for found in sets)
    new = sum(line.verdict is Verdict.NEW for line in list_.judged())
    change, to_locality, to_hamlets = _("Sửa"), reverse("first-run:locality"), reverse("first-run:hamlets")
    hamlets = _("Chưa nhập; nhập sau trong phần Cài đặt")
    if new:
        hamlets = ngettext("%(count)s thôn, tổ dân phố", "%(count)s thôn, tổ dân phố", new) % {"count": new}
    filled = ngettext("%(count)s đơn vị điền sẵn", "%(count)s đơn vị điền sẵn", len(units)) % {"count": len(units)}
    full_name = locality.full_name[:1].upper() + locality.full_name[1:]
    return [
        SummaryRow(_("Địa phương"), f"{full_name}, {locality.province_name}", to_locality, change),
        SummaryRow(_("Cơ quan"), ", ".join(kinds), to_locality, change),
        SummaryRow(_("Đơn vị"), filled, to_locality, change),
        SummaryRow(_("Thôn, tổ dân phố"), hamlets, to_hamlets, change),
    ]


def ways(slug: str) -> Sequence[Way]:
    """Return the two ways on; each begins with signing in."""
    reading = _after_sign_in(reverse("console:reading-new", kwargs={"locality": slug}))
    composing = _after_sign_in(reverse("console:compose", kwargs={"locality": slug}))
    return (
        Way(
            _("Nhập kế hoạch đã ban hành"),
            _("Đã có kế hoạch đối thoại năm nay: đưa tệp Word hoặc PDF vào, phần mềm đọc và lập các cuộc đối thoại."),
            reading,
        ),
        Way(_("Soạn kế hoạch mới"), _("Chưa có kế hoạch: trả lời vài câu hỏi, có ngay bản dự thảo."), composing),
    )


def _after_sign_in(href: str) -> str:
    return f"{reverse('account_login')}?next={href}"
