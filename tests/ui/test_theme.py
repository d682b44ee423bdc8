"""Text and marks keep the contrast that WCAG asks for, in both looks."""

import pytest

from ui.settings import ThemeChoice
from ui.theme import DARK, LIGHT, contrast, tokens_for
from ui.widgets.article_view import _between

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
    nested = _between(look.color("content"), look.color("selected_content"))
    assert contrast(look.text, nested.name()) >= 4.5


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
