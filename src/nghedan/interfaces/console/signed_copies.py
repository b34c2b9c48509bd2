"""The signed copy of a paper as a page tells it: the file, and where its words differ from our data."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.foundation.documents.compare import DifferenceKind
from nghedan.foundation.documents.models import Paper


@dataclass(frozen=True, slots=True)
class CopyDifference:
    """Words of our text against those of the signed copy, and where."""

    kind: str
    ours: str
    theirs: str
    context: str


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """The signed copy of a paper; ``differences`` is None for a scan that could not be compared."""

    paper: Paper
    differences: Sequence[CopyDifference] | None


def signed_copy(paper: Paper) -> SignedCopy:
    """Return a kept copy with its differences in words."""
    if paper.differences is None:
        return SignedCopy(paper, None)
    found = [
        CopyDifference(_(DifferenceKind(one["kind"]).label), one["ours"], one["theirs"], one["context"])
        for one in paper.differences
    ]
    return SignedCopy(paper, found)
