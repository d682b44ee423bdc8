"""Text and marks keep the contrast that WCAG asks for, in both looks."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette

import ui
from tests.ui.hands import settle
from ui.settings import ThemeChoice
from ui.theme import DARK, LIGHT, contrast, palette, tokens_for
from ui.widgets.bands import LOOKS, REST
from ui.widgets.chosen_bar import BAR_INK
from ui.widgets.mark_formats import ground as ground_of

GROUNDS = ("page", "panel", "content", "selected_content", "source", "cue", "hover", "hit")


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_legible_on_every_ground(look, ground):
    assert contrast(look.text, getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_quieter_colours_are_legible_too(look):
    for ground in (look.page, look.panel, look.hover):
        assert contrast(look.muted, ground) >= 4.5
    for color in (look.accent, look.warning):
        assert contrast(color, look.page) >= 4.5
        assert contrast(color, look.panel) >= 4.5
    assert contrast(look.on_accent, look.accent) >= 4.5
    assert contrast(look.text, ground_of(look, "nested").name()) >= 4.5


def test_the_contrasts_are_those_of_the_plan():
    assert round(contrast(LIGHT.text, LIGHT.page), 1) == 15.8
    assert round(contrast(DARK.muted, DARK.page), 1) == 7.2


def test_light_and_dark_are_chosen_or_the_systems(qapp, settings):
    settings.theme = ThemeChoice.DARK
    assert tokens_for(settings) is DARK
    settings.theme = ThemeChoice.LIGHT
    assert tokens_for(settings) is LIGHT
    settings.theme = ThemeChoice.SYSTEM
    assert tokens_for(settings) in {LIGHT, DARK}


SHEET = Path(ui.__file__).parent / "window.qss"
RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
INK = re.compile(r"(?:^|[;\s])color: \$(\w+)")
GROUND = re.compile(r"background: \$(\w+)")


def rules():
    """Selector, ink and grounds of each rule of the style sheet that sets the colour of words."""
    for selector, body in RULE.findall(SHEET.read_text(encoding="utf-8")):
        ink, ground = INK.search(body), GROUND.search(body)
        if ink:
            # Without a ground of its own a word may stand on the page, on a panel or on what is pointed at.
            yield selector.strip(), ink[1], [ground[1]] if ground else ["page", "panel", "hover"]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_keeps_its_words_legible(look):
    found = list(rules())
    assert len(found) > 20
    assert any(":disabled" in selector for selector, _, _ in found)
    for selector, ink, grounds in found:
        for ground in grounds:
            assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5, (selector, ground)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_chosen_off_or_only_drawn_is_seen(look):
    made = palette(look)
    group, roles = QPalette.ColorGroup, QPalette.ColorRole
    for ink, ground in (
        (roles.Text, roles.Base),
        (roles.ButtonText, roles.Button),
        (roles.WindowText, roles.Window),
    ):
        assert contrast(made.color(group.Disabled, ink).name(), made.color(ground).name()) >= 4.5
    assert contrast(made.color(roles.PlaceholderText).name(), look.page) >= 4.5
    assert contrast(made.color(roles.HighlightedText).name(), made.color(roles.Highlight).name()) >= 4.5
    # Bars, rings of focus and icons that are off are no words: three to one.
    for drawn, ground in (
        (look.accent, look.page),
        (look.accent, look.hover),
        (look.off, look.panel),
        (look.off, look.page),
        (look.muted, look.page),
        (look.edge, look.page),
        (look.edge, look.panel),
        *((getattr(look, band), look.page) for band in (REST, *(color for color, _ in LOOKS.values()))),
    ):
        assert contrast(drawn, ground) >= 3


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_lines_under_the_parts_are_seen_on_their_colour_and_beside_it(look):
    nested = ground_of(look, "nested").name()
    for line, ground in (
        (look.content_line, look.content),
        (look.content_line, nested),
        (look.source_line, look.source),
        (look.cue_line, look.cue),
        (look.text, look.selected_content),
        (getattr(look, BAR_INK), look.page),
    ):
        assert contrast(line, ground) >= 3
        assert contrast(line, look.page) >= 3


BORDER = re.compile(r"border: \d+px solid (\$?\w+)")
FIELDS = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QPushButton", "indicator", "#framed")
ENDS_ELSEWHERE = ('[flat="true"]', '[link="true"]', ":disabled", "QComboBox::", "QComboBox Q")
"""What has no edge of its own: a word to press, a menu above the window, what is switched off."""


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_gives_a_field_an_edge_that_is_seen(look):
    found = [
        (selector, border[1])
        for selector, body in RULE.findall(SHEET.read_text(encoding="utf-8"))
        if any(field in selector for field in FIELDS)
        and not any(other in selector for other in ENDS_ELSEWHERE)
        and (border := BORDER.search(body))
    ]
    assert len(found) > 10
    for selector, ink in found:
        assert ink.startswith("$"), selector
        for ground in (look.page, look.panel):
            assert contrast(getattr(look, ink[1:]), ground) >= 3, selector


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_edges_of_fields_are_drawn_as_strong_as_they_are_meant(qtbot, window, look):
    window.settings.theme = look
    window.rebuild()
    settle(qtbot, window)
    details, tokens = window.bench.details, window.desk.tokens
    for field in (window.bench.top.search, details.speaker, details.verdict, details.tag, details.note):
        image = field.grab().toImage()
        edge = image.pixelColor(image.width() // 2, 0).name()
        assert contrast(edge, tokens.panel) >= 3, field.accessibleName()


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_placeholders_are_drawn_as_dark_as_they_are_meant(qtbot, window, look):
    window.settings.theme = look
    window.rebuild()
    settle(qtbot, window)
    meant = window.desk.tokens.color("muted")
    for field in (window.bench.top.search, window.bench.details.verdict, window.bench.details.note):
        drawn = {image.pixelColor(x, y).name() for image in [field.grab().toImage()]
                 for x in range(image.width()) for y in range(image.height())}  # fmt: skip
        ground = window.desk.tokens.page
        strongest = max(contrast(color, ground) for color in drawn)
        assert strongest >= contrast(meant.name(), ground) * 0.85
