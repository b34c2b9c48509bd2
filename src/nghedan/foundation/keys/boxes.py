"""Locked boxes: AES-256-GCM, bound to where they stand, so that a box moved elsewhere does not open."""

import secrets

NONCE_BYTES = 12
KEY_BYTES = 32


class DamagedError(ValueError):
    """A box was changed, moved, or locked with another key."""


def new_key() -> bytes:
    """Return a fresh random key."""
    return secrets.token_bytes(KEY_BYTES)


def lock(key: bytes, content: bytes, context: str) -> bytes:
    """Return ``content`` encrypted; it opens again only with the same key and context."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  (slow import)

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def unlock(key: bytes, box: bytes, context: str) -> bytes:
    """Return what was locked. Raises DamagedError."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  (slow import)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise DamagedError("a locked box does not open") from error
