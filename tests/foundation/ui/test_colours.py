"""The colours of the theme can be told apart by weak eyes: WCAG 2.2 AA, 4.5 to 1 for words."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[3] / "tools" / "theme"
PALETTE = (THEME / "_palette.scss").read_text()
NAMED = dict(re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", PALETTE, re.MULTILINE))
STATUS = re.findall(r'"(\w+)": \((#\w+), (#\w+), (#\w+)\)', PALETTE)
SETTINGS = dict(re.findall(r'"([\w-]+)": (#[0-9a-f]{6})', (THEME / "theme.scss").read_text()))


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("white", "red"), ("white", "red-dark"), ("ink", "gold"), ("ink", "paper"), ("muted", "paper"),
        ("muted", "white"), ("blue", "white"), ("blue", "paper"), ("white", "blue"), ("white", "blue-dark"),
        ("red", "white"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(text, ground):
    assert contrast(NAMED[text], NAMED[ground]) >= 4.5


@pytest.mark.parametrize(("name", "text", "ground", "edge"), STATUS)
def test_status_words_stand_out(name, text, ground, edge):
    assert contrast(text, ground) >= 4.5
    assert contrast(text, NAMED["white"]) >= 4.5


def test_the_six_status_colours_are_those_of_the_view_models():
    from nghedan.foundation.ui.models import Colour

    assert [name for name, *_ in STATUS] == list(Colour)


@pytest.mark.parametrize("name", ["link", "link-visited", "link-hover", "error", "success", "brand"])
def test_settings_of_the_borrowed_parts_stand_out_on_white_and_paper(name):
    assert contrast(SETTINGS[name], NAMED["white"]) >= 4.5
    assert contrast(SETTINGS[name], NAMED["paper"]) >= 4.5


def test_built_style_sheet_has_the_palette():
    from nghedan.foundation import ui

    css = (Path(ui.__file__).parent / "static/ui/theme.css").read_text()
    assert {value for value in NAMED.values() if value not in css and value != "#ffffff"} == set()
