from collections.abc import Iterator
from typing import Any

import pytest

from nghedan.config import wiring
from nghedan.interfaces.web import navigation

NOTE = """{% extends "ui/page.html" %}
{% block content %}{{ form }}[{{ form_key }}]{% endblock %}"""


@pytest.fixture(autouse=True)
def _site(settings: Any) -> Iterator[None]:
    """Serve the pages of ``site`` with templates of their own; entries are what a test installs."""
    navigation.install({}, {})
    settings.ROOT_URLCONF = "tests.interfaces.web.site"
    options = {**settings.TEMPLATES[0]["OPTIONS"]}
    options["loaders"] = [
        ("django.template.loaders.locmem.Loader", {"tests/note.html": NOTE}),
        "django.template.loaders.app_directories.Loader",
    ]
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "APP_DIRS": False, "OPTIONS": options}]
    yield
    navigation.install(wiring.NAVIGATION, wiring.SEARCH)
