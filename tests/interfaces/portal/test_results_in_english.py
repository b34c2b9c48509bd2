"""The result of a dialogue for who reads English: what we say is English, what the authority wrote stays."""

import pytest
from django.test import Client

from nghedan.domain.matters.models import Matter
from nghedan.domain.reports.services import publishing
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import words_of
from tests.support.aftermath import Held, held, held_by, roads

__all__ = ["held", "held_by", "roads"]


@pytest.mark.parametrize(("language", "told"), [("vi", "Lĩnh vực khác"), ("en", "Other field")])
def test_a_matter_without_a_field_is_told_in_the_readers_language(
    client: Client, an: Actor, binh: Actor, held: Held, language: str, told: str
) -> None:
    Matter.objects.of(held.dialogue.locality).filter(pk=held.paper.pk).update(field=None, public_text="Cấp lại sổ đỏ")
    publishing.publish_result(actor=binh, result=publishing.show_result(actor=an, dialogue=held.dialogue))
    client.cookies["django_language"] = language
    page = client.get(f"/suoi-lanh/doi-thoai/{held.dialogue.public_id}/ket-qua/")
    [row] = [row for row in page.context["rows"] if row.matter.public_id == held.paper.public_id]
    assert (row.matter.title, row.field, told in words_of(page)) == ("Cấp lại sổ đỏ", told, True)
