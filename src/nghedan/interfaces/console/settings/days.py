"""Lists as of a day: which day is asked for, and the days one usually wants."""

from datetime import date

from django.utils.translation import gettext as _

from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.settings.forms.places import DayForm
from nghedan.interfaces.web.http import StaffRequest
from nghedan.kernel.vietnamese import format_date

LAST_DAY_OF_THREE_LEVELS = date(2025, 6, 30)
"""The day before the two-level model: Luật Tổ chức chính quyền địa phương 72/2025/QH15."""


def asked_day(request: StaffRequest) -> tuple[DayForm, date]:
    """Return the form that asks for a day, and the day: today unless another one was typed."""
    if not request.GET.get("on"):
        return DayForm(initial={"on": clock.today()}), clock.today()
    form = DayForm(request.GET)
    day = form.cleaned_data["on"] if form.is_valid() else None
    return form, day or clock.today()


def day_links(address: str, day: date) -> list[Link]:
    """Return the two days one usually wants."""
    before = LAST_DAY_OF_THREE_LEVELS
    return [
        Link(_("Hôm nay"), address, current=day == clock.today()),
        Link(_("Trước 01/7/2025"), f"{address}?on={format_date(before)}", current=day == before),
    ]
