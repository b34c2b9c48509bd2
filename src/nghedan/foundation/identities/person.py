"""What an identity says, once opened: a value that never shows itself in a log."""

import json
from dataclasses import asdict, dataclass, field

from nghedan.foundation.keys.boxes import lock, unlock


@dataclass(frozen=True, slots=True)
class Person:
    """Name and contacts; everything empty once erased."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    is_erased: bool = False


ERASED = Person(is_erased=True)


def lock_person(key: bytes, person: Person, context: str) -> bytes:
    """Return a person locked with her own key."""
    plain = {name: value for name, value in asdict(person).items() if name != "is_erased"}
    return lock(key, json.dumps(plain, ensure_ascii=False).encode(), context)


def unlock_person(key: bytes, box: bytes, context: str) -> Person:
    """Return the person in a box. Raises DamagedError."""
    return Person(**json.loads(unlock(key, box, context)))


def phone_digits(phone: str) -> str:
    """Return the digits by which a number is recognised, however it is written: "+84 912 345 678" -> "0912345678"."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    international = digits.startswith("84") and len(digits) > len("0912345678")
    return f"0{digits[2:]}" if international else digits
