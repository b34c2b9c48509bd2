"""Vietnamese letters for character classes: a range of code points would mix capitals and small letters."""

from __future__ import annotations

_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
CAPITAL = "A-Z" + _MARKED.upper()
SMALL = "a-z" + _MARKED
