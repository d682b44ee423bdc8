"""The journalist's way: open, read, filter, correct, decide, undo, take a sheet along."""

import shutil

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from quotetrack.detection.records import AttributionType, Span
from quotetrack.status import Status
from tests.ui.hands import LEFT, NONE, click_line, click_place, press, read_csv, settle, type_text
from ui.dialogs.article import ArticleDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.paste import PasteDialog
from ui.main_window import MainWindow

STORY = (
    "قال وزير النقل سامر العلي: «سنعيد فتح الطريق الساحلي مساء اليوم».\n"
    "وأكدت بلدية الميناء أن الأضرار محدودة."
)


def test_from_the_sample_to_a_sheet_and_back(qtbot, spoken, asking, tmp_path):
    window = spoken
    session = window.session
    everything = len(session.shown.ids)
    outlet = max(session.shown.facets.outlets, key=session.shown.facets.outlets.get)

    click_line(window, "outlets", outlet)
    settle(qtbot, window)
    assert 0 < len(session.shown.ids) < everything
    assert {row.outlet_id for row in session.project.quotes.rows(session.shown.ids)} == {outlet}

    session.select(session.shown.ids[0])
    quote = session.quote_id
    press(window, "S")
    field = window.bench.details.speaker
    assert field.hasFocus()
    field.selectAll()
    type_text(field, "ليلى مراد")
    press(window, "Return")
    settle(qtbot, window)
    assert session.project.quotes.get(quote).speaker.name == "ليلى مراد"
    assert session.project.quotes.get(quote).status is Status.CORRECTED

    press(window, "Return")
    settle(qtbot, window)
    assert session.project.quotes.get(quote).status is Status.CONFIRMED
    assert session.quote_id != quote

    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert session.project.quotes.get(quote).status is Status.CORRECTED
    press(window, "Ctrl+Shift+Z")
    settle(qtbot, window)
    assert session.project.quotes.get(quote).status is Status.CONFIRMED

    asking.answers["target"] = tmp_path / "sheet.csv"
    press(window, "Ctrl+E")
    window.findChild(ExportDialog).accept_button.click()
    settle(qtbot, window)
    header, *rows = read_csv(tmp_path / "sheet.csv")
    assert len(rows) == len(session.shown.ids)
    assert any("ليلى مراد" in row for row in rows)
    assert ("الاقتباس" in header) == (window.settings.language == "ar")
    assert "sheet.csv" in window.bench.notice.text


def test_filters_by_speaker_type_and_words_meet(qtbot, window):
    session = window.session
    speaker = max(
        (s for s in session.shown.facets.speakers if s), key=lambda s: session.shown.facets.speakers[s]
    )
    click_line(window, "speakers", speaker)
    settle(qtbot, window)
    assert {row.speaker_id for row in session.project.quotes.rows(session.shown.ids)} == {speaker}
    kind = session.project.quotes.get(session.shown.ids[0]).type
    click_line(window, "types", kind)
    settle(qtbot, window)
    assert {row.type for row in session.project.quotes.rows(session.shown.ids)} == {kind}
    word = next(w for w in session.project.quotes.get(session.shown.ids[0]).quote.split() if len(w) > 4)
    press(window, "Ctrl+F")
    type_text(window.bench.top.search, word.strip("«».،:؟"))
    settle(qtbot, window)
    assert session.shown.filter.text
    assert session.shown.ids
    press(window, "Ctrl+Backspace")
    window.actions_["filter.clear"].trigger()
    settle(qtbot, window)
    assert not session.shown.filtered
    assert window.bench.top.search.text() == ""


def test_a_click_on_a_quote_and_a_row_choose_the_same(qtbot, window):
    session = window.session
    quotes = [q for q in session.project.quotes.of_article(session.article_id) if q.parent is None]
    wanted = quotes[2]
    click_place(window, wanted.content[0].start + 2)
    chosen = session.quote()
    assert chosen.content[0].start <= wanted.content[0].start + 2 < chosen.content[-1].end
    assert window.bench.details.speaker.text() == (chosen.speaker.name if chosen.speaker else "")
    press(window, "Ctrl+2")
    table = window.bench.table
    assert table.model.id_at(table.table.currentIndex().row()) == chosen.id
    press(window, "Down")
    assert session.quote_id == session.shown.ids[session.shown.ids.index(chosen.id) + 1]
    press(window, "K")
    assert session.quote_id == chosen.id


def test_files_are_dropped_and_come_back_with_their_quotes(qtbot, window, tmp_path):
    session = window.session
    before = len(session.shown.ids)
    (tmp_path / "خبر.txt").write_text(STORY, encoding="utf-8")
    page = f"<article><h1>الطريق الساحلي</h1><p>{STORY}</p></article>"
    (tmp_path / "page.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("خبر.txt", "page.html")])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE))
    settle(qtbot, window)
    assert session.project.articles.count() == 7, window.bench.notice.text
    assert len(session.shown.ids) > before
    assert "سنعيد فتح" in window.bench.reader.text


def test_a_pasted_text_keeps_what_is_said_about_it(qtbot, window):
    session = window.session
    QGuiApplication.clipboard().setText("")
    press(window, "Ctrl+Shift+V")
    dialog = window.findChild(PasteDialog)
    dialog.text.setPlainText(STORY)
    type_text(dialog.fields.title, "عودة الطريق")
    type_text(dialog.fields.outlet, "صحيفة الميناء")
    dialog.fields.dated.setChecked(True)
    dialog.fields.link.setText("https://example.org/road")
    dialog.accept_button.click()
    settle(qtbot, window)
    stored = session.project.articles.get(session.article_id).article
    assert (stored.title, stored.outlet, stored.link) == (
        "عودة الطريق",
        "صحيفة الميناء",
        "https://example.org/road",
    )
    assert stored.published is not None
    assert stored.text == STORY
    assert "سامر العلي" in window.bench.details.speaker.text()


def test_a_text_that_is_none_is_refused_in_words(qtbot, window):
    QGuiApplication.clipboard().setText("")
    press(window, "Ctrl+Shift+V")
    dialog = window.findChild(PasteDialog)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert len(dialog._trouble.text()) > 20
    dialog.reject()


def test_the_article_is_edited_and_the_table_follows(qtbot, window):
    session = window.session
    press(window, "F2")
    dialog = window.findChild(ArticleDialog)
    dialog.fields.outlet.setText("إذاعة الوادي")
    dialog.accept_button.click()
    settle(qtbot, window)
    assert session.project.articles.get(session.article_id).article.outlet == "إذاعة الوادي"
    assert "إذاعة الوادي" in {row.outlet for row in session.project.quotes.rows(session.shown.ids)}


def test_trouble_with_a_file_is_told_in_words(qtbot, window, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    window.commands.take_files([tmp_path / "empty.txt"])
    settle(qtbot, window)
    assert "empty.txt" in window.bench.notice.text
    (tmp_path / "foreign.qtrack").write_bytes(b"not a database at all" * 100)
    window.commands.take_files([tmp_path / "foreign.qtrack"])
    assert "foreign.qtrack" in window.bench.notice.text
    assert window.session.project is not None


def test_the_project_opens_where_it_was_left(qtbot, window, asking, project_file, tmp_path):
    session = window.session
    quote = session.shown.ids[len(session.shown.ids) // 2]
    session.select(quote)
    asking.answers["target"] = tmp_path / "another"
    press(window, "Ctrl+Shift+N")
    settle(qtbot, window)
    assert session.project.path.name == "another.qtrack"
    assert len(session.shown.ids) == 0
    assert session.article_id is None
    asking.answers["file"] = project_file
    press(window, "Ctrl+Shift+O")
    settle(qtbot, window)
    assert session.quote_id == quote
    assert window.settings.last_project == project_file


def test_view_filter_order_and_place_are_kept_with_the_project(qtbot, window, asking, project_file):
    session = window.session
    session.shown.narrow(types=frozenset({AttributionType.DIRECT}))
    settle(qtbot, window)
    press(window, "Ctrl+2")
    window.bench.table.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    settle(qtbot, window)
    shown, quote = list(session.shown.ids), session.quote_id
    window.close()
    again = MainWindow(window.settings, asking)
    qtbot.addWidget(again, before_close_func=lambda w: settle(qtbot, w))
    again.show()
    again.session.open(project_file)
    settle(qtbot, again)
    assert again.bench.tab == "table"
    assert (list(again.session.shown.ids), again.session.quote_id) == (shown, quote)
    header = again.bench.table.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (1, Qt.SortOrder.AscendingOrder)


def test_the_article_opens_at_the_line_where_it_was_left(qtbot, window, asking, project_file):
    bar = window.bench.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    left = bar.value() / bar.maximum()
    assert bar.value() > 100
    window.close()
    again = MainWindow(window.settings, asking)
    qtbot.addWidget(again, before_close_func=lambda w: settle(qtbot, w))
    again.show()
    again.session.open(project_file)
    settle(qtbot, again)
    bar = again.bench.reader.view.verticalScrollBar()
    qtbot.waitUntil(lambda: abs(bar.value() / bar.maximum() - left) < 0.01)


def test_decisions_are_about_all_selected_rows(qtbot, window):
    session = window.session
    press(window, "Ctrl+2")
    table = window.bench.table.table
    point = table.visualRect(window.bench.table.model.index(3, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, point)
    press(window, "Shift+Down")
    press(window, "Shift+Down")
    chosen = [session.shown.ids[row] for row in (3, 4, 5)]
    assert sorted(session.targets) == sorted(chosen)
    press(window, "X")
    settle(qtbot, window)
    assert {session.project.quotes.get(quote).status for quote in chosen} == {Status.REJECTED}
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert {session.project.quotes.get(quote).status for quote in chosen} == {Status.UNREVIEWED}


def test_the_chosen_quote_stands_in_the_middle_third(qtbot, window):
    session, view = window.session, window.bench.reader.view
    for quote in session.project.quotes.of_article(session.article_id):
        session.select(quote.id)
        bar = view.verticalScrollBar()
        if bar.minimum() < bar.value() < bar.maximum():
            place = quote.content[0].start
            top = view.cursorRect(view.cursor_for(Span(place, place))).top()
            assert view.viewport().height() / 3 - 2 <= top <= view.viewport().height() * 2 / 3 + 2


def test_copies_of_the_file_stay_whole(qtbot, window, project_file, tmp_path):
    session = window.session
    quote = session.shown.ids[0]
    session.select(quote)
    press(window, "C")
    settle(qtbot, window)
    window.close()
    copied = shutil.copy(project_file, tmp_path / "copy.qtrack")
    from quotetrack.store import Project

    with Project.open(copied) as project:
        assert project.quotes.get(quote).status is Status.CHECK
