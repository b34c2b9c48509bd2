"""How long search and similar matters take when one locality holds everything:

    PYTHONPATH=src:. python bench/search.py [entries, 100,000 unless said otherwise]

In a database of its own on the embedded engine, or on the server NGHEDAN_DATABASE_URL names. Milliseconds, and the
median as a ratio to a query of 25 rows by an index in the same run.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

os.environ["DJANGO_SETTINGS_MODULE"] = "nghedan.config.settings.test"  # for its table of things

import django

if TYPE_CHECKING:
    from nghedan.foundation.tenancy.models import Locality

ENTRIES, AT_ONCE, ROUNDS = 100_000, 1_000, 60
UNITS = 50
QUERIES = {
    "one common word": ["đường", "đề nghị", "thôn", "nhà"],
    "two common words": ["duong thon", "xã dân", "đề nghị sửa chữa", "gần nhà ông"],
    "a rare word": ["karaoke", "xuất huyết", "Én", "101"],
    "as people search": ["rác xóm Bãi Cát", "đường bê tông Gò Sành", "sổ đỏ chậm", "trạm y tế thiếu thuốc"],
    "nothing there": ["tàu vũ trụ", "zzz", "sân bay quốc tế", "kim cương"],
}
LONG = 20


def fill(locality: "Locality", entries: int) -> None:
    """Write so many matters and their entries, as ``index`` would."""
    from django.db import connection

    from nghedan.foundation.journal.record import subject_type_of
    from nghedan.foundation.search.indexing import indexed
    from nghedan.foundation.search.models import SearchEntry
    from tests.foundation.search.matter_texts import matter_text
    from tests.support.things.models import Thing

    things: list[Thing] = []
    for first in range(0, entries, AT_ONCE):
        texts = {number: matter_text(number) for number in range(first, min(first + AT_ONCE, entries))}
        parents = [thing.pk for thing in things[::2]] or [None]  # two parts each, in the batch before
        things = [
            Thing(
                locality=locality, title=text[:60], state="open", unit_id=number % UNITS,
                parent_id=parents[number % len(parents)],
            )
            for number, text in texts.items()
        ]  # fmt: skip
        Thing.objects.bulk_create(things)
        SearchEntry.objects.bulk_create(
            SearchEntry(
                locality=locality, kind=subject_type_of(Thing), subject_id=thing.public_id, title=text[:300],
                recency=1_700_000_000 + number, **indexed(locality, text),
            )
            for thing, (number, text) in zip(things, texts.items(), strict=True)
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def readers(locality: "Locality") -> dict[str, Any]:
    """Return what some readers may see: everything, the rows of a unit, or those found by a join."""
    from django.db.models import Q

    from tests.support.things.models import Thing

    rows = Thing.objects.of(locality)
    by_parts = Q(unit_id__in=range(25)) | Q(parts__unit_id__in=[3, 4], parts__state="open")
    return {
        "sees all": rows,
        "sees 2 %": rows.filter(unit_id=7),
        "by a join": rows.filter(by_parts).distinct(),
    }


def milliseconds(actions: Iterable[Callable[[], object]]) -> list[float]:
    """Return how long each took, sorted."""
    times = []
    for action in actions:
        began = time.perf_counter()
        action()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def measure(locality: "Locality") -> None:
    """Print a line for each reader and manner of asking."""
    from nghedan.foundation.search.find import search
    from nghedan.foundation.search.similar import similar
    from tests.foundation.search.matter_texts import matter_text
    from tests.support.things.models import Thing

    page = Thing.objects.of(locality).order_by("-id")[:25]
    bare = statistics.median(milliseconds([lambda: list(page.all())] * ROUNDS))
    long_texts = [" ".join(matter_text(10**6 + LONG * n + part) for part in range(LONG)) for n in range(4)]
    matters = [matter_text(2 * 10**6 + n) for n in range(ROUNDS)]
    asked = {f"search, {name}": (search, queries) for name, queries in QUERIES.items()}
    asked |= {
        "search, long pasted text": (search, long_texts),
        "similar, two common words": (similar, QUERIES["two common words"]),
        "similar, a matter": (similar, matters),
        "similar, long pasted text": (similar, long_texts),
    }
    print(f"{'milliseconds':12} {'':32} {'p50':>7} {'p95':>7} {'longest':>8} {'ratio':>6}")
    for who, visible in readers(locality).items():
        for name, (ask, queries) in asked.items():
            texts = [queries[n % len(queries)] for n in range(ROUNDS)]
            times = milliseconds(partial(ask, locality, text, visible=[visible]) for text in texts)
            p50, p95 = statistics.median(times), times[int(0.95 * len(times))]
            print(f"{who:12} {name:32} {p50:7.1f} {p95:7.1f} {times[-1]:8.1f} {bare / p50:6.3f}", flush=True)


if __name__ == "__main__":
    django.setup()
    from django.conf import settings
    from django.db import connection

    from nghedan.config.settings import base
    from tests.support import people

    settings.DATABASES["default"]["OPTIONS"] = base.DATABASES["default"].get("OPTIONS", {})
    created = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        locality = people.locality()
        fill(locality, int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES)
        print(f"{connection.vendor}, load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        measure(locality)
    finally:
        connection.creation.destroy_test_db(created, verbosity=0)
