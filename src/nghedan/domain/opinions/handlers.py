"""Reactions: a list that was let in is written chunk by chunk, each chunk leading to the next."""

from nghedan.domain.opinions.models import OpinionList
from nghedan.domain.opinions.services.committing import continue_list
from nghedan.domain.opinions.terms import ListState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.outbox.models import OutboxEntry


def on_list_committed(entry: OutboxEntry) -> None:
    """Write the next rows of a list. The move this ends with is heard here again until none is left; a worker that
    dies leaves the entry of its chunk to the next one."""
    lists = OpinionList.objects.across(Actor.system()).select_related("locality", "body", "dialogue", "entered_by")
    listed = lists.filter(public_id=entry.payload["id"], state=ListState.COMMITTING).first()
    if listed is not None:
        continue_list(actor=Actor.system(listed.locality), listed=listed)
