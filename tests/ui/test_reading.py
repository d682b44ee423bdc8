"""Around the article: its menu, nested quotes, the way from article to article, evidence, tags, the tree."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from quotetrack import operations as ops
from quotetrack.detection.records import Span
from quotetrack.status import Status
from tests.ui.hands import LEFT, NONE, answer, click_line, press, settle
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.words import TagNameDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def names(menu):
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


@pytest.fixture
def nested(window):
    """A quote inside another, chosen."""
    project = window.session.project
    inner = next(
        quote
        for article in project.articles.list()
        for quote in project.quotes.of_article(article.id)
        if quote.parent is not None
    )
    window.session.select(inner.id)
    return inner


def middle_of(view, place):
    """A point of the viewport on the letter at `place`, brought into view."""
    view.reveal(Span(place, place))
    QApplication.processEvents()
    before, after = (view.cursorRect(view.cursor_for(Span(at, at))) for at in (place, place + 1))
    return QPoint((before.left() + after.left()) // 2, before.center().y())


# --- the menu of the article -----------------------------------------------------------------------


def test_the_menu_on_a_quote_is_about_that_quote(qtbot, window):
    reader = window.bench.reader
    quote = reader.quotes[3]
    at = middle_of(reader.view, quote.content[0].start)
    wanted = []
    reader.view.menu_wanted.disconnect()
    reader.view.menu_wanted.connect(lambda place, point: wanted.append(place))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(reader.view.viewport(), event)
    (place,) = wanted
    menu = reader.menu(place)
    assert window.session.quote_id == reader.quote_at(place).id
    assert "review.reject" in names(menu)
    assert "correct.add" not in names(menu)
    chosen = window.session.quote_id
    next(action for action in menu.actions() if action.objectName() == "review.reject").trigger()
    settle(qtbot, window)
    assert window.session.project.quotes.get(chosen).status is Status.REJECTED
    menu.close()


def test_the_menu_on_a_selection_makes_a_quote_of_it(qtbot, window):
    reader, before = window.bench.reader, len(window.bench.reader.quotes)
    start = reader.text.index("ضفاف: بدأت")
    reader.view.setTextCursor(reader.view.cursor_for(Span(start, start + 30)))
    menu = reader.menu(start)
    assert names(menu)[-4:] == ["correct.add", "correct.content", "correct.cue", "correct.source"]
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text() == reader.text[start : start + 30].strip()
    next(action for action in menu.actions() if action.objectName() == "correct.add").trigger()
    settle(qtbot, window)
    assert len(reader.quotes) == before + 1
    menu.close()


# --- nested quotes ---------------------------------------------------------------------------------


def test_a_quote_inside_another_says_so_and_leads_there(qtbot, window, nested):
    settle(qtbot, window)
    around = window.bench.details._around
    outer = window.session.project.quotes.get(nested.parent)
    assert around.isVisibleTo(window.bench.details)
    assert outer.speaker.name in around.text()
    press(window, "B")
    settle(qtbot, window)
    assert window.session.quote_id == outer.id
    if outer.parent is None:
        assert not around.isVisibleTo(window.bench.details)
        press(window, "B")
        assert window.bench.notice.isVisible()
        assert window.session.quote_id == outer.id


# --- corrections from the details ---------------------------------------------------------------------


def test_the_details_take_what_is_selected_in_the_article(qtbot, window):
    reader, details = window.bench.reader, window.bench.details
    quote = window.session.quote()

    def offered():
        buttons = details.findChildren(QPushButton)
        return [each for each in buttons if each.text() == "خذ المحدد" and each.isVisibleTo(details)]

    assert offered() == []
    start = reader.text.index("وتؤكد")
    reader.view.setTextCursor(reader.view.cursor_for(Span(start, start + len("وتؤكد"))))
    settle(qtbot, window)
    of_content, of_source, of_cue = offered()
    of_cue.click()
    settle(qtbot, window)
    assert window.session.quote().cue == Span(start, start + len("وتؤكد"))
    of_source.click()
    settle(qtbot, window)
    assert window.session.quote().source_text == "وتؤكد"
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert (window.session.quote().cue, window.session.quote().source) == (quote.cue, quote.source)
    assert of_content.isVisibleTo(details)


# --- from article to article -----------------------------------------------------------------------


def test_keys_go_from_article_to_article_and_back(qtbot, window):
    session, seen = window.session, []
    session.select(session.shown.ids[0])
    while session.article_id not in seen:
        seen.append(session.article_id)
        press(window, "]")
        settle(qtbot, window)
    assert len(seen) == session.project.articles.count()
    press(window, "[")
    settle(qtbot, window)
    assert session.article_id == seen[-2]
    assert session.quote_id == window.bench.reader.quotes[0].id


# --- evidence --------------------------------------------------------------------------------------


def tool(window, words):
    buttons = window.bench.details.evidence.findChildren(QToolButton)
    return next(
        button for button in buttons if button.accessibleName().startswith(words) and not button.isHidden()
    )


def test_evidence_is_opened_changed_and_removed(qtbot, window, monkeypatch):
    quote = window.session.quote_id
    window.session.writing.perform(
        ops.AddEvidence(quote, "https://example.org/r", "تقرير الهيئة", "الصفحة 3")
    )
    settle(qtbot, window)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    tool(window, "افتح").click()
    assert [url.toString() for url in opened] == ["https://example.org/r"]
    tool(window, "غيّر").click()
    dialog = window.findChild(EvidenceDialog)
    assert dialog.values() == ("https://example.org/r", "تقرير الهيئة", "الصفحة 3")
    dialog.note.setPlainText("الصفحة 4")
    dialog.accept_button.click()
    settle(qtbot, window)
    (piece,) = window.session.quote().evidence
    assert piece.note == "الصفحة 4"
    tool(window, "أزل").click()
    settle(qtbot, window)
    assert window.session.quote().evidence == ()
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert window.session.quote().evidence == (piece,)


def test_a_link_that_is_no_web_page_is_not_opened(qtbot, window):
    window.session.writing.perform(ops.AddEvidence(window.session.quote_id, "file:///etc/passwd", "ملف", ""))
    settle(qtbot, window)
    with pytest.raises(StopIteration):
        tool(window, "افتح")


# --- the tree --------------------------------------------------------------------------------------


def test_a_click_shows_one_alone_and_ctrl_adds_another(qtbot, window):
    first, second = sorted(filter(None, window.session.shown.facets.outlets))[:2]
    click_line(window, "outlets", first)
    settle(qtbot, window)
    click_line(window, "outlets", second)
    settle(qtbot, window)
    assert window.session.shown.filter.outlets == {second}
    tree = window.bench.sources.tree
    index = window.bench.sources.index_of("outlets", first)
    QTest.mouseClick(tree.viewport(), LEFT, CONTROL, tree.visualRect(index).center())
    settle(qtbot, window)
    assert window.session.shown.filter.outlets == {first, second}
    click_line(window, "outlets", second)
    settle(qtbot, window)
    assert window.session.shown.filter.outlets == {second}
    click_line(window, "outlets", second)
    settle(qtbot, window)
    assert window.session.shown.filter.outlets == frozenset()


def test_a_click_on_articles_reads_one_after_the_other(qtbot, window):
    for article in window.session.project.articles.list():
        click_line(window, "articles", article.id)
        settle(qtbot, window)
        assert window.session.article_id == article.id
        assert window.session.shown.filter.articles == {article.id}


def test_a_tag_is_renamed_and_deleted_from_the_tree(qtbot, window):
    window.session.writing.perform(ops.Tag((window.session.quote_id,), "للمتابعه"))
    settle(qtbot, window)
    sources = window.bench.sources
    (tag,) = window.session.project.tags.list()
    window.beside.show("tag", tag.id)
    answer(window, TagNameDialog, "للمتابعة")
    settle(qtbot, window)
    assert [known.name for known in window.session.quote().tags] == ["للمتابعة"]
    assert sources.index_of("tags", tag.id).data() == "للمتابعة"


def test_several_selected_rows_are_said_in_the_details(qtbot, window):
    press(window, "Ctrl+2")
    settle(qtbot, window)
    told = window.bench.details._several
    assert not told.isVisible()
    for _ in range(4):
        QTest.keyClick(window.bench.table.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert told.isVisible()
    assert "5" in told.text()
    QTest.keyClick(window.bench.table.table, Qt.Key.Key_Down, NONE)
    settle(qtbot, window)
    assert not told.isVisible()


def test_a_decision_and_its_undo_leave_the_page_as_a_fresh_reading_has_it(qtbot, window):
    session, reader = window.session, window.bench.reader

    def fresh():
        return session.project.quotes.of_article(session.article_id)

    reader.view.setFocus()
    for keys in ("Return", "X", "W", "Delete", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"):
        press(window, keys)
        settle(qtbot, window)
        assert reader.quotes == fresh(), keys
