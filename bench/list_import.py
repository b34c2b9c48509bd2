"""Take in a list of 5,000 opinions while another process writes into the same ledger: seconds, and how long that waits.

On the embedded database, or on the one ``NGHEDAN_DATABASE_URL`` names (an empty one).
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 5_000
AIM = 30.0  # seconds until the last row is in the ledger


def words(place: int) -> str:
    return (
        f"Đoạn đường số {place} từ nhà văn hóa đến cầu treo bị sạt sau mưa lũ, đề nghị xã sớm sửa để các cháu đi học "
        "và bà con chở nông sản cho an toàn; điện ba pha đã hứa từ năm trước đến nay chưa có."
    )


def others() -> None:
    """Write one opinion after the other until told to stop; print how long each took."""
    from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
    from nghedan.domain.opinions.terms import Origin
    from nghedan.domain.organisations.models import Body
    from nghedan.foundation.access.actor import Actor

    body = Body.objects.across(Actor.system()).select_related("locality").get()
    actor, turn = Actor.system(body.locality), 0
    while not Path(sys.argv[2]).exists():
        turn, began = turn + 1, time.perf_counter()
        receive_opinion(actor=actor, body=body, draft=OpinionDraft(words=f"Ý kiến khác {turn}", origin=Origin.PHONE))
        sys.stdout.write(f"{time.perf_counter() - began}\n")
        time.sleep(0.2)


def measure(folder: str) -> float:
    """Return the seconds from the clerk's press to the last row; print them with what others waited."""
    from nghedan.domain.opinions.services import lists
    from nghedan.domain.opinions.services.paper import Capture
    from nghedan.domain.opinions.terms import Origin
    from nghedan.domain.organisations.models import Body, Hamlet
    from nghedan.foundation.access.actor import Actor
    from nghedan.foundation.outbox import worker
    from nghedan.foundation.tables.table import Row, Table
    from nghedan.foundation.tenancy.models import Locality
    from nghedan.interfaces.cli.upgrade import upgrade

    upgrade()
    place = Locality.objects.create(slug="do-dac", name="Đo Đạc", level="commune")
    body = Body(locality=place, kind="people_committee", name="UBND xã Đo Đạc", state="current")
    body.save()
    names = [f"Đồng {n}" for n in range(26)]
    Hamlet.objects.bulk_create(Hamlet(locality=place, kind="thon", name=name, state="current") for name in names)
    heads = Row(1, ("Thôn", "Họ tên", "Điện thoại", "Ý kiến"))
    rows = [Row(n + 2, (f"Đồng {n % 26}", f"Vi Văn {n}", "0912345678", words(n))) for n in range(ROWS)]
    actor = Actor.system(place)
    began = time.perf_counter()
    capture = Capture(origin=Origin.MEETING)
    listed = lists.stage_list(actor=actor, body=body, capture=capture, table=Table((heads, *rows)))
    staged = time.perf_counter() - began
    stop = Path(folder, "stop")
    writer = subprocess.Popen([sys.executable, __file__, "others", str(stop)], stdout=subprocess.PIPE, text=True)
    time.sleep(3)
    began = time.perf_counter()
    lists.commit_list(actor=actor, listed=listed)
    while worker.run_once():
        time.sleep(worker.BREATH_SECONDS)
    took = time.perf_counter() - began
    stop.touch()
    waits = sorted(float(line) for line in writer.communicate()[0].splitlines())
    load = os.getloadavg()[0]
    sys.stdout.write(
        f"{ROWS} rows: staged in {staged:.1f} s, written in {took:.1f} s (aim {AIM:.0f}); others wrote {len(waits)}, "
        f"waiting {waits[len(waits) // 2]:.2f} s in the middle and {waits[-1]:.2f} s at most; load {load:.1f}\n"
    )
    return took


def main() -> int:
    import django

    if len(sys.argv) > 1:
        django.setup()
        others()
        return 0
    with tempfile.TemporaryDirectory(prefix="nghedan-bench-") as folder:
        os.environ |= {"NGHEDAN_DATA": folder, "DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base"}
        django.setup()
        return 0 if measure(folder) <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
