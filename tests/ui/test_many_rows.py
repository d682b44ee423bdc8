"""The table over more quotes than are kept in memory: each row is the right one wherever one looks."""

import random
from array import array

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort, SortBy
from quotetrack.store.quotes import Quotes
from tests.benchmarks.news import articles, common_word
from tests.ui.hands import press, settle
from ui.models import pages
from ui.models.quotes import COLUMNS
from ui.panes.table import ROW_HEIGHT
from ui.walk import place_in

ARTICLES, QUOTES = 160, 40
QUOTE, SPEAKER = 2, 1
ANY = QuoteFilter()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "many.qtrack"
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles(list(articles(ARTICLES, quotes=QUOTES))))
    return path


@pytest.fixture
def many(qtbot, empty_window, kept):
    empty_window.session.open(kept, read_only=True)
    settle(qtbot, empty_window)
    press(empty_window, "Ctrl+2")
    settle(qtbot, empty_window)
    return empty_window


def shown(window, row, column=QUOTE):
    return window.bench.table.model.index(row, column).data()


def plain(window, sort, wanted=ANY):
    """The quotes' words by a reading of everything, in the order of the table."""
    project = window.session.project
    return [" ".join(row.quote.split()) for row in project.quotes.rows(project.quotes.ids(wanted, sort))]


def test_all_rows_are_there_and_the_scroll_bar_says_so(many):
    table = many.bench.table.table
    assert table.model().rowCount() == ARTICLES * QUOTES
    wanted = ARTICLES * QUOTES * ROW_HEIGHT - table.viewport().height()
    assert table.verticalScrollBar().maximum() == wanted


@pytest.mark.parametrize("sort", [Sort(), Sort(SortBy.SPEAKER), Sort(SortBy.QUOTE, descending=True)])
def test_each_row_is_the_one_that_stands_there(qtbot, many, sort):
    many.session.shown.set_sort(sort)
    settle(qtbot, many)
    wanted = plain(many, sort)
    places = list(range(len(wanted)))
    random.Random(5).shuffle(places)
    assert [shown(many, place) for place in places] == [wanted[place] for place in places]


def test_what_is_in_sight_after_a_jump_is_what_stands_there(qtbot, many):
    table, wanted = many.bench.table.table, plain(many, Sort())
    bar = table.verticalScrollBar()
    for part in (1, 3, 7, 2, 8, 0):
        bar.setValue(bar.maximum() * part // 8)
        settle(qtbot, many)
        row = table.rowAt(table.viewport().height() // 2)
        assert shown(many, row) == wanted[row]
        assert row == (bar.value() + table.viewport().height() // 2) // ROW_HEIGHT


class Painted(QObject):
    """The areas of a widget that are painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.areas = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() is QEvent.Type.Paint:
            self.areas.append(event.region().boundingRect())
        return False


def test_only_what_comes_into_sight_is_painted_and_the_picture_is_whole(qtbot, many):
    table = many.bench.table.table
    bar, painted = table.verticalScrollBar(), Painted(table.viewport())
    bar.setValue(500)
    QApplication.processEvents()
    for step in (ROW_HEIGHT, 11, -3 * ROW_HEIGHT, table.viewport().height() - 20):
        painted.areas.clear()
        bar.setValue(bar.value() + step)
        QApplication.processEvents()
        assert [area.height() for area in painted.areas] == [abs(step)]
        scrolled = many.screen().grabWindow(many.winId()).toImage()
        table.viewport().repaint()
        assert scrolled == many.screen().grabWindow(many.winId()).toImage()


def test_only_pages_near_the_eye_are_kept(many):
    model = many.bench.table.model
    for row in range(0, model.rowCount(), 50):
        shown(many, row)
    assert len(model._pages._pages) <= pages.KEPT


def test_the_chosen_quote_is_followed_across_the_table(qtbot, many):
    ids = many.session.shown.ids
    for place in (0, 4_000, 4_001, 3_999, len(ids) - 1, 10):
        many.session.select(ids[place])
        settle(qtbot, many)
        assert many.bench.table.table.currentIndex().row() == place
        assert many.session.walk.place() == place
    many.session.select(ids[100])
    press(many, "K")
    assert many.session.quote_id == ids[99]


def test_rows_move_up_when_some_go_and_come_back_with_undo(qtbot, empty_window, kept, tmp_path):
    from shutil import copy

    window = empty_window
    window.session.open(copy(kept, tmp_path / "many.qtrack"))
    settle(qtbot, window)
    before = plain(window, Sort())
    gone = window.session.shown.ids[1_000:1_100]
    window.session.writing.perform(ops.DeleteQuotes(tuple(gone)))
    settle(qtbot, window)
    assert window.bench.table.model.rowCount() == len(before) - 100
    assert shown(window, 999) == before[999]
    assert shown(window, 1_000) == before[1_100]
    window.session.writing.undo()
    settle(qtbot, window)
    assert [shown(window, row) for row in range(990, 1_110)] == before[990:1_110]


def test_the_next_unreviewed_quote_is_found_far_away_and_around_the_end(qtbot, empty_window, kept, tmp_path):
    from shutil import copy

    window = empty_window
    window.session.open(copy(kept, tmp_path / "many.qtrack"))
    settle(qtbot, window)
    ids = window.session.shown.ids
    window.session.writing.perform(ops.Confirm(tuple(ids[:10]) + tuple(ids[11:])))
    settle(qtbot, window)
    window.session.select(ids[20])
    assert window.session.walk.next_unreviewed()
    assert window.session.quote_id == ids[10]
    assert not window.session.walk.next_unreviewed()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_selecting_all_rows_does_not_ask_for_each(qtbot, many, monkeypatch, language):
    if many.settings.language != language:
        press(many, "Ctrl+Shift+L")
        settle(qtbot, many)
    table, asked = many.bench.table.table, []
    count = type(table.model()).rowCount
    monkeypatch.setattr(type(table.model()), "rowCount", lambda *them: asked.append(1) or count(*them))
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, many)
    assert many.session.target_count == ARTICLES * QUOTES
    assert len(asked) < ARTICLES * QUOTES / 4


def test_a_click_on_a_heading_sorts_and_the_heading_says_so(qtbot, many):
    header = many.bench.table.table.horizontalHeader()
    header.setSortIndicator(SPEAKER, Qt.SortOrder.AscendingOrder)
    settle(qtbot, many)
    names = [shown(many, row, SPEAKER) for row in range(0, ARTICLES * QUOTES, 160)]
    assert many.session.shown.sort == Sort(SortBy.SPEAKER, descending=False)
    assert names == sorted(names)


def test_a_quote_is_found_wherever_it_stands():
    ids = array("q", range(100_000, 0, -1))
    places = {100_000: 0, 60_000: 40_000, 1: 99_999, 0: None, 200_000: None}
    assert {quote: place_in(ids, quote) for quote in places} == places


def test_a_chosen_quote_that_is_not_shown_is_looked_for_once(qtbot, many, monkeypatch):
    looked_for = []

    class Asked(array):
        def index(self, quote):
            looked_for.append(quote)
            return super().index(quote)

    session = many.session
    session.select(session.shown.ids[0])
    others = QuoteFilter(articles=frozenset({session.article_id - 1}))
    ids_of = Quotes.ids
    monkeypatch.setattr(Quotes, "ids", lambda *wanted: Asked("q", ids_of(*wanted)))
    session.shown.set_filter(others)
    settle(qtbot, many)
    assert session.shown.ids
    assert many.bench.table.model.row_of(session.quote_id) is None
    assert looked_for == []
    session.shown.set_filter(ANY)
    settle(qtbot, many)
    assert many.bench.table.model.row_of(session.quote_id) == 0
    assert session.walk.place_of(-1) is session.walk.place_of(-1) is None
    assert looked_for == [-1]


def test_a_decision_reads_one_row_anew_and_shows_it(qtbot, window):
    model, table = window.bench.table.model, window.bench.table.table
    press(window, "Ctrl+2")
    settle(qtbot, window)
    status = [column.key for column in COLUMNS].index("status")
    row = table.currentIndex().row()
    shown = {each: model.index(each, status).data() for each in range(model.rowCount())}
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    press(window, "X")
    settle(qtbot, window)
    assert told == [(row, row)]
    assert "✕" in model.index(row, status).data()
    assert {each for each in shown if model.index(each, status).data() != shown[each]} == {row}
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert {each: model.index(each, status).data() for each in shown} == shown


def test_a_search_shows_the_best_match_first_until_a_heading_is_clicked_and_again_without_one(qtbot, many):
    word = common_word(40)
    best, by_speaker = (
        plain(many, sort, QuoteFilter(text=word)) for sort in (Sort(), Sort(SortBy.SPEAKER, descending=False))
    )
    header = many.bench.table.table.horizontalHeader()
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    many.session.shown.narrow(text=word)
    settle(qtbot, many)
    assert [shown(many, row) for row in range(len(best))] == best
    assert word in best[0].split()
    header.setSortIndicator(SPEAKER, Qt.SortOrder.AscendingOrder)
    settle(qtbot, many)
    assert [shown(many, row) for row in range(len(best))] == by_speaker != best
    click = header.sectionViewportPosition(SPEAKER) + 20, header.height() // 2
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(*click))
        settle(qtbot, many)
    assert [shown(many, row) for row in range(len(best))] == best
