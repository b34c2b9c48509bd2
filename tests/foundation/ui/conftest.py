"""What the tests of the components share."""

import pytest
from django.template import Context, Template


@pytest.fixture
def render():
    """Render a piece of template."""
    return lambda source, **values: Template(source).render(Context(values)).strip()
