"""Tables of matters, of their answers, and of what sets them: fields and text blocks."""

from nghedan.domain.matters.models.answers import Answer, Reminder, TextBlock
from nghedan.domain.matters.models.fields import Field
from nghedan.domain.matters.models.matters import Bounce, Matter, Raising, Support
from nghedan.domain.matters.models.petitions import Petition

__all__ = ["Answer", "Bounce", "Field", "Matter", "Petition", "Raising", "Reminder", "Support", "TextBlock"]
