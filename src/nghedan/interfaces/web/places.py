"""Addresses that belong to the product, so that no locality may be called so, and the first page of a locality."""

from nghedan.foundation.tenancy.models import Locality

RESERVED = frozenset(
    {
        "account", "api", "console", "first-run", "healthz", "kept", "language", "password-card", "readyz", "stage",
        "static", "version", "_ui",
    }
)  # fmt: skip


def console_of(locality: Locality) -> str:
    return f"/console/{locality.slug}/"


def portal_of(locality: Locality) -> str:
    return f"/{locality.slug}/"
