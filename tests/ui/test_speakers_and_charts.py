"""The page of a speaker, merging with a look before, splitting; and charts that filter."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from quotetrack.filters import QuoteFilter
from tests.ui.hands import press, settle, type_text
from ui.dialogs.speaker import MergeDialog, SpeakerDialog, SplitDialog
from ui.models.tallies import _periods


def quotes_of(session, speaker):
    return session.project.quotes.ids(QuoteFilter(speakers=frozenset({speaker})))


@pytest.fixture
def speakers(qtbot, window):
    press(window, "Ctrl+3")
    settle(qtbot, window)
    return window.bench.speakers


def test_the_page_shows_all_that_was_said_in_order_of_time(qtbot, window, speakers):
    shown = speakers._portrait
    assert speakers.quotes.count() == shown.speaker.quotes == len(quotes_of(window.session, shown.speaker.id))
    days = [row.published for row in shown.quotes]
    assert days == sorted(days)
    assert speakers._where.text()
    speakers.quotes.itemClicked.emit(speakers.quotes.item(0))
    assert window.session.quote_id == shown.quotes[0].id


def test_a_speaker_is_found_and_renamed_and_the_old_name_leads_there(qtbot, window, speakers):
    speaker = speakers._portrait.speaker
    speakers.edit()
    dialog = window.findChild(SpeakerDialog)
    dialog.name.selectAll()
    type_text(dialog.name, "الاسم الجديد")
    dialog.accept_button.click()
    settle(qtbot, window)
    known = window.session.project.speakers.get(speaker.id)
    assert known.name == "الاسم الجديد"
    assert speaker.name in known.aliases
    type_text(speakers.search, speaker.name)
    settle(qtbot, window)
    shown = [speakers.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(speakers.list.count())]
    assert speaker.id in shown
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert window.session.project.speakers.get(speaker.id).name == speaker.name


def test_merging_says_before_what_it_touches(qtbot, window, speakers):
    session, into = window.session, speakers._portrait.speaker
    speakers.merge()
    dialog = window.findChild(MergeDialog)
    assert not dialog.accept_button.isEnabled()
    other = dialog.list.item(0).data(Qt.ItemDataRole.UserRole)
    before = len(quotes_of(session, into.id))
    moving = len(quotes_of(session, other.id))
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert str(moving) in dialog.preview.text()
    assert other.name in dialog.preview.text()
    dialog.accept_button.click()
    settle(qtbot, window)
    assert len(quotes_of(session, into.id)) == before + moving
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert len(quotes_of(session, into.id)) == before
    assert len(quotes_of(session, other.id)) == moving


def test_some_quotes_go_to_a_speaker_of_their_own(qtbot, window, speakers):
    session, speaker = window.session, speakers._portrait.speaker
    before = len(quotes_of(session, speaker.id))
    speakers.split()
    dialog = window.findChild(SplitDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    moved = dialog.list.item(0).data(Qt.ItemDataRole.UserRole)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert len(quotes_of(session, speaker.id)) == before - 1
    assert session.project.quotes.get(moved).speaker.id != speaker.id


@pytest.fixture
def charts(qtbot, spoken):
    press(spoken, "Ctrl+4")
    settle(qtbot, spoken)
    return spoken.bench.charts


def test_charts_count_what_is_shown_in_the_direction_of_the_window(qtbot, spoken, charts):
    bars = charts.cards["speakers"].chart._bars
    facets = spoken.session.facets
    counts = sorted((count for speaker, count in facets.speakers.items() if speaker), reverse=True)
    assert [bar.value for bar in bars] == counts[: len(bars)]
    assert sum(bar.value for bar in charts.cards["times"].chart._bars) == facets.total
    for card in charts.cards.values():
        assert card.chart.getPlotItem().getViewBox().xInverted() == (spoken.settings.language == "ar")
        assert card.chart.accessibleDescription()


def test_a_click_on_a_bar_filters(qtbot, window):
    press(window, "Ctrl+4")
    settle(qtbot, window)
    chart = window.bench.charts.cards["outlets"].chart
    wanted = chart._bars[1]
    inside = chart.getPlotItem().getViewBox().mapViewToScene(QPointF(wanted.value / 2, -1))
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=chart.mapFromScene(inside))
    qtbot.waitUntil(lambda: window.session.filtered)
    settle(qtbot, window)
    assert window.session.filter.outlets == wanted.conditions[0][1]
    assert len(window.session.ids) == wanted.value
    assert sum(bar.value for bar in window.bench.charts.cards["times"].chart._bars) == wanted.value


def test_a_chart_is_saved_as_picture_and_drawing(qtbot, window, asking, tmp_path):
    press(window, "Ctrl+4")
    settle(qtbot, window)
    card = window.bench.charts.cards["speakers"]
    for name in ("chart.png", "chart.svg"):
        asking.answers["target"] = tmp_path / name
        card._save()
    assert QImage(str(tmp_path / "chart.png")).width() > 300
    drawing = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert drawing.startswith("<?xml")
    assert card.chart._bars[0].label in drawing


def test_stretches_of_time_are_few_and_without_gaps():
    from datetime import date, timedelta

    for last in (date(2026, 1, 9), date(2026, 5, 1), date(2027, 12, 31), date(2046, 1, 1)):
        found = list(_periods(date(2026, 1, 7), last))
        assert 1 <= len(found) <= 40
        assert found[0][0] <= date(2026, 1, 7)
        assert found[-1][1] >= last
        for (_, end), (start, _) in pairwise(found):
            assert start - end == timedelta(days=1)
