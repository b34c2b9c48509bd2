"""Keys for creating requests: issued by the server, bound to form and actor, used once per locality."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.journal.sealing import canonical
from nghedan.foundation.keys import key_for
from nghedan.foundation.transitions.models import UsedKey
from nghedan.kernel.errors import Conflict, Invalid
from nghedan.kernel.terms import gettext_noop as _

M = TypeVar("M", bound=models.Model)

USED_FOR_OTHER = _(
    "Trang này đã gửi một lần với nội dung khác. Nội dung vừa nhập vẫn được giữ; xin bấm gửi lần nữa để ghi thành mục "
    "mới."
)
FOREIGN_KEY = _("Trang đã cũ hoặc thuộc tài khoản khác. Nội dung vừa nhập vẫn được giữ; xin gửi lại.")


def issue_key(actor: Actor, form: str) -> str:
    """Return a fresh key for one form shown to one actor."""
    nonce = secrets.token_hex(12)
    return f"{nonce}.{_binding(nonce, actor, form)}"


def check_key(key: str, actor: Actor, form: str) -> None:
    """Raise Invalid unless the key was issued to this actor for this form."""
    nonce, _dot, binding = key.partition(".")
    if not hmac.compare_digest(binding.encode(), _binding(nonce, actor, form).encode()):
        raise Invalid("key.foreign", FOREIGN_KEY)


LONGEST_KEY = 80
"""What the column holds; a key with parts of its own appended may be longer and is then kept as its digest."""


def key_of_part(key: str, content: bytes) -> str:
    """Return the key of one of several things sent with one form, by what it is: sent again, in whatever order and
    with whatever else, it is the same one."""
    return hashlib.sha256(key.encode() + content).hexdigest()


def claim(obj: M, key: str, content: Mapping[str, Any]) -> M | None:
    """Take the key for ``obj`` about to be stored; return instead what it made before, if anything.

    Of two requests at the same moment one waits here and gets the other's row. Raises Conflict when the key was
    used for other content.
    """
    key = key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()
    try:
        with transaction.atomic():
            UsedKey.objects.create(
                locality_id=obj.locality_id,  # type: ignore[attr-defined]
                key=key,
                content_digest=_digest(content),
                subject_type=subject_type_of(obj),
                subject_id=obj.public_id,  # type: ignore[attr-defined]
            )
    except IntegrityError:
        return _made_before(obj, key, content)
    return None


def _made_before(obj: M, key: str, content: Mapping[str, Any]) -> M:
    used = UsedKey.objects.get(locality_id=obj.locality_id, key=key)  # type: ignore[attr-defined]
    if used.subject_type != subject_type_of(obj) or used.content_digest != _digest(content):
        raise Conflict("key.other_content", USED_FOR_OTHER)
    return type(obj)._base_manager.get(public_id=used.subject_id)


def _binding(nonce: str, actor: Actor, form: str) -> str:
    message = f"{nonce}\n{actor.key}\n{form}".encode()
    return hmac.new(key_for("forms"), message, hashlib.sha256).hexdigest()[:40]


def _digest(content: Mapping[str, Any]) -> str:
    return hmac.new(key_for("forms/content"), canonical(content).encode(), hashlib.sha256).hexdigest()
