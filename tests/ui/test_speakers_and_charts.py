"""The page of a speaker, merging with a look before, splitting; and charts that filter."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from tests.ui.hands import press, settle, type_text
from ui.dialogs.same import SameDialog
from ui.dialogs.speaker import MergeDialog, SpeakerDialog, SplitDialog
from ui.models.tallies import _periods
from ui.widgets.bars import BarChart


def quotes_of(session, speaker):
    return session.project.quotes.ids(QuoteFilter(speakers=frozenset({speaker})))


@pytest.fixture
def speakers(qtbot, window):
    press(window, "Ctrl+3")
    settle(qtbot, window)
    return window.bench.speakers


def words(model, row):
    return model.index(row, 0).data()


def tick(model, row):
    assert model.setData(model.index(row, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


def opened(qtbot, window, kind):
    settle(qtbot, window)
    return window.findChild(kind)


def test_the_page_shows_all_that_was_said_in_order_of_time(qtbot, window, speakers):
    shown, spoken = speakers._portrait, speakers.spoken
    assert spoken.rowCount() == shown.speaker.quotes == len(quotes_of(window.session, shown.speaker.id))
    rows = window.session.project.quotes.rows([spoken.id_at(row) for row in range(spoken.rowCount())])
    days = [row.published for row in rows]
    assert days == sorted(days)
    assert all(" ".join(row.quote.split()) in words(spoken, place) for place, row in enumerate(rows))
    assert rows[0].outlet in speakers._where.text()
    speakers.quotes.clicked.emit(spoken.index(0, 0))
    assert window.session.quote_id == rows[0].id


def test_the_page_counts_every_verb(qtbot, window, speakers):
    shown = speakers._portrait
    rows = window.session.project.quotes.rows(list(shown.quotes))
    counted = Counter(row.cue_lemma for row in rows if row.cue_lemma)
    assert dict(shown.verbs) == counted
    assert list(shown.verbs.values()) == sorted(shown.verbs.values(), reverse=True)
    verb, most = next((verb, most) for verb, most in shown.verbs.items() if verb.isalpha())
    assert verb in speakers._verbs.text()
    assert str(most) in speakers._verbs.text()


def test_a_speaker_is_found_and_renamed_and_the_old_name_leads_there(qtbot, window, speakers):
    speaker = speakers.speaker
    press(window, "Shift+F2")
    dialog = opened(qtbot, window, SpeakerDialog)
    dialog.name.selectAll()
    type_text(dialog.name, "الاسم الجديد")
    dialog.note.setPlainText("يراجَع مع الأرشيف")
    dialog.accept_button.click()
    settle(qtbot, window)
    known = window.session.project.speakers.get(speaker.id)
    assert known.name == "الاسم الجديد"
    assert known.note == "يراجَع مع الأرشيف"
    assert speaker.name in known.aliases
    type_text(speakers.search, speaker.name)
    settle(qtbot, window)
    assert speakers.model.row_of(speaker.id) is not None
    assert speakers.model.rowCount() < len(speakers.model._known)
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    undone = window.session.project.speakers.get(speaker.id)
    assert (undone.name, undone.note) == (speaker.name, "")


def test_merging_says_before_what_it_touches(qtbot, window, speakers):
    session, into = window.session, speakers.speaker
    press(window, "Ctrl+M")
    dialog = opened(qtbot, window, MergeDialog)
    assert not dialog.accept_button.isEnabled()
    other = dialog.model.speaker_at(0)
    before = len(quotes_of(session, into.id))
    moving = len(quotes_of(session, other.id))
    tick(dialog.model, 0)
    settle(qtbot, window)
    assert str(moving) in dialog.preview.text()
    assert other.name in dialog.preview.text()
    dialog.search.setText("لا أحد بهذا الاسم")
    assert [dialog.model.id_at(row) for row in range(dialog.model.rowCount())] == [other.id]
    dialog.accept_button.click()
    settle(qtbot, window)
    assert len(quotes_of(session, into.id)) == before + moving
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert len(quotes_of(session, into.id)) == before
    assert len(quotes_of(session, other.id)) == moving


def test_some_quotes_go_to_a_speaker_of_their_own(qtbot, window, speakers):
    session, speaker = window.session, speakers.speaker
    before = len(quotes_of(session, speaker.id))
    window.actions_["speakers.split"].trigger()
    dialog = opened(qtbot, window, SplitDialog)
    assert dialog.model.rowCount() == before
    assert not dialog.accept_button.isEnabled()
    moved = dialog.model.id_at(2)
    tick(dialog.model, 2)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert len(quotes_of(session, speaker.id)) == before - 1
    assert session.project.quotes.get(moved).speaker.id != speaker.id


@pytest.fixture
def alike(qtbot, window):
    """Two speakers whose names are nearly the same, as a typing error makes them."""
    session = window.session
    full = next(known for known in session.project.speakers.list() if len(known.name.split()) == 2)
    quote = next(
        row.id
        for row in session.project.quotes.rows(session.shown.ids)
        if row.speaker_id not in {full.id, None}
    )
    session.writing.perform(ops.CorrectSpeaker((quote,), f"{full.name}ي"))
    settle(qtbot, window)
    return full, session.project.quotes.get(quote).speaker


def test_names_that_are_alike_are_offered_merged_or_kept_apart(qtbot, window, alike):
    full, other = alike
    press(window, "Ctrl+Shift+M")
    dialog = opened(qtbot, window, SameDialog)
    settle(qtbot, window)
    pairs = [dialog.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.list.count())]
    place = next(
        row for row, pair in enumerate(pairs) if {pair.into.id, pair.other.id} == {full.id, other.id}
    )
    dialog.list.setCurrentRow(place)
    settle(qtbot, window)
    assert {side.model.rowCount() for side in dialog.sides} == {pairs[place].into.quotes, 1}
    dialog.two.click()
    settle(qtbot, window)
    assert (
        min(full.id, other.id),
        max(full.id, other.id),
    ) in window.session.project.speakers.distinct_pairs()
    assert dialog.list.count() == len(pairs) - 1
    press(window, "Ctrl+Z")
    dialog.reject()
    settle(qtbot, window)
    press(window, "Ctrl+Shift+M")
    settle(qtbot, window)
    dialog = window.findChildren(SameDialog)[-1]
    dialog.list.setCurrentRow(place)
    dialog.one.click()
    settle(qtbot, window)
    names = {known.name for known in window.session.project.speakers.list()}
    assert len({full.name, other.name} & names) == 1
    dialog.reject()


def test_likely_namesakes_stand_first_when_merging(qtbot, window, alike):
    full, other = alike
    window.session.select(quotes_of(window.session, full.id)[0])
    press(window, "Ctrl+M")
    dialog = opened(qtbot, window, MergeDialog)
    settle(qtbot, window)
    assert dialog.model.speaker_at(0).id == other.id
    dialog.reject()


def test_a_key_leads_from_a_quote_to_its_speaker_and_to_all_of_the_speaker_s_quotes(qtbot, window):
    quote = next(q for q in window.bench.reader.quotes if q.speaker is not None)
    window.session.select(quote.id)
    settle(qtbot, window)
    press(window, "Ctrl+J")
    settle(qtbot, window)
    assert window.bench.tab == "speakers"
    assert window.bench.speakers.speaker.id == quote.speaker.id
    window.actions_["speakers.only"].trigger()
    settle(qtbot, window)
    assert window.bench.tab == "table"
    assert list(window.session.shown.ids) == list(quotes_of(window.session, quote.speaker.id))


@pytest.fixture
def charts(qtbot, spoken):
    press(spoken, "Ctrl+4")
    settle(qtbot, spoken)
    return spoken.bench.charts


def test_charts_count_what_is_shown_in_the_direction_of_the_window(qtbot, spoken, charts):
    bars = charts.cards["speakers"].chart._bars
    facets = spoken.session.shown.facets
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
    qtbot.waitUntil(lambda: window.session.shown.filtered)
    settle(qtbot, window)
    assert window.session.shown.filter.outlets == wanted.conditions[0][1]
    assert len(window.session.shown.ids) == wanted.value
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


def test_the_chosen_bar_is_told_from_the_others_and_a_second_click_shows_all_again(qtbot, window):
    press(window, "Ctrl+4")
    settle(qtbot, window)
    charts = window.bench.charts
    card = charts.cards["speakers"]

    def shades():
        (item,) = [each for each in card.chart.getPlotItem().items if "brushes" in getattr(each, "opts", {})]
        return [brush.color().alphaF() for brush in item.opts["brushes"]]

    assert set(shades()) == {1.0}
    bar = card.chart._bars[1]
    card.chart.picked.emit(bar)
    settle(qtbot, window)
    assert window.session.shown.filter == QuoteFilter(**dict(bar.conditions))
    place = [one.conditions for one in card.chart._bars].index(bar.conditions)
    assert [place] == [number for number, alpha in enumerate(shades()) if alpha == 1.0]
    card.chart.picked.emit(card.chart._bars[place])
    settle(qtbot, window)
    assert window.session.shown.filter == QuoteFilter()
    assert set(shades()) == {1.0}


def test_days_stand_under_the_bars_and_their_month_once(qtbot, window):
    window.resize(1320, 840)
    press(window, "Ctrl+4")
    settle(qtbot, window)
    chart = window.bench.charts.cards["times"].chart
    texts = [item.toPlainText() for item in chart.getPlotItem().items if hasattr(item, "toPlainText")]
    days = [text for text in texts if text.split("\n")[0].isdigit() and int(text.split("\n")[0]) <= 31]
    assert sum("تشرين الأول" in text for text in texts) == 1
    first = next(text for text in texts if "تشرين" in text)
    assert first == f"{chart._bars[0].period[0].day}\nتشرين الأول"
    assert {str(bar.period[0].day) for bar in chart._bars} <= {day.split("\n")[0] for day in days}


def test_stretches_of_time_are_few_and_without_gaps():
    from datetime import date, timedelta

    for last in (date(2026, 1, 9), date(2026, 5, 1), date(2027, 12, 31), date(2046, 1, 1)):
        found = list(_periods(date(2026, 1, 7), last))
        assert 1 <= len(found) <= 40
        assert found[0][0] <= date(2026, 1, 7)
        assert found[-1][1] >= last
        for (_, end), (start, _) in pairwise(found):
            assert start - end == timedelta(days=1)


def test_each_chart_is_drawn_once(qtbot, window, monkeypatch):
    drawn, draw = [], BarChart._draw
    monkeypatch.setattr(BarChart, "_draw", lambda chart: (drawn.append(chart), draw(chart)))
    press(window, "Ctrl+4")
    settle(qtbot, window)
    QApplication.processEvents()
    assert sorted(map(id, drawn)) == sorted(id(card.chart) for card in window.bench.charts.cards.values())


def test_the_charts_come_one_after_another(qtbot, window):
    charts, drawn = window.bench.charts, []
    charts._turn.timeout.connect(lambda: drawn.append(len(charts.cards)))
    press(window, "Ctrl+4")
    settle(qtbot, window)
    assert sorted(set(drawn)) == [1, 2, 3, 4, 5]
    assert len(drawn) >= 2 * len(charts.cards)
    assert not charts.drawing
