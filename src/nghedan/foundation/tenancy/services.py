"""Opening localities; their own journal begins with what is done in them."""

from django.db import IntegrityError, transaction

from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

SLUG_TAKEN = _("Địa chỉ “%(slug)s” đã có địa phương khác dùng.")


def add_locality(locality: Locality) -> Locality:
    """Store a locality. Raises Invalid when its address is taken."""
    try:
        with transaction.atomic():
            locality.save(force_insert=True)
    except IntegrityError as error:
        raise Invalid("locality.slug_taken", SLUG_TAKEN, field="slug", slug=locality.slug) from error
    return locality
