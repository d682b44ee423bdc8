"""The dialog before a quote sheet: which quotes, which columns, and a preview that the file keeps to."""

import csv
import io
import threading
import time
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quotetrack.exports.columns import BY_KEY, PRESETS
from quotetrack.exports.exporting import export
from quotetrack.exports.formats import FORMS, Format
from quotetrack.exports.previewing import preview
from quotetrack.figures import Digits
from quotetrack.filters import QuoteFilter
from quotetrack.importing import ImportQueue, Piece
from tests.readers import documents
from tests.ui.hands import click_line, press, read_csv, settle
from tests.ui.test_dialogs import check
from ui.dialogs.export import ExportDialog, Scope

ROWS = 12


def opened(qtbot, window):
    press(window, "Ctrl+E")
    dialog = window.findChildren(ExportDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    settled(qtbot, window, dialog)
    return dialog


def settled(qtbot, window, dialog):
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    settle(qtbot, window)


def choose(qtbot, window, dialog, box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settled(qtbot, window, dialog)


def table_of(dialog):
    table = dialog.table
    cells = [
        [table.item(row, column).toolTip() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    headers = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    return headers, cells


def counted(window):
    """The count in the status bar."""
    return sum(window.session.shown.facets.statuses.values())


def test_what_is_shown_has_the_status_bars_count_and_begins_as_previewed(qtbot, spoken, asking, tmp_path):
    window = spoken
    outlet = max(window.session.shown.facets.outlets, key=window.session.shown.facets.outlets.get)
    click_line(window, "outlets", outlet)
    settle(qtbot, window)
    dialog = opened(qtbot, window)
    check(dialog, window.settings.language)
    count = counted(window)
    assert 0 < count < window.session.project.quotes.count(QuoteFilter())
    assert str(count) in dialog._scopes[Scope.SHOWN].text()
    assert str(window.session.project.quotes.count(QuoteFilter())) in dialog._scopes[Scope.EVERYTHING].text()
    headers, cells = table_of(dialog)
    asking.answers["target"] = tmp_path / "sheet.csv"
    dialog.accept_button.click()
    settle(qtbot, window)
    written = read_csv(tmp_path / "sheet.csv")
    assert len(written) == count + 1
    assert headers == written[0]
    assert len(cells) == min(ROWS, count)
    from html import unescape

    for shown, row in zip(cells, written[1:], strict=False):
        texts = [unescape(tip.partition(">")[2].removesuffix("</p>")) for tip in shown]
        assert texts == row


@pytest.mark.parametrize("scope", [Scope.CHOSEN, Scope.EVERYTHING])
def test_the_selection_or_everything_is_written_instead(qtbot, window, asking, tmp_path, scope):
    session = window.session
    outlet = max(session.shown.facets.outlets, key=session.shown.facets.outlets.get)
    click_line(window, "outlets", outlet)
    settle(qtbot, window)
    window.actions_["view.table"].trigger()
    table = window.bench.table.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    chosen = set(session.targets)
    assert len(chosen) == 3
    dialog = opened(qtbot, window)
    dialog._scopes[scope].click()
    settled(qtbot, window, dialog)
    asking.answers["target"] = tmp_path / "sheet.csv"
    dialog.accept_button.click()
    settle(qtbot, window)
    header, *rows = read_csv(tmp_path / "sheet.csv")
    number = header.index(BY_KEY["id"].header("ar"))
    ids = {int(row[number]) for row in rows}
    everything = set(session.project.quotes.ids(QuoteFilter(), session.shown.sort))
    assert ids == (chosen if scope is Scope.CHOSEN else everything)
    assert len(rows) == len(ids)


def test_columns_are_ticked_moved_and_remembered(qtbot, spoken, asking, tmp_path):
    window = spoken
    dialog = opened(qtbot, window)
    choose(qtbot, window, dialog, dialog.preset, "desk")
    assert table_of(dialog)[0] == [BY_KEY[key].header(window.settings.language) for key in PRESETS["desk"]]
    first = dialog.columns.item(0)
    dialog.columns.setFocus()
    dialog.columns.setCurrentItem(first)
    QTest.keyClick(dialog.columns, Qt.Key.Key_Space)
    settled(qtbot, window, dialog)
    assert dialog.preset.currentData() == "own"
    assert "quote" not in dialog.options().columns
    dialog.columns.setCurrentRow(2)
    for _ in range(3):
        QTest.keyClick(dialog.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled(qtbot, window, dialog)
    assert dialog.columns.currentRow() == 0
    wanted = dialog.options().columns
    assert wanted[0] == "speaker_role"
    asking.answers["target"] = tmp_path / "sheet.csv"
    dialog.accept_button.click()
    settle(qtbot, window)
    header = read_csv(tmp_path / "sheet.csv")[0]
    assert header == [BY_KEY[key].header(window.settings.language) for key in wanted]
    again = opened(qtbot, window)
    assert again.options().columns == wanted
    assert again.preset.currentData() == "own"
    again.reject()


def test_a_sheet_without_columns_cannot_be_written(qtbot, window):
    dialog = opened(qtbot, window)
    for row in range(dialog.columns.count()):
        dialog.columns.item(row).setCheckState(Qt.CheckState.Unchecked)
    settled(qtbot, window, dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog._trouble.isVisible()
    dialog.columns.item(3).setCheckState(Qt.CheckState.Checked)
    settled(qtbot, window, dialog)
    assert dialog.accept_button.isEnabled()
    assert not dialog._trouble.isVisible()
    dialog.reject()


@pytest.mark.parametrize("form", list(Format))
def test_every_form_shows_how_it_will_begin_and_is_written(qtbot, window, asking, tmp_path, form):
    dialog = opened(qtbot, window)
    choose(qtbot, window, dialog, dialog.format, form.value)
    assert not dialog._trouble.isVisible()
    shown = dialog.stack.currentWidget()
    if form in {Format.CSV, Format.XLSX}:
        assert shown is dialog.table
        assert dialog.table.rowCount() == ROWS
    elif form is Format.PDF:
        assert shown is dialog.page
        assert dialog._page.pixmap().height() > dialog._page.pixmap().width() > 200
    else:
        assert shown is dialog.text
        assert dialog.text.toPlainText() or form in {Format.CLAIM_REVIEW, Format.GOLD}
    text = dialog.text.toPlainText()
    asking.answers["target"] = target = tmp_path / f"sheet{FORMS[form].suffix}"
    dialog.accept_button.click()
    settle(qtbot, window)
    assert target.exists()
    if form in {Format.MARKDOWN, Format.JSONL}:
        assert target.read_text(encoding="utf-8").startswith(text.removesuffix("\n</div>\n"))
    if form is Format.DOCX:
        whole = "\n".join(paragraph.text for paragraph in docx.Document(target).paragraphs)
        assert whole.startswith(text)
        assert str(counted(window)) in text, "the document's own count, not the preview's"


def test_a_slow_preview_says_that_it_is_being_made(qtbot, window, monkeypatch):
    dialog = opened(qtbot, window)
    may_go_on = threading.Event()

    def slowly(*arguments, **named):
        may_go_on.wait(10)
        return preview(*arguments, **named)

    monkeypatch.setattr("ui.dialogs.export.preview", slowly)
    dialog.format.setCurrentIndex(dialog.format.findData(Format.PDF.value))
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.waiting)
    may_go_on.set()
    settled(qtbot, window, dialog)
    assert dialog.stack.currentWidget() is dialog.page
    assert not dialog._slow.isActive()
    dialog.reject()


def test_the_page_of_a_pdf_is_told_in_the_details_and_on_the_sheet(qtbot, spoken, asking, tmp_path):
    window = spoken
    project = window.session.project
    [result] = ImportQueue(project, [Piece("a.pdf", documents.pdf(shaped=False))]).run().results
    quotes = project.quotes.of_article(result.article)
    pages = project.articles.get(result.article).article.pages
    assert len(pages) == 2
    word = "صفحة" if window.settings.language == "ar" else "Page"
    told = {}
    for quote in quotes:
        window.session.select(quote.id)
        settle(qtbot, window)
        lines = window.bench.details._origin.text().split("\n")
        [line] = [line for line in lines if line.startswith(word)]
        told[quote.id] = line.rpartition(" ")[2]
    assert set(told.values()) == {"1", "2"}
    dialog = opened(qtbot, window)
    dialog._scopes[Scope.EVERYTHING].click()
    asking.answers["target"] = tmp_path / "sheet.csv"
    dialog.accept_button.click()
    settle(qtbot, window)
    language = window.settings.language
    text = (tmp_path / "sheet.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    sheet = {int(row[BY_KEY["id"].header(language)]): row[BY_KEY["page"].header(language)] for row in rows}
    assert {number: sheet[number] for number in told} == told
    assert sheet[project.quotes.of_article(1)[0].id] == ""


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML])
def test_a_sheet_has_the_digits_and_months_of_the_window(qtbot, window, asking, tmp_path, form):
    window.settings.digits, window.settings.country = Digits.ARABIC, "EG"
    dialog = opened(qtbot, window)
    choose(qtbot, window, dialog, dialog.format, form.value)
    day = window.tongue.date(date.today())  # noqa: DTZ011 - the sheet says the day on which it is made
    assert day in dialog.text.toPlainText()
    asking.answers["target"] = target = tmp_path / f"sheet{form.form.suffix}"
    dialog.accept_button.click()
    settle(qtbot, window)
    text = target.read_text(encoding="utf-8")
    assert day in text
    assert window.tongue.digits(str(counted(window))) in text


def test_an_odd_place_is_refused_at_once_in_words(qtbot, spoken, asking):
    dialog = opened(qtbot, spoken)
    asking.answers["target"] = Path("/proc/x.csv")
    dialog.accept_button.click()
    settle(qtbot, spoken, timeout=5000)
    assert "/proc/x.csv" in spoken.bench.notice.text
    assert "Errno" not in spoken.bench.notice.text


def test_a_sheet_is_written_off_the_windows_thread_and_can_be_stopped(
    qtbot, window, asking, tmp_path, monkeypatch
):
    here, seen = threading.current_thread(), []

    def slowly(*arguments, progress, **named):
        seen.append(threading.current_thread())
        while progress(1, 9):
            time.sleep(0.01)
        return export(*arguments, progress=lambda *_: False, **named)

    monkeypatch.setattr("ui.exporting.export", slowly)
    dialog = opened(qtbot, window)
    asking.answers["target"] = target = tmp_path / "sheet.csv"
    target.write_text("old", encoding="utf-8")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(seen))
    assert window.tasks.told is not None
    window.tasks.told.cancel()
    settle(qtbot, window)
    assert here not in seen
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_the_project_is_never_written_over(qtbot, window, asking, project_file):
    dialog = opened(qtbot, window)
    asking.answers["target"] = Path(project_file)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert "هو المشروع نفسه" in window.bench.notice.text
    assert Path(project_file).read_bytes().startswith(b"SQLite format 3")
