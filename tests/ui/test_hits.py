"""What a search has found is marked in the table, also far into a long quote."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import Attribution, AttributionType, Span
from quotetrack.store import Sort, SortBy
from tests.ui.hands import LEFT, NONE, press, settle, type_text
from ui.models.quotes import COLUMNS, FOUND
from ui.theme import LIGHT

LONG = "قال المتحدث إن " + "العمل مستمر في كل المواقع منذ الصباح " * 30 + "والزرافة 🦒 وحدها نجت من الحادث."


@pytest.fixture
def searched(qtbot, window):
    quote = Attribution(
        type=AttributionType.INDIRECT,
        content=(Span(12, len(LONG)),),
        cue=Span(0, 3),
        rule="cue",
        confidence=1,
    )
    window.session.writing.perform(ops.ImportArticles([(Article(text=LONG, title="نجاة"), [quote])]))
    press(window, "Ctrl+2")
    window.bench.top.search.setText("والزرافة")
    qtbot.wait(300)
    settle(qtbot, window)
    return window


def colors(widget):
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_the_stretch_with_the_match_is_shown_and_marked(qtbot, searched):
    model = searched.bench.table.model
    assert model.rowCount() == 1
    found = model.index(0, 2).data(FOUND)
    assert found.start > 500
    assert [mark.of(found.text) for mark in found.marks] == ["والزرافة"]
    assert model.index(0, 2).data() == LONG[12:]
    assert model.index(0, 0).data(FOUND) is None
    assert QColor(LIGHT.hit).rgb() in colors(searched.bench.table.table.viewport())


def test_nothing_is_marked_without_a_search(qtbot, searched):
    searched.bench.top.search.clear()
    qtbot.wait(300)
    settle(qtbot, searched)
    model = searched.bench.table.model
    assert model.rowCount() > 1
    assert all(model.index(row, 2).data(FOUND) is None for row in range(model.rowCount()))
    assert QColor(LIGHT.hit).rgb() not in colors(searched.bench.table.table.viewport())


def test_the_best_match_comes_first_until_an_order_is_chosen(qtbot, window):
    session, header = window.session, window.bench.table.table.horizontalHeader()
    press(window, "Ctrl+2")
    by_date, column = list(session.shown.ids), header.sortIndicatorSection()
    assert COLUMNS[column].key == "date"
    assert by_date == list(session.project.quotes.ids(session.shown.filter, Sort(SortBy.DATE)))

    def order(sort):
        return list(session.project.quotes.ids(session.shown.filter, sort))

    def seek(words):
        press(window, "Ctrl+F")
        window.bench.top.search.clear()
        type_text(window.bench.top.search, words)
        settle(qtbot, window)

    seek("المياه")
    assert list(session.shown.ids) == order(Sort()) != order(Sort(SortBy.DATE))
    assert header.sortIndicatorSection() == -1
    speaker = next(place for place, each in enumerate(COLUMNS) if each.key == "speaker")
    click = QPoint(header.sectionViewportPosition(speaker) + 40, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, NONE, click)
    settle(qtbot, window)
    assert list(session.shown.ids) == order(session.shown.sort)
    assert session.shown.sort.by is SortBy.SPEAKER
    seek("الوزارة")
    assert list(session.shown.ids) == order(Sort())
    press(window, "Escape")
    settle(qtbot, window)
    assert session.shown.sort.by is SortBy.SPEAKER
    assert header.sortIndicatorSection() == speaker
    assert set(session.shown.ids) == set(by_date)
    assert column != speaker
