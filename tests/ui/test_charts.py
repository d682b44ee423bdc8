"""Charts that count what is shown, filter at a click, and are saved."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, qGray
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from quotetrack.detection.records import CueClass
from quotetrack.filters import QuoteFilter
from tests.ui.hands import press, settle
from ui.language import isolate
from ui.models.tallies import BANDS, MOST_STACKS, Bar, Stack, Stacks, _periods
from ui.theme import DARK, LIGHT, contrast
from ui.widgets.bands import LOOKS, REST
from ui.widgets.bars import BarChart
from ui.widgets.stacks import StackChart


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
    assert card.chart._bars[0].label in drawing  # for those who are read to


@pytest.mark.parametrize("name", ["speakers", "times", "said"])
def test_a_drawing_needs_no_font_and_looks_like_the_picture(qtbot, spoken, asking, tmp_path, name):
    press(spoken, "Ctrl+4")
    settle(qtbot, spoken)
    card = spoken.bench.charts.cards[name]
    for kind in ("png", "svg"):
        asking.answers["target"] = tmp_path / f"chart.{kind}"
        card._save()
    drawing = ET.parse(tmp_path / "chart.svg").getroot()
    assert {each.tag.partition("}")[2] for each in drawing.iter()}.isdisjoint({"text", "tspan", "font"})
    assert not [name for each in drawing.iter() for name in each.attrib if name.startswith("font")]
    told = {each.tag.partition("}")[2]: each.text for each in drawing}
    assert told["title"] == card.title
    assert told["desc"] == card.chart.accessibleDescription() != ""
    assert (tmp_path / "chart.svg").stat().st_size < 100_000
    picture = QImage(str(tmp_path / "chart.png")).convertToFormat(QImage.Format.Format_RGB32)
    rendered = QImage(picture.size(), QImage.Format.Format_RGB32)
    rendered.setDevicePixelRatio(1)
    with QPainter(rendered) as painter:
        QSvgRenderer(str(tmp_path / "chart.svg")).render(painter)
    # A field is as large as some letters.
    field, inked = 24, 0
    for top in range(0, picture.height() - field, field):
        for left in range(0, picture.width() - field, field):
            here, there = (ink(each, left, top, field) for each in (picture, rendered))
            assert abs(here - there) < 0.08, (left, top, here, there)
            assert there > 0 or here < 0.01, (left, top, here, there)
            inked += here > 0.01
    assert inked > 50


def ink(picture, left, top, field):
    """How far the ink of a field is from the ground of the page, 0 to 1."""
    ground = qGray(picture.pixel(1, 1))
    # Every pixel: fewer would meet the stripes of a bar in step, and miss half of them.
    points = [(left + x, top + y) for x in range(field) for y in range(field)]
    return sum(abs(qGray(picture.pixel(*point)) - ground) for point in points) / len(points) / 255


def test_a_drawing_that_cannot_be_written_is_told(qtbot, window, asking, tmp_path):
    press(window, "Ctrl+4")
    settle(qtbot, window)
    asking.answers["target"] = tmp_path / "no folder" / "chart.svg"
    window.bench.charts.cards["speakers"]._save()
    assert window.bench.notice.isVisible()


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
    patterns = list(dict.fromkeys(pattern for _, pattern in LOOKS.values()))
    assert len(patterns) == 6
    inside = QRectF(3, 4, 37, 20)
    drawn = [pattern(inside) for pattern in patterns]
    assert drawn[0] == []
    for number, lines in enumerate(drawn[1:], start=1):
        assert lines
        assert all(lines != other for other in drawn[number + 1 :])
        for line in lines:
            assert inside.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.p1())
            assert inside.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.p2())


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_each_class_has_a_look_of_its_own_that_differs_most_from_its_neighbours(look):
    assert list(LOOKS) == list(CueClass)
    assert len(set(LOOKS.values())) == len(LOOKS)
    for (one, pattern), (other, other_pattern) in pairwise(LOOKS.values()):
        assert pattern is not other_pattern
        assert contrast(getattr(look, one), getattr(look, other)) >= 3


def swatches(chart):
    """What the legend shows beside each word."""
    picture = chart.grab().toImage()
    found = {}
    for words, (line, along, _) in zip(chart._legend, chart._legend_places(), strict=True):
        box = chart._box(along, line * 24 + 5, 16, 14).toAlignedRect()
        found[words] = picture.copy(box).convertToFormat(QImage.Format.Format_RGB32)
    return found


def test_a_class_looks_the_same_and_stands_in_its_order_under_every_filter(qtbot, spoken, said):
    word = spoken.tongue.message
    order = [word(f"exports.cue_class.{each.value}") for each in CueClass]
    everything, seen, out_of_rank = swatches(said), set(), False
    for row in spoken.session.project.outlets.list():
        spoken.session.shown.set_filter(QuoteFilter(outlets=frozenset({row.id})))
        settle(qtbot, spoken)
        shown = [words for words in said._legend if words in order]
        assert shown == sorted(shown, key=order.index)
        counts = [round(sum(p.bar.value for p in said._parts if p.words == words)) for words in shown]
        out_of_rank |= counts != sorted(counts, reverse=True)
        for words, picture in swatches(said).items():
            if words in everything:
                assert picture == everything[words], words
                seen.add(words)
    assert seen == set(everything)
    assert out_of_rank


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
        spoken.session.project.quotes.get(quote).cue_class
        for quote in spoken.session.project.speakers.quote_ids((last[1],))[:1]
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
    shown = {REST if each is None else LOOKS[each][0] for each in said._stacks.bands}
    assert {tokens.color(name).name() for name in shown} <= colours
    drawing = tmp_path / "said.svg"
    assert QSvgRenderer(str(drawing)).isValid()
    text = drawing.read_text(encoding="utf-8")
    assert card.title in text
    assert said._stacks.rows[0].label in text
    assert all(part.words in text for part in said._parts)


@pytest.mark.parametrize("mirrored", [True, False])
def test_the_smallest_part_of_a_large_project_is_seen_and_met(qtbot, mirrored):
    chart = StackChart(LIGHT, "", right_to_left=mirrored)
    qtbot.addWidget(chart)
    chart.resize(260, 200)
    counts = (900_000, 40_000, 1, 1, 1, 1, 1)
    parts = tuple((at, Bar("", count)) for at, count in enumerate(counts))
    many = Stacks((*list(CueClass)[:6], None), (Stack("قائل " * 30, parts), Stack("", parts[2:3])))
    chart.show_stacks(many, lambda each: f"class {each}", "{:,}".format)
    chart.show()
    boxes = chart.part_boxes()
    assert all(box.width() >= 5 and chart.rect().toRectF().contains(box) for box in boxes)
    assert [chart.part_at(box.center()) for box in boxes] == list(range(8))
    assert chart.part_at(QPointF(chart.width() / 2, 1)) is None
    assert not chart.grab().isNull()
