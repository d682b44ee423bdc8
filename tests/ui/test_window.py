"""The window itself: mirrored by language, remembered per direction, quick to rebuild."""

from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QToolButton

from quotetrack.detection.records import AttributionType, Span
from quotetrack.status import Status
from quotetrack.store import Sort, SortBy
from tests.ui.hands import press, settle, type_text
from ui.main_window import MainWindow
from ui.widgets.basic import label


def left_edges(window):
    panes = (window.bench.sources, window.bench.pages, window.bench.details)
    return [pane.mapTo(window, QPoint(0, 0)).x() for pane in panes]


def test_arabic_reads_from_the_right_and_english_mirrors_it(qtbot, window):
    arabic = left_edges(window)
    assert arabic == sorted(arabic, reverse=True)
    quote, tab = window.session.quote_id, window.bench.tab
    press(window, "Ctrl+Shift+L")
    settle(qtbot, window)
    english = left_edges(window)
    assert english == sorted(english)
    assert (window.session.quote_id, window.bench.tab) == (quote, tab)
    assert window.bench.top.search.placeholderText() == "Search in quotes, speakers and texts"


def test_arabic_lines_begin_below_each_other(qtbot, window):
    shown = label("دار " * 30, wrap=True)
    shown.setParent(window)
    shown.setFixedWidth(200)
    shown.adjustSize()
    drawn = shown.grab().toImage()
    ground = drawn.pixelColor(0, 0)
    inked = [
        max((x for x in range(drawn.width()) if drawn.pixelColor(x, y) != ground), default=None)
        for y in range(drawn.height())
    ]
    lines = [[*rows] for empty, rows in groupby(inked, key=lambda last: last is None) if not empty]
    assert len(lines) > 2
    assert len({max(rows) for rows in lines}) == 1


def test_sizes_are_remembered_for_each_direction(qtbot, window, asking, project_file):
    window.bench.splitter.setSizes([300, 700, 320])
    sizes = window.bench.splitter.sizes()
    header = window.bench.table.table.horizontalHeader()
    header.resizeSection(1, 333)
    header.setSectionHidden(8, False)
    header.moveSection(header.visualIndex(5), 0)
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    press(window, "Ctrl+Shift+L")
    settle(qtbot, window)
    assert window.bench.table.table.horizontalHeader().sectionSize(1) != 333
    press(window, "Ctrl+Shift+L")
    settle(qtbot, window)
    assert window.bench.splitter.sizes() == sizes
    window.close()
    again = MainWindow(window.settings, asking)
    qtbot.addWidget(again)
    again.show()
    header = again.bench.table.table.horizontalHeader()
    assert header.sectionSize(1) == 333
    assert not header.isSectionHidden(8)
    assert header.visualIndex(5) == 0
    again.session.open(project_file)
    settle(qtbot, again)
    assert again.session.shown.sort == Sort(SortBy.SPEAKER, descending=False)
    assert header.sortIndicatorSection() == 1
    wanted = again.session.project.quotes.ids(sort=Sort(SortBy.SPEAKER, descending=False))
    assert again.session.shown.ids == wanted


def test_rebuilding_leaves_one_workbench(qtbot, window):
    for _ in range(4):
        window.rebuild()
        settle(qtbot, window)
    QTest.qWait(20)
    from ui.workbench import Workbench

    assert len(window.findChildren(Workbench)) == 1


def test_text_size_changes_by_keys_and_stays(qtbot, window):
    window.bench.reader.view.setFocus()
    press(window, "Ctrl++")
    press(window, "Ctrl++")
    assert window.settings.text_size == 125
    press(window, "Ctrl+-")
    assert window.settings.text_size == 110
    press(window, "Ctrl+0")
    assert window.settings.text_size == 100


def test_marks_can_do_without_colour(qtbot, window):
    assert window.settings.underline
    styles = {s.format.underlineStyle() for s in window.bench.reader.view.extraSelections()}
    assert len(styles) == 4
    press(window, "Ctrl+U")
    styles = {s.format.underlineStyle() for s in window.bench.reader.view.extraSelections()}
    assert len(styles) == 1
    press(window, "Ctrl+U")
    assert window.settings.underline


def test_search_hits_are_marked_in_the_article(qtbot, window):
    before = len(window.bench.reader.view.extraSelections())
    press(window, "Ctrl+F")
    type_text(window.bench.top.search, "المياه")
    press(window, "Return")
    settle(qtbot, window)
    hit = window.desk.tokens.color("hit")
    hits = [s for s in window.bench.reader.view.extraSelections() if s.format.background().color() == hit]
    assert hits
    assert len(window.bench.reader.view.extraSelections()) > before
    assert {s.cursor.selectedText()[-6:] for s in hits} == {"المياه"}


@pytest.mark.parametrize("lines", [True, False])
def test_a_hit_is_told_by_a_line_over_it_as_well(qtbot, window, lines):
    if window.settings.underline is not lines:
        press(window, "Ctrl+U")
    window.session.shown.narrow(text="المياه")
    settle(qtbot, window)
    reader = window.bench.reader
    start = reader.text.index("المياه")
    reader.view.reveal(Span(start, start + 6))
    QApplication.processEvents()
    first, last = (
        reader.view.cursorRect(reader.view.cursor_for(Span(start, end))) for end in (start, start + 6)
    )
    place = QRect(last.bottomRight(), first.bottomLeft()).normalized().adjusted(0, -2 * first.height(), 0, 0)
    drawn = reader.view.viewport().grab(place).toImage()
    ink = window.desk.tokens.color("text")
    full = [
        y
        for y in range(drawn.height())
        if sum(drawn.pixelColor(x, y) == ink for x in range(drawn.width())) > 0.8 * drawn.width()
    ]
    assert bool(full) is lines


def test_details_change_the_quote_and_undo_names_it(qtbot, window):
    session, details = window.session, window.bench.details
    quote = session.quote_id
    press(window, "4")
    settle(qtbot, window)
    assert session.quote().type is AttributionType.REPORTED
    press(window, "T")
    type_text(details.tag, "كهرباء")
    press(window, "Return")
    press(window, "Escape")
    press(window, "M")
    type_text(details.note, "للتأكد من الوزارة")
    window.bench.reader.view.setFocus()
    settle(qtbot, window)
    assert [tag.name for tag in session.quote().tags] == ["كهرباء"]
    assert session.quote().note == "للتأكد من الوزارة"
    assert session.quote_id == quote
    assert window.actions_["edit.undo"].text().startswith("تراجع: ")
    for _ in range(3):
        press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert session.quote().tags == ()
    assert session.quote().note == ""


def test_boundaries_move_by_keys_and_a_selection_becomes_a_quote(qtbot, window):
    session, view = window.session, window.bench.reader.view
    view.setFocus()
    before = session.quote().content
    press(window, "P")
    settle(qtbot, window)
    assert session.quote().content[-1].end > before[-1].end
    press(window, "O")
    press(window, "O")
    settle(qtbot, window)
    assert session.quote().content[-1].end < before[-1].end
    count = len(session.shown.ids)
    text = window.bench.reader.text
    place = text.index("اللجنة")
    view.setTextCursor(view.cursor_for(Span(place, place + 6)))
    press(window, "A")
    type_text(window.bench.details.speaker, "صحافية")
    press(window, "Return")
    settle(qtbot, window)
    assert len(session.shown.ids) == count + 1
    assert session.quote().content == (Span(place, place + 6),)
    assert session.quote().speaker.name == "صحافية"


def test_boundaries_move_by_letters_with_alt(qtbot, window):
    session = window.session
    window.bench.reader.view.setFocus()
    for keys, end, step in (
        ("Alt+O", "end", -1),
        ("Alt+P", "end", 1),
        ("Alt+W", "start", 1),
        ("Alt+Q", "start", -1),
    ):
        before = session.quote().content
        press(window, keys)
        settle(qtbot, window)
        place = 0 if end == "start" else -1
        moved = getattr(session.quote().content[place], end) - getattr(before[place], end)
        assert 0 < moved * step <= 3, keys  # a letter with its marks, and what cannot end a quote


@pytest.mark.parametrize("percent", [100, 140, 200])
def test_lines_are_of_a_length_that_is_good_to_read(qtbot, window, percent):
    window.resize(2200, 900)
    window.settings.text_size = percent
    window.rebuild()
    settle(qtbot, window)
    lengths = []
    block = window.bench.reader.view.document().begin()
    while block.isValid():
        if block.blockNumber() > 1:  # below the headline and the byline
            layout = block.layout()
            lengths += [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
        block = block.next()
    assert len(lengths) > 10
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_cells_are_written_in_the_direction_of_their_own_text(qtbot, spoken):
    press(spoken, "Ctrl+2")
    settle(qtbot, spoken)
    table = spoken.bench.table.table
    own = spoken.layoutDirection()
    for text, direction in (
        ("قال 12", Qt.LayoutDirection.RightToLeft),
        ("He said «نعم»", Qt.LayoutDirection.LeftToRight),
    ):
        option = QStyleOptionViewItem()
        option.widget = table
        index = QStandardItemModel(1, 1)
        index.setData(index.index(0, 0), text)
        table.itemDelegate().initStyleOption(option, index.index(0, 0))
        assert option.direction is direction
        begins = Qt.AlignmentFlag.AlignLeading if direction is own else Qt.AlignmentFlag.AlignTrailing
        assert option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask == begins


def test_the_review_ends_with_a_word(qtbot, window):
    session = window.session
    window.bench.reader.view.setFocus()
    session.shown.narrow(articles=frozenset({session.article_id}))
    settle(qtbot, window)
    for _ in range(len(session.shown.ids)):
        press(window, "Return")
        settle(qtbot, window)
    assert {session.project.quotes.get(quote).status for quote in session.shown.ids} == {Status.CONFIRMED}
    assert window.bench.notice.isVisible()
    assert window.bench.notice.text == "روجعت كل الاقتباسات المعروضة."
    assert window.bench.status.reviewed.text() == f"روجع {len(session.shown.ids)} من {len(session.shown.ids)}"


def test_fields_and_buttons_have_names(qtbot, spoken):
    for field in spoken.bench.findChildren(QLineEdit) + spoken.bench.findChildren(QToolButton):
        if (
            field.isVisible()
            and "qt_" not in field.objectName()
            and not isinstance(field.parent(), QLineEdit)
        ):
            assert field.accessibleName() or field.text(), field
    for view in (
        spoken.bench.reader.view,
        spoken.bench.table.table,
        spoken.bench.sources.tree,
        spoken.bench.details.note,
    ):
        assert view.accessibleName()


def test_an_empty_project_says_what_to_do(qtbot, empty_window):
    assert empty_window.bench.reader._stack.currentIndex() == 0
    assert empty_window.bench.table._stack.currentIndex() == 2
    assert Qt.Key.Key_O in {
        action.shortcut()[0].key() for action in empty_window.actions() if not action.shortcut().isEmpty()
    }
