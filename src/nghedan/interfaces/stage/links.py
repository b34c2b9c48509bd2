"""Addresses of the hall's pages."""

from django.urls import reverse

from nghedan.domain.dialogues.models import Dialogue


def href(name: str, dialogue: Dialogue, **ids: object) -> str:
    """Return the address of a page of the hall: ``href("desk", dialogue)``."""
    return reverse(f"stage:{name}", kwargs={"locality": dialogue.locality.slug, "dialogue_id": dialogue.public_id, **ids})  # fmt: skip  # noqa: E501
