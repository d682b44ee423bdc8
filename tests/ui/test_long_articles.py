"""A long article comes into sight at once and is laid out in pieces; every place in it stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import Attribution, AttributionType, Span
from tests.ui.hands import settle
from ui.widgets import laying_out
from ui.widgets.laying_out import pieces

WORDS = "قال الوزير إن «العمل مستمر في كل المواقع منذ الصباح». "


def brought_in(window, text):
    """The article of `text` in the project of the window, with a quote for each «…», and their places."""
    starts = [place for place, letter in enumerate(text) if letter == "«"]
    found = [
        Attribution(
            type=AttributionType.DIRECT,
            content=(Span(start, text.index("»", start) + 1),),
            rule="cue",
            confidence=1,
        )
        for start in starts
    ]
    window.session.writing.perform(ops.ImportArticles([(Article(text=text, title="طويل"), found)]))
    return max(row.id for row in window.session.project.articles.list()), starts


@pytest.fixture(params=["one paragraph", "many paragraphs"])
def long_article(request, window):
    text = WORDS * 2_400 if request.param == "one paragraph" else (WORDS * 12 + "\n") * 200
    return brought_in(window, text)


def laid_out(view):
    """How many lines of the page have been laid out."""
    document = view.document()
    blocks = map(document.findBlockByNumber, range(document.blockCount()))
    return sum(block.layout().lineCount() for block in blocks)


def in_middle_third(view, place):
    top = view.cursorRect(view.cursor_for(Span(place, place))).top()
    height = view.viewport().height()
    return height / 3 - 2 <= top <= height * 2 / 3 + 2


def test_each_turn_lays_out_one_stretch(qtbot, window, long_article):
    article, _ = long_article
    view = window.bench.reader.view
    window.session.show_article(article)
    seen = [laid_out(view)]
    view._laying.done.connect(lambda: seen.append(laid_out(view)))
    go_on = view._laying._go_on

    def watched(characters):
        go_on(characters)
        seen.append(laid_out(view))

    view._laying._go_on = watched
    qtbot.waitUntil(lambda: view._laying._finished)
    whole = seen[-1]
    steps = [after - before for before, after in zip([0, *seen], seen, strict=False)]
    # A stretch ends with a paragraph, and where Qt takes note of how far it has come.
    assert max(steps) < whole * 2 * laying_out._STRETCH / len(window.bench.reader.text)
    assert len(steps) > 6


def test_every_place_of_a_long_article_is_where_it_was(qtbot, window, long_article):
    article, starts = long_article
    reader = window.bench.reader
    window.session.show_article(article)
    for start in (*starts[:3], *starts[1_000:1_003], *starts[-3:]):
        span = Span(start, reader.text.index("»", start) + 1)
        cursor = reader.view.cursor_for(span)
        assert cursor.selectedText().replace("\u2029", " ") == span.of(reader.text)
        reader.view.setTextCursor(cursor)
        assert reader.selected() == span
        assert reader.view.createMimeDataFromSelection().text() == span.of(reader.text)


def test_a_quote_far_down_comes_into_sight(qtbot, window, long_article):
    article, starts = long_article
    session, view = window.session, window.bench.reader.view
    quotes = session.project.quotes.of_article(article)
    session.select(quotes[-20].id)
    qtbot.waitUntil(lambda: in_middle_third(view, starts[-20]))
    session.select(quotes[60].id)
    assert in_middle_third(view, starts[60]), "what is laid out already has not to be waited for"


def test_the_quotes_of_a_long_article_are_read_in_pieces_and_all_are_there_for_who_asks(
    qtbot, window, long_article
):
    article, starts = long_article
    reader, fresh = window.bench.reader, window.session.project.quotes.of_article(article)
    window.session.show_article(article)
    assert 0 < len(reader._quotes) < len(fresh) / 4
    assert reader.quote_at(starts[-1]).id == fresh[-1].id
    assert reader.quotes == fresh
    window.session.show_article(1)
    window.session.show_article(article)
    qtbot.waitUntil(lambda: reader._quotes == fresh)
    settle(qtbot, window)
    bar = reader.view.verticalScrollBar()
    qtbot.waitUntil(lambda: reader.view._laying._finished)
    bar.setValue(bar.maximum())
    drawn = {reader.view._place(each.cursor.selectionStart()) for each in reader.view.extraSelections()}
    assert starts[-1] in drawn


def test_a_decision_while_quotes_are_read_is_shown(qtbot, window, long_article):
    article, _ = long_article
    session, reader = window.session, window.bench.reader
    last = session.project.quotes.ids_of_article(article)[-1]
    session.show_article(article)
    session.writing.perform(ops.Reject((last,)))
    assert reader.quotes == session.project.quotes.of_article(article)


def test_what_was_to_be_seen_before_is_forgotten(qtbot, window, long_article):
    article, starts = long_article
    session, view = window.session, window.bench.reader.view
    quotes = session.project.quotes.of_article(article)
    session.select(quotes[-20].id)
    session.select(quotes[60].id)
    qtbot.waitUntil(lambda: view._laying._finished)
    QApplication.processEvents()
    assert in_middle_third(view, starts[60])


def test_a_long_article_is_scrolled_as_far_after_a_change_of_its_title(qtbot, window, long_article):
    article, _ = long_article
    view, bar = window.bench.reader.view, window.bench.reader.view.verticalScrollBar()
    window.session.show_article(article)
    qtbot.waitUntil(lambda: view._laying._finished)
    QApplication.processEvents()
    bar.setValue(bar.maximum() * 3 // 4)
    left = view.scrolled
    window.session.writing.perform(ops.EditArticle(article=article, outlet="صحيفة"))
    settle(qtbot, window)
    qtbot.waitUntil(lambda: abs(view.scrolled - left) < 0.01)


def test_marks_are_drawn_wherever_one_scrolls(qtbot, window, long_article):
    article, starts = long_article
    view, bar = window.bench.reader.view, window.bench.reader.view.verticalScrollBar()
    window.session.show_article(article)
    qtbot.waitUntil(lambda: view._laying._finished)
    qtbot.waitUntil(lambda: not window.bench.reader._unread)
    settle(qtbot, window)
    for share in (0.5, 1.0, 0.25, 0.0):
        bar.setValue(round(bar.maximum() * share))
        QApplication.processEvents()
        edges = (QPoint(20, 5), QPoint(20, view.viewport().height() - 5))
        first, last = sorted(view._place(view.cursorForPosition(point).position()) for point in edges)
        drawn = {view._place(each.cursor.selectionStart()) for each in view.extraSelections()}
        assert {start for start in starts if first <= start <= last} <= drawn
        assert len(drawn) < len(starts) / 4


@given(st.text(st.sampled_from("ق. "), max_size=60).map(lambda text: text * 200))
def test_a_paragraph_in_pieces_is_the_same_with_spaces_for_the_ends_of_lines(paragraph):
    found = list(pieces(paragraph))
    assert " ".join(line for line, _ in found) == paragraph
    assert [last for _, last in found] == [False] * (len(found) - 1) + [True]
    assert len(paragraph) > laying_out._LONG or len(found) == 1


def test_a_very_long_paragraph_goes_on_after_a_sentence():
    found = [line for line, _ in pieces(WORDS * 1_000)]
    assert len(found) > 10
    assert all(line.endswith(".") for line in found[:-1])
    assert max(map(len, found)) <= laying_out._LONG
