"""Proof of the journal: unbroken, uncut, and the words those that were written."""

from collections.abc import Iterator
from dataclasses import dataclass

from nghedan.foundation.journal.models import Chain, JournalEntry, Wording
from nghedan.foundation.journal.record import ERASURE, chain_name
from nghedan.foundation.journal.sealing import entry_seal, head_seal, words_digest
from nghedan.kernel.terms import gettext_noop as _

BEFORE_ALL = -(2**63)  # lower than any number, so that one smuggled in before the first is seen too

MISSING = _("thiếu dòng số %(number)s")
BROKEN = _("dòng số %(number)s không khớp dấu niêm")
ALTERED = _("dòng số %(number)s bị sửa ở cột tra cứu")
WORDS_ALTERED = _("nội dung ứng với dòng số %(number)s bị sửa")
HEAD_BROKEN = _("dấu niêm cuối nhật ký không khớp: nhật ký có thể đã bị cắt đuôi hoặc viết lại")
ANCHOR_BROKEN = _("mốc đã in (số %(number)s) không khớp: nhật ký đã bị cắt hoặc viết lại sau khi in")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the proof fails (source text and its parameters)."""

    chain: str
    message: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.chain}: {self.message % {'number': self.number}}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head of the chain that was printed or stored elsewhere: "chain number seal"."""

    chain: str
    number: int
    seal: str

    @classmethod
    def parse(cls, text: str) -> "Anchor":
        """Read an anchor. Raises ValueError when it is not one."""
        chain, number, seal = text.split()
        return cls(chain, int(number), seal)


def verify_all(anchors: tuple[Anchor, ...] = ()) -> list[Fault]:
    """Walk every chain from its first entry and return what does not hold; an empty list is the proof."""
    faults: list[Fault] = []
    for chain in Chain.objects.select_related("locality").order_by("pk"):
        name = chain_name(chain)
        faults += _verify_chain(chain, name, {a.number: a.seal for a in anchors if a.chain == name})
    known = {chain_name(chain) for chain in Chain.objects.select_related("locality")}
    faults += [Fault(a.chain, ANCHOR_BROKEN, a.number) for a in anchors if a.chain not in known]
    return faults


def anchors_now() -> list[Anchor]:
    """Return the present head of every chain, to be printed or stored outside."""
    chains = Chain.objects.select_related("locality").order_by("pk")
    return [Anchor(chain_name(chain), chain.last_number, chain.last_seal) for chain in chains]


def _verify_chain(chain: Chain, name: str, anchors: dict[int, str]) -> Iterator[Fault]:
    seal, expected = "", 0
    for entry in _entries(chain):
        expected += 1
        if entry.number != expected:
            yield Fault(name, MISSING, expected)
            return
        seal = entry_seal(seal, entry.body)
        if seal != entry.seal:
            yield Fault(name, BROKEN, entry.number)
            return
        if anchors.pop(entry.number, seal) != seal:
            yield Fault(name, ANCHOR_BROKEN, entry.number)
        yield from _verify_columns(entry, name)
    if (chain.last_number, chain.last_seal) != (expected, seal) or chain.head_seal != head_seal(name, expected, seal):
        yield Fault(name, HEAD_BROKEN, expected)
    yield from (Fault(name, ANCHOR_BROKEN, number) for number in sorted(anchors))
    yield from _verify_words(chain, name, expected)


def _entries(chain: Chain) -> Iterator[JournalEntry]:
    """Walk to the end of a chain that may grow meanwhile; afterwards ``chain`` is its head as last read."""
    seen, is_growing = BEFORE_ALL, True
    while is_growing:
        is_growing = False
        for entry in chain.entries.filter(number__gt=seen).order_by("number").iterator(chunk_size=2000):
            seen, is_growing = entry.number, True
            yield entry
        chain.refresh_from_db(fields=["last_number", "last_seal", "head_seal"])
        is_growing = is_growing and chain.last_number > seen


def _verify_columns(entry: JournalEntry, name: str) -> Iterator[Fault]:
    written = entry.facts()
    same = (
        written["number"] == entry.number
        and written["actor"] == entry.actor_key
        and written["code"] == entry.code
        and written["subject"] == f"{entry.subject_type}:{entry.subject_id}"
        and written["at"] == entry.at.isoformat()
        and entry.locality_id == entry.chain.locality_id
    )
    if not same:
        yield Fault(name, ALTERED, entry.number)


def _verify_words(chain: Chain, name: str, last: int) -> Iterator[Fault]:
    """Compare the stored words with their digests; only words whose erasing was itself journalled may be gone."""
    stored = {
        (f"{w.subject_type}:{w.subject_id}", w.subject_version): "" if w.erased_at else words_digest(w.words)
        for w in Wording.objects.of(chain.locality).iterator()
    }
    erased = _erased(chain)
    worded = chain.entries.filter(number__lte=last).exclude(body__contains='"words":""')
    for entry in worded.order_by("number").iterator(chunk_size=2000):
        written = entry.facts()
        words = (written["subject"], written["version"])
        if stored.get(words, "vanished") != ("" if words in erased else written["words"]):
            yield Fault(name, WORDS_ALTERED, entry.number)


def _erased(chain: Chain) -> set[tuple[str, int]]:
    entries = JournalEntry.objects.filter(locality_id=chain.locality_id, code=ERASURE)
    bodies = [entry.facts() for entry in entries]
    return {(body["subject"], version) for body in bodies for version in body["facts"]["versions"]}
