"""A keyed list of things declared in code: permissions, document types, deadline rules."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Registry(Mapping[str, T]):
    """A read-only mapping in order of registration, filled at start and then frozen.

    A duplicate or late registration is a programming error and stops the start (ValueError, RuntimeError).
    """

    def __init__(self, name: str) -> None:
        """Open an empty registry; the name appears in its errors and in the system check."""
        self.name = name
        self._items: dict[str, T] = {}
        self._is_frozen = False

    def register(self, key: str, item: T) -> T:
        """Add an item under a key of its own and return it."""
        if self._is_frozen:
            raise RuntimeError(f"{self.name}: {key!r} comes too late, the registry is frozen")
        if key in self._items:
            raise ValueError(f"{self.name}: {key!r} is registered twice")
        self._items[key] = item
        return item

    def freeze(self) -> None:
        """Close the registry: from now on it can only be read."""
        self._is_frozen = True

    def __getitem__(self, key: str) -> T:
        """Return the item under the key; the KeyError says which registry lacks it."""
        try:
            return self._items[key]
        except KeyError:
            raise KeyError(f"{self.name}: nothing is registered as {key!r}") from None

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in order of registration."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the items."""
        return len(self._items)
