"""Addresses of staff pages."""

from django.urls import reverse

from nghedan.foundation.tenancy.models import Locality


def href(name: str, locality: Locality, **ids: object) -> str:
    """Return the address of a page: ``href("dialogue", locality, dialogue_id=…)``."""
    return reverse(f"console:{name}", kwargs={"locality": locality.slug, **ids})
