"""Writes deeds until it is killed, or proves what the killed ones left behind: ``write`` | ``prove``."""

import itertools
import json
import operator
import sys

import django
from django.core.management import call_command


def write() -> None:
    """Add and edit things for ever, alone, nested and in bulk; say so once the first are done."""
    from nghedan.foundation.access.actor import Actor
    from nghedan.foundation.tenancy.models import Locality
    from nghedan.foundation.transitions.deed import deed
    from nghedan.foundation.transitions.door import create, perform, perform_many
    from tests.support.things.models import Thing

    where, _made = Locality.objects.get_or_create(slug="suoi-lanh", defaults={"name": "Suối Lành", "level": "commune"})
    actor = Actor.system(where)
    for turn in itertools.count():
        thing = create("thing.add", actor=actor, obj=Thing(locality=where, title=f"Thứ {turn}", note="Mới."))
        perform("thing.edit", actor=actor, obj=thing, changes={"note": "Đã dùng.", "amount": turn})
        with deed(actor):
            parts = [create("thing.add", actor=actor, obj=Thing(locality=where, title="p", parent=thing)) for _ in "ab"]
            perform_many("thing.edit", actor=actor, objs=parts, changes={"amount": 1})
        if turn == 0:
            sys.stdout.write("writing\n")
            sys.stdout.flush()


def prove() -> None:
    """Print what is found: faults of the journal, its entries, the number of its head, and the moves the rows show."""
    from django.db.models import Sum

    from nghedan.foundation.access.actor import Actor
    from nghedan.foundation.journal.models import Chain, JournalEntry, Wording
    from nghedan.foundation.journal.verify import verify_all
    from tests.support.things.models import Thing

    things = Thing.objects.across(Actor.system())
    report = {
        "faults": [str(fault) for fault in verify_all()],
        "entries": JournalEntry.objects.count(),
        "head": Chain.objects.get().last_number,
        "moves": things.aggregate(n=Sum("version"))["n"],
        "wordings": Wording.objects.across(Actor.system()).count(),
        "worded moves": JournalEntry.objects.exclude(body__contains='"words":""').count(),
        "half a family": sum(things.filter(parent=thing).count() == 1 for thing in things.filter(parent=None)),
    }
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    django.setup()
    from tests.support.things import workflow

    workflow.wire(operator.setitem)
    if sys.argv[1] == "migrate":
        call_command("migrate", verbosity=0)
    else:
        {"write": write, "prove": prove}[sys.argv[1]]()
