"""Adding entries: drafts are gathered during a transaction and sealed as its last step."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import Chain, JournalEntry, Wording
from nghedan.foundation.journal.sealing import canonical, entry_seal, head_seal, words_digest
from nghedan.foundation.tenancy.models import Locality, LocalityModel

appended = Signal()
"""Sent after the commit that added entries, with the ids of their ``localities``; in the process that committed."""

ERASURE = "words.erase"
"""Code of the entries that say which versions of whose words were erased."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has a number."""

    locality_id: int
    actor: Actor
    code: str
    subject_type: str
    subject_id: str
    subject_version: int
    facts: Mapping[str, Any] = field(default_factory=dict)
    digest: str = ""


def subject_type_of(obj: Any) -> str:
    """Return the stable name of a row's kind: "plans.plan"."""
    name: str = obj._meta.label_lower
    return name


def draft_entry(
    *, actor: Actor, code: str, obj: Any, facts: Mapping[str, Any], words: Mapping[str, Any] | None = None
) -> Draft:
    """Store the words of this version, if any, and return the draft of the entry that points to them."""
    digest = ""
    if words:
        _wording(obj, words).save(force_insert=True)
        digest = words_digest(words)
    return Draft(obj.locality_id, actor, code, subject_type_of(obj), obj.public_id, obj.version, dict(facts), digest)


def draft_entries(
    *,
    actor: Actor,
    code: str,
    objs: Sequence[Any],
    facts: Sequence[Mapping[str, Any]],
    words: Sequence[Mapping[str, Any]],
) -> list[Draft]:
    """Store the words of many rows by one statement and return the drafts of their entries, in their order."""
    Wording.objects.bulk_create([_wording(obj, said) for obj, said in zip(objs, words, strict=True) if said])
    return [
        Draft(obj.locality_id, actor, code, subject_type_of(obj), obj.public_id, obj.version, dict(told),
              words_digest(said) if said else "")
        for obj, told, said in zip(objs, facts, words, strict=True)
    ]  # fmt: skip


def append(drafts: Iterable[Draft]) -> None:
    """Seal drafts into their chains, chains in id order; call as the last step of a transaction."""
    by_locality: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_locality[draft.locality_id].append(draft)
    for locality_id in sorted(by_locality):
        _append_to_chain(locality_id, by_locality[locality_id])
    if by_locality:
        told = partial(appended.send_robust, sender=Chain, localities=frozenset(by_locality))
        transaction.on_commit(told, robust=True)


def chain_name(chain: Chain) -> str:
    """Return the name under which a chain's head is sealed and printed."""
    return f"{chain.locality.public_id}/{chain.site}"


def head_of(locality: Locality) -> tuple[int, str]:
    """Return number and seal of the head of this site's chain, as printed on issued papers; (0, "") if it is empty."""
    chain = Chain.objects.filter(locality=locality, site=settings.NGHEDAN_SITE).first()
    return (chain.last_number, chain.last_seal) if chain else (0, "")


def _append_to_chain(locality_id: int, drafts: list[Draft]) -> None:
    chain = _held_chain(locality_id)
    number, seal = chain.last_number, chain.last_seal
    at = clock.now()
    entries = []
    for draft in drafts:
        number += 1
        body = _body(draft, number, at.isoformat())
        seal = entry_seal(seal, body)
        entries.append(
            JournalEntry(
                chain=chain, locality_id=locality_id, number=number, at=at, actor_key=draft.actor.key, code=draft.code,
                subject_type=draft.subject_type, subject_id=draft.subject_id, body=body, seal=seal,
            )
        )  # fmt: skip
    JournalEntry.objects.bulk_create(entries)
    head = head_seal(chain_name(chain), number, seal)
    Chain.objects.filter(pk=chain.pk).update(last_number=number, last_seal=seal, head_seal=head)


def _held_chain(locality_id: int) -> Chain:
    """Return the chain with its head as it stands, which nobody else moves until this transaction ends: on PostgreSQL
    its row is locked, and the embedded database let only one transaction begin (IMMEDIATE)."""
    mine = Chain.objects.filter(locality_id=locality_id, site=settings.NGHEDAN_SITE)
    held = mine.select_related("locality").select_for_update(of=("self",), no_key=True)
    chain = held.first()
    if chain is None:
        Chain.objects.get_or_create(locality_id=locality_id, site=settings.NGHEDAN_SITE)
        chain = held.get()
    return chain


def _body(draft: Draft, number: int, at: str) -> str:
    return canonical(
        {
            "number": number,
            "at": at,
            "actor": draft.actor.key,
            "actor_label": draft.actor.label,
            "code": draft.code,
            "subject": f"{draft.subject_type}:{draft.subject_id}",
            "version": draft.subject_version,
            "facts": draft.facts,
            "words": draft.digest,
        }
    )


def _wording(obj: LocalityModel, words: Mapping[str, Any]) -> Wording:
    return Wording(
        locality_id=obj.locality_id,
        subject_type=subject_type_of(obj),
        subject_id=obj.public_id,
        subject_version=obj.version,
        words=json.loads(canonical(words)),
    )
