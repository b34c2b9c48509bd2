"""Document types: each a module that turns an object into the document model; found by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.renderers import render
from nghedan.kernel.registry import Registry


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of paper: how its object is found by those who may see it, and how it becomes a document.

    ``find`` raises DoesNotExist for what the actor may not see. ``body_kind`` and ``dated`` choose the format.
    """

    code: str
    label: str
    find: Callable[[Actor, str], Any]
    build: Callable[[Any], Document]
    body_kind: Callable[[Any], str]
    dated: Callable[[Any], date]

    def render(self, obj: Any, kind: str) -> bytes:
        """Return the paper of an object as docx, pdf, html or text."""
        return render(self.build(obj), choose(self.body_kind(obj), self.dated(obj)), kind)


DOCUMENT_TYPES: Registry[DocumentType] = Registry("document types")


def document_type(declared: DocumentType) -> DocumentType:
    """Declare a document type; a second one of the same code stops the start."""
    DOCUMENT_TYPES.register(declared.code, declared)
    return declared
