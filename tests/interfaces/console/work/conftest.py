"""The fixtures of the matter pages serve here too."""

from tests.interfaces.console.matters.conftest import (
    answered,
    checked,
    culture,
    dialogue,
    given,
    hamlet,
    hoa,
    matter,
    observer,
    raised,
    roads,
    said,
    supporter,
    watcher,
)

__all__ = [
    "answered", "checked", "culture", "dialogue", "given", "hamlet", "hoa", "matter", "observer", "raised", "roads",
    "said", "supporter", "watcher",
]  # fmt: skip
