"""The five plans that were really issued, where they lie beside the project: from file to public page."""

import re

import pytest

from tests.journeys import intake
from tests.journeys.conftest import Visit
from tests.journeys.site import ROOT, TODAY, Site

TEXTS = ROOT.parent / "shared" / "plans" / "text"

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the source plans are not here")


STATE, PARTY = ("Ủy ban nhân dân", "12/KH-UBND"), ("Đảng ủy", "12-KH/ĐU")


PLANS = {
    "phu-dinh-2023": ("na-khoang", TODAY, STATE, ["Năm 2023"]),
    "sa-loong-2023": ("dak-rang", TODAY, STATE, ["Quý II/2023", "Quý III/2023"]),
    "cai-bo-2025": ("lung-cham", "2025-07-08T09:00", STATE, ["Quý III/2025", "Quý IV/2025"]),
    "duc-pho-2023": ("sa-hai", TODAY, PARTY, ["Tháng 5/2023", "Tháng 10/2023"]),
    "thien-tan-2026": ("khuon-lang", "2026-05-12T09:00", STATE, ["Quý III/2026"]),
}
"""Plan -> locality of its kind, the day it is taken in, issuer and number, the periods the people read.

Two of the four dialogues of the Party's plan are with its own members and stay inside."""


@pytest.mark.parametrize("stem", PLANS)
def test_a_source_plan_reaches_the_people(site: Site, visit: Visit, stem: str) -> None:
    like, day, (body, number), periods = PLANS[stem]
    place = site.settle(like)
    site.set_day(day)
    year = int(stem[-4:])
    clerk = visit().sign_in(place, "vanphong")
    intake.take_in(clerk, place, f"{stem}.txt", (TEXTS / f"{stem}.txt").read_bytes())
    intake.correct_venue(clerk)
    line = re.match(r"dòng (\d+) ", next(iter(intake.unplaced(clerk)), ""))
    if line:
        intake.place_line(clerk, int(line.group(1)), "Yêu cầu")
    intake.adopt_issued(clerk, body, number, f"16/1/{year}")
    assert f"Số {number}" in clerk.text
    assert [when for when, _theme in intake.programme(visit(), place, year)] == periods
