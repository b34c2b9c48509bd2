"""Writing a number."""

from decimal import Decimal

from django.utils.formats import get_format


def grouped(value: float | Decimal) -> str:
    """Return the number as the reader's language writes it: 12.345,5. Django knows no grouping for Vietnamese."""
    signs = {",": get_format("THOUSAND_SEPARATOR"), ".": get_format("DECIMAL_SEPARATOR")}
    return "".join(signs.get(sign, sign) for sign in f"{value:,}")
