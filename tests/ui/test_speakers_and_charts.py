"""The page of a speaker, merging with a look before, splitting; and charts that filter."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from quotetrack import operations as ops
from quotetrack.detection.records import CueClass
from quotetrack.filters import QuoteFilter
from tests.ui.hands import press, settle, type_text
from ui.dialogs.same import SameDialog
from ui.dialogs.speaker import MergeDialog, SpeakerDialog, SplitDialog
from ui.language import isolate
from ui.models.tallies import BANDS, MOST_STACKS, Bar, Stack, Stacks, _periods
from ui.theme import LIGHT
from ui.widgets.bars import BarChart
from ui.widgets.stacks import _PATTERNS, BAND_COLORS, StackChart


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
        if isinstance(card.chart, BarChart):
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
    bars = [card.chart for card in window.bench.charts.cards.values() if isinstance(card.chart, BarChart)]
    assert sorted(map(id, drawn)) == sorted(map(id, bars))


def test_the_charts_come_one_after_another(qtbot, window):
    charts, drawn = window.bench.charts, []
    charts._turn.timeout.connect(lambda: drawn.append(len(charts.cards)))
    press(window, "Ctrl+4")
    settle(qtbot, window)
    assert sorted(set(drawn)) == [1, 2, 3, 4, 5, 6]
    assert len(drawn) >= 2 * len(charts.cards)
    assert not charts.drawing


# --- verbs of each speaker -----------------------------------------------------------------------


@pytest.fixture
def said(charts):
    return charts.cards["said"].chart


def test_verbs_are_counted_for_those_quoted_most(spoken, said):
    session = spoken.session
    quoted = session.shown.facets.speakers
    most = sorted((count for speaker, count in quoted.items() if speaker), reverse=True)[:MOST_STACKS]
    assert [stack.value for stack in said._stacks.rows] == most
    for part in said._parts:
        wanted = QuoteFilter(**dict(part.bar.conditions))
        assert part.bar.value == session.project.quotes.count(wanted)
        assert part.words == said._legend[part.band]
    word = spoken.tongue.message("exports.cue_class.statement")
    assert said._legend[0] == word
    assert said._legend[-1] == ("غير ذلك" if spoken.settings.language == "ar" else "others")
    assert len(said._legend) == BANDS + 1
    first = said._stacks.rows[0].label
    assert said.accessibleDescription().startswith(f"{first} {spoken.tongue.number(most[0])}: {word} ")


def test_parts_stand_beside_each_other_from_where_reading_begins(spoken, said):
    boxes = said.part_boxes()
    mirrored = spoken.settings.language == "ar"
    for (part, box), (later, beside) in pairwise(zip(said._parts, boxes, strict=True)):
        assert said.rect().toRectF().contains(box)
        if part.row == later.row:
            assert part.band < later.band
            assert (
                beside.right() == pytest.approx(box.left())
                if mirrored
                else (beside.left() == pytest.approx(box.right()))
            )
    start = boxes[0].right() if mirrored else said.width() - boxes[0].left()
    assert start > said.width() - 6
    lines = {line for line, _, _ in said._legend_places()}
    assert all(along + width <= said.width() for _, along, width in said._legend_places())
    assert max(lines) * 24 + 24 <= said._top(0)


def test_parts_are_told_apart_without_colour():
    assert len(BAND_COLORS) == len(set(BAND_COLORS)) == len(_PATTERNS) == BANDS + 1
    inside = QRectF(3, 4, 37, 20)
    drawn = [pattern(inside) for pattern in _PATTERNS]
    # The first is plain and the last an outline.
    assert drawn[0] == drawn[-1] == []
    for number, lines in enumerate(drawn[1:-1]):
        assert lines
        assert all(lines != other for other in drawn[number + 2 :])
        for line in lines:
            assert inside.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.p1())
            assert inside.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.p2())


def click(qtbot, spoken, chart, number):
    place = chart.part_boxes()[number].center().toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, spoken)


def test_a_click_on_a_part_filters_by_speaker_and_class_and_another_shows_all_again(qtbot, spoken, said):
    session = spoken.session
    number = next(at for at, part in enumerate(said._parts) if part.row == 1 and part.band == 1)
    part, box = said._parts[number], said.part_boxes()[number]
    click(qtbot, spoken, said, number)
    assert session.shown.filter == QuoteFilter(**dict(part.bar.conditions))
    assert len(session.shown.filter.speakers) == len(session.shown.filter.cue_classes) == 1
    assert len(session.shown.ids) == part.bar.value
    # The part keeps its place, the others are faded.
    assert said.part_boxes()[number] == box
    assert [at for at, one in enumerate(said._parts) if one.full] == [number]
    click(qtbot, spoken, said, number)
    assert session.shown.filter == QuoteFilter()
    assert all(one.full for one in said._parts)


def test_the_part_of_the_rest_filters_by_all_classes_in_it(qtbot, spoken, said):
    number, part = next(
        (at, part) for at, part in enumerate(said._parts) if part.band == BANDS and part.bar.value > 1
    )
    click(qtbot, spoken, said, number)
    shown = spoken.session.shown
    assert len(shown.filter.cue_classes) > 1
    assert len(shown.ids) == part.bar.value


def test_verbs_follow_the_filter(qtbot, spoken, said):
    shown = spoken.session.shown
    shown.narrow(cue_classes=frozenset({CueClass.DENIAL}))
    settle(qtbot, spoken)
    assert said._legend == [spoken.tongue.message("exports.cue_class.denial")]
    assert sum(part.bar.value for part in said._parts) == len(shown.ids)
    shown.set_filter(QuoteFilter(text="زرافة"))
    settle(qtbot, spoken)
    assert said._parts == [] or not said.isVisible()
    # One who is seldom quoted is there when asked for, with a band for the class that is asked for.
    last = min((count, id_) for id_, count in spoken.session.project.quotes.facets().speakers.items() if id_)
    (cue_class,) = {
        spoken.session.project.quotes.get(quote).cue_class for quote in quotes_of(spoken.session, last[1])[:1]
    }
    shown.set_filter(QuoteFilter(speakers=frozenset({last[1]}), cue_classes=frozenset({cue_class})))
    settle(qtbot, spoken)
    (full,) = [part for part in said._parts if part.full]
    assert full.bar.value == len(shown.ids)
    assert full.bar.conditions[1] == ("cue_classes", frozenset({cue_class}))
    assert len(said._stacks.rows) == MOST_STACKS


def test_the_numbers_of_a_part_are_told_on_hovering_and_by_keys(qtbot, spoken, said):
    number = 1
    part, place = said._parts[number], said.part_boxes()[number].center().toPoint()
    QApplication.sendEvent(said, QHelpEvent(QEvent.Type.ToolTip, place, said.mapToGlobal(place)))
    told = QToolTip.text()
    QToolTip.hideText()
    total = spoken.tongue.number(said._stacks.rows[part.row].value)
    for words in (isolate(said._stacks.rows[part.row].label), part.words, part.number, total):
        assert words in told
    said.setFocus()
    forward = Qt.Key.Key_Left if spoken.settings.language == "ar" else Qt.Key.Key_Right
    QTest.keyClick(said, forward)
    assert said.accessibleName().endswith(told)
    QTest.keyClick(said, Qt.Key.Key_Down)
    assert said._parts[said._current].row == 1
    QTest.keyClick(said, Qt.Key.Key_Home)
    assert said._current == 0
    QTest.keyClick(said, Qt.Key.Key_Return)
    settle(qtbot, spoken)
    assert spoken.session.shown.filter.speakers == said._stacks.rows[0].parts[0][1].conditions[0][1]
    assert said.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), said.mapToGlobal(QPoint(1, 1))))
    assert not QToolTip.isVisible()


def test_verbs_are_saved_as_picture_and_drawing(qtbot, spoken, said, asking, tmp_path):
    card = spoken.bench.charts.cards["said"]
    for name in ("said.png", "said.svg"):
        asking.answers["target"] = tmp_path / name
        card._save()
    picture = QImage(str(tmp_path / "said.png"))
    assert picture.width() == 2 * (said.width() + 32)
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2)
               for y in range(0, picture.height(), 2)}  # fmt: skip
    tokens = spoken.desk.tokens
    assert {tokens.color(name).name() for name in BAND_COLORS} <= colours
    drawing = tmp_path / "said.svg"
    assert QSvgRenderer(str(drawing)).isValid()
    text = drawing.read_text(encoding="utf-8")
    assert card.title in text
    assert all(each in text for each in (*said._legend, said._stacks.rows[0].label))


@pytest.mark.parametrize("mirrored", [True, False])
def test_the_smallest_part_of_a_large_project_is_seen_and_met(qtbot, mirrored):
    chart = StackChart(LIGHT, "", right_to_left=mirrored)
    qtbot.addWidget(chart)
    chart.resize(260, 200)
    counts = (900_000, 40_000, 1, 1, 1, 1, 1)
    parts = tuple((at, Bar("", count)) for at, count in enumerate(counts))
    many = Stacks(tuple(map(str, range(7))), (Stack("قائل " * 30, parts), Stack("", parts[2:3])))
    chart.show_stacks(many, lambda key: f"class number {key}", "{:,}".format)
    chart.show()
    boxes = chart.part_boxes()
    assert all(box.width() >= 5 and chart.rect().toRectF().contains(box) for box in boxes)
    assert [chart.part_at(box.center()) for box in boxes] == list(range(8))
    assert chart.part_at(QPointF(chart.width() / 2, 1)) is None
    assert not chart.grab().isNull()
