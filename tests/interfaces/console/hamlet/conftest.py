"""A hamlet, who leads it, and a photograph of paper."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from nghedan.config import roles
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.reading import CONSOLE, form_key
from tests.support import people

PAGE = f"{CONSOLE}hamlet/"
PHOTOS = f"{PAGE}photos/"
OPINION = f"{PAGE}opinion/"
PROGRESS = f"{PAGE}progress/"

Send = Callable[..., Any]


@pytest.fixture
def hamlet(locality: Locality, committee: Body, frozen_today: date) -> Hamlet:
    row = Hamlet(locality=locality, kind="to_dan_pho", name="Đá Bạc", voters=301, state="current")
    row.save()
    return row


@pytest.fixture
def thu(locality: Locality, hamlet: Hamlet) -> Actor:
    """Thu, who leads the hamlet."""
    return people.staff("thu", "Vi Văn Thu", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlet.pk))


@pytest.fixture
def phone(thu: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """Thu's phone."""
    return client_of(thu)


def photo(shade: int = 255, name: str = "to.jpg") -> SimpleUploadedFile:
    """Return a photograph; of another shade it is another one."""
    out = io.BytesIO()
    Image.new("RGB", (60, 80), (shade, shade, shade)).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


@pytest.fixture
def send(phone: Client) -> Send:
    """Return a function that sends photographs as the script does, one, under the same key unless told another."""
    issued = form_key(phone, PAGE)

    def one(upload: Any, key: str = issued, **typed: str) -> Any:
        return phone.post(PHOTOS, {"form_key": key, "origin": "hamlet", "photos": upload, **typed})

    return one
