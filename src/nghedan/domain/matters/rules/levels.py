"""The level of a matter, as it follows from the voices that raise it."""

from collections.abc import Sequence

from nghedan.domain.opinions.terms import Level


def level_of_matter(voices: Sequence[Level], *, about_officials: bool) -> Level:
    """Return who may read a matter: what only restricted voices raise is restricted; what others raise too stays.

    ``about_officials`` says that its field is. A matter without voices (of an earlier year) goes by its field.
    """
    known = [voice for voice in voices if voice is not Level.RESTRICTED]
    if voices and not known:
        return Level.RESTRICTED
    only_conduct = bool(known) and all(voice is Level.CONDUCT for voice in known)
    return Level.CONDUCT if about_officials or only_conduct else Level.ORDINARY
