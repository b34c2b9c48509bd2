"""Whom to invite, suggested from the plan and from who holds which post on the day: offered to tick, never twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import PLACES
from nghedan.domain.invitations.rules.grouping import EACH_HAMLET, group_of_body, group_of_unit, group_of_words
from nghedan.domain.invitations.rules.phrases import (
    FRONT_LEADER,
    HEAD,
    PARTY_SECRETARY,
    guests_in,
    post_key,
    post_of_each_hamlet,
)
from nghedan.domain.invitations.services.guests import GuestDraft, add_guests
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.domain.organisations.models import Hamlet, Post
from nghedan.domain.organisations.queries import hamlets_on, in_order, posts_on
from nghedan.domain.organisations.rules.names import same_name_key
from nghedan.domain.organisations.terms import HamletKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody, or one post of every hamlet, to be invited; ``key`` is what the form sends back."""

    key: str
    group: GuestGroup
    label: str
    drafts: tuple[GuestDraft, ...]
    is_from_plan: bool = False
    is_usual: bool = False
    """Ticked unless somebody takes it back: heads and deputies, and who leads a hamlet."""


def suggestions_for(dialogue: Dialogue) -> list[Suggestion]:
    """Return who is not on the list yet, in the order of protocol (four queries).

    Officers by their posts on the day of the dialogue, or today's; whom the plan names, less posts whose holders are
    known; and the posts of each hamlet: those it has beside its head, and its head where nobody holds that post.
    """
    day = dialogue.held_on or clock.today()
    hamlets = _hamlets(dialogue, day)
    listed = list(Guest.objects.of(dialogue.locality).filter(dialogue=dialogue).exclude(state=GuestState.REMOVED))
    posts = posts_on(dialogue.locality, day)
    named = [(f"plan-{place}-{part}", text) for place, phrase in enumerate(dialogue.participants)
             for part, text in enumerate(guests_in(str(phrase)))]  # fmt: skip
    found = [
        *_of_posts(posts, hamlets, {guest.officer_id for guest in listed}),
        *_of_plan(named, posts, listed),
        *_of_each_hamlet(hamlets, posts, listed, {post_of_each_hamlet(text) for _key, text in named}),
    ]
    return sorted(found, key=lambda one: (PLACES[one.group.value], one.is_from_plan))


def add_suggested(*, actor: Actor, dialogue: Dialogue, keys: Iterable[str]) -> list[Guest]:
    """Put the ticked ones on the list; what is on it meanwhile is left out, so that pressing twice adds nobody twice.

    Raises NotAllowed, Refused.
    """
    chosen = frozenset(keys)
    with deed(actor):
        ticked = [one for one in suggestions_for(dialogue) if one.key in chosen]
        return add_guests(actor=actor, dialogue=dialogue, drafts=[draft for one in ticked for draft in one.drafts])


def _hamlets(dialogue: Dialogue, day: date) -> list[Hamlet]:
    """Return the hamlets a dialogue is for: its cluster, or all of the day."""
    return in_order(dialogue.hamlets.all()) or hamlets_on(dialogue.locality, day)


def _of_posts(posts: Iterable[Post], hamlets: Sequence[Hamlet], taken: set[int | None]) -> Iterator[Suggestion]:
    """Suggest who holds a post, heads first; whoever holds several comes with the highest."""
    meant, seen = {hamlet.pk for hamlet in hamlets}, set(taken)
    for post in sorted(posts, key=_rank):
        is_elsewhere = post.hamlet_id is not None and post.hamlet_id not in meant
        if post.officer_id in seen or is_elsewhere:
            continue
        seen.add(post.officer_id)
        draft = GuestDraft(
            group=_group(post), post_title=post.title, organisation="" if post.hamlet_id else str(post.place),
            officer=post.officer, unit=post.unit, hamlet=post.hamlet,
        )  # fmt: skip
        where = f", {post.place}" if post.unit_id or post.hamlet_id else ""
        label, is_usual = f"{post.officer.full_name} – {post.title}{where}", post.is_head or post.is_deputy
        yield Suggestion(f"post-{post.public_id}", draft.group, label, (draft,), is_usual=is_usual)


def _rank(post: Post) -> tuple[int, bool, bool, int]:
    return PLACES[_group(post).value], not post.is_head, not post.is_deputy, post.pk


def _group(post: Post) -> GuestGroup:
    if post.hamlet_id:
        return GuestGroup.HAMLETS
    return group_of_unit(post.unit.kind) if post.unit else group_of_body(post.body.kind if post.body else "")


def _of_plan(named: Sequence[tuple[str, str]], posts: Sequence[Post], listed: Sequence[Guest]) -> Iterator[Suggestion]:
    """Suggest whom the plan names, but posts of known holders and those every hamlet has."""
    known = {same_name_key(guest.post_title) for guest in listed}
    held = {post_key(text) for post in posts if post.is_head for text in (post.title, f"{post.title} {post.place}")}
    for key, text in named:
        said = text[:200]
        if same_name_key(said) in known or post_key(said) in held or post_of_each_hamlet(said):
            continue
        known.add(same_name_key(said))
        group = group_of_words(said)
        yield Suggestion(key, group, said, (GuestDraft(group=group, post_title=said),), is_from_plan=True)


def _of_each_hamlet(
    hamlets: Sequence[Hamlet], posts: Iterable[Post], listed: Sequence[Guest], named: set[str]
) -> Iterator[Suggestion]:
    """Suggest the posts of each hamlet; its head only where the plan names that post and nobody holds it."""
    led = {post.hamlet_id for post in posts if post.is_head}
    titles = {PARTY_SECRETARY: EACH_HAMLET[0], FRONT_LEADER: EACH_HAMLET[1]}
    known = {(same_name_key(guest.post_title), guest.hamlet_id) for guest in listed}
    for place, post in enumerate((PARTY_SECRETARY, FRONT_LEADER, HEAD)):
        wanted = [
            (titles.get(post) or HamletKind(hamlet.kind).head_title, hamlet)
            for hamlet in hamlets
            if post != HEAD or (HEAD in named and hamlet.pk not in led)
        ]
        drafts = tuple(
            GuestDraft(group=GuestGroup.HAMLETS, post_title=title, hamlet=hamlet)
            for title, hamlet in wanted
            if (same_name_key(title), hamlet.pk) not in known
        )
        if drafts:
            said = ", ".join(dict.fromkeys(draft.post_title for draft in drafts))
            label = f"{said}: {len(drafts)}"
            yield Suggestion(f"hamlets-{place}", GuestGroup.HAMLETS, label, drafts, is_from_plan=post in named)
