"""How fast an opinion is taken in, as a ratio to a bare page of as many bytes in the same run: `make bench`, or

    PYTHONPATH=src:. python bench/giving.py

One request each: the last form of the way, with a number, the journal, the search index, a name locked away, and the
flush to disk; every time with a key of its own. In one process, bare page and form in turn.
"""

import itertools
import os
import statistics
from datetime import timedelta

import django
from pages import ROUNDS, SECONDS, bare_pages
from rates import rate_of
from site_to_measure import build_site, use_folder


def measure() -> None:
    from django.test import Client

    from nghedan.foundation.access.actor import Actor
    from nghedan.foundation.db import clock
    from nghedan.foundation.tenancy.models import Locality
    from nghedan.foundation.transitions.keys import issue_key
    from nghedan.interfaces.portal.giving.views import FORM
    from nghedan.interfaces.portal.robots import stamp_of

    site = build_site()
    address = f"{site.pages['portal home']}gui-y-kien/gui/"
    actor = Actor.public(Locality.objects.get())
    begun, count = clock.now() - timedelta(minutes=2), itertools.count()
    words = {"words": "Đường vào xóm hỏng, mưa không đi được.", "hamlet": "khong-neu", "reply_way": "phone"}

    def give(**more: str) -> bytes:
        key, number = issue_key(actor, FORM), next(count)
        sender = Client(REMOTE_ADDR=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
        answer = sender.post(address, {"form_key": key, "stamp": stamp_of(key, begun), **words, **more})
        assert answer.status_code == 200, answer.content.decode()
        return bytes(answer.content)

    with bare_pages() as bare:
        for name, more in {"with a phone": {"phone": "0912 345 678"}, "code only": {"reply_way": "code"}}.items():
            size = len(give(**more))
            rounds = [(bare(size), rate_of(lambda more=more: give(**more), SECONDS)) for _round in range(ROUNDS)]
            wall = statistics.median(page.wall / bare.wall for bare, page in rounds)
            cpu = statistics.median(page.cpu / bare.cpu for bare, page in rounds)
            rate = statistics.median(page.wall for _bare, page in rounds)
            print(f"opinion, {name:14} {size:7} bytes {rate:5.0f} a second; {wall:.2f} wall, {cpu:.2f} processor")


if __name__ == "__main__":
    with use_folder():
        django.setup()
        print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        measure()
