"""What comes in: the list before an import, what is chosen there, feeds, and nothing from the network."""

import zipfile
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from quotetrack.importing import ImportQueue
from quotetrack.readers import FeedEntry
from tests.readers import server
from tests.readers.articles import ARTICLE, FIRST, PAGE, SECOND, TITLE
from tests.readers.server import FEED, serving, without_proxy
from tests.ui.hands import LEFT, NONE, answer, press, settle, type_text
from tests.ui.test_dialogs import check
from ui.dialogs.arrivals import ArrivalsDialog
from ui.dialogs.feed import FeedDialog
from ui.dialogs.paste import PasteDialog
from ui.dialogs.preferences import Preferences
from ui.dialogs.results import ResultsDialog
from ui.dialogs.words import AddressDialog
from ui.models.arrivals import COUNT, ENCODING, KIND, NAME, NOTE, QUALITY, SIZE

OTHER = ARTICLE.replace(TITLE, "عنوان ثانٍ لخبر آخر")
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    without_proxy(monkeypatch)


@pytest.fixture
def looking(spoken):
    spoken.settings.look_first = True
    return spoken


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "وارد"
    made.mkdir()
    (made / "1.txt").write_text(ARTICLE, encoding="utf-8")
    (made / "2.txt").write_bytes(OTHER.encode("cp1256"))
    (made / "3.csv").write_text(f"A,B\nخبر من جدول,{FIRST} {SECOND}\n", encoding="utf-8")
    (made / "4.txt").write_bytes(b"")
    with zipfile.ZipFile(made / "5.zip", "w") as archive:
        archive.writestr("inner.txt", ARTICLE)
        archive.writestr("more.txt", ARTICLE.replace(TITLE, "خبر من الأرشيف"))
    return made


def opened(qtbot, window):
    settle(qtbot, window)
    dialog = window.findChild(ArrivalsDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def cells(dialog, row, parent=None):
    model = dialog.tree.model()
    above = model.index(parent, NAME) if parent is not None else model.index(-1, 0)
    return [str(model.index(row, column, above).data() or "") for column in range(NOTE + 1)]


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    assert box.currentData() == value
    box.activated.emit(box.currentIndex())


def test_everything_is_shown_before_it_comes_in(qtbot, looking, folder):
    window = looking
    project = window.session.project
    before = project.articles.count()
    window.commands.take_files([folder])
    dialog = opened(qtbot, window)
    check(dialog, window.settings.language)
    assert project.articles.count() == before, "looking stores nothing"
    first, second, table, empty, archive = (cells(dialog, row) for row in range(5))
    assert (first[NAME], first[ENCODING], first[QUALITY], first[COUNT]) == ("1.txt", "UTF-8", "100%", "1")
    assert "✓" in first[NOTE]
    assert (second[ENCODING], second[QUALITY]) == ("Windows-1256", "95%")
    assert "✕" in table[NOTE]
    assert "✕" in empty[NOTE]
    assert empty[SIZE] == ""
    assert second[SIZE]
    assert archive[COUNT] == "2"
    inner = cells(dialog, 0, 4)
    assert inner[NAME] == "inner.txt"
    assert "1.txt" in inner[NOTE], "the same as the first file"
    assert {first[KIND], table[KIND]} == {
        window.tongue.message(f"readers.format.{name}") for name in ("text", "csv")
    }
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert project.articles.count() == before + 3
    assert "3" in window.bench.notice.text


def test_encoding_and_columns_are_chosen_for_one_file_with_a_preview(qtbot, looking, folder):
    window = looking
    window.commands.take_files([folder / "2.txt", folder / "3.csv"])
    dialog = opened(qtbot, window)
    assert dialog.text.toPlainText().startswith("عنوان ثانٍ")
    assert not dialog._columns.isVisible()
    choose(dialog.encoding, "mac_arabic")
    settle(qtbot, window)
    assert not dialog.text.toPlainText().startswith("عنوان ثانٍ")
    assert cells(dialog, 0)[ENCODING] == "Mac Arabic"
    choose(dialog.encoding, "utf-8")
    settle(qtbot, window)
    assert dialog._trouble.isVisible()
    assert "2.txt" in dialog._trouble.text()
    choose(dialog.encoding, None)
    settle(qtbot, window)
    assert dialog.text.toPlainText().startswith("عنوان ثانٍ")
    assert not dialog._trouble.isVisible()

    dialog.tree.setCurrentIndex(dialog.tree.model().index(1, NAME))
    settle(qtbot, window)
    assert dialog._columns.isVisible()
    assert "A" in dialog._trouble.text()
    assert "خبر من جدول" in dialog.fields["title"].itemText(1), "each column shows what is in it"
    choose(dialog.fields["text"], "B")
    settle(qtbot, window)
    choose(dialog.fields["title"], "A")
    settle(qtbot, window)
    assert dialog.text.toPlainText().startswith("خبر من جدول")
    assert cells(dialog, 1)[COUNT] == "1"
    dialog.accept_button.click()
    settle(qtbot, window)
    titles = {article.title for article in window.session.project.articles.list()}
    assert {"خبر من جدول", "عنوان ثانٍ لخبر آخر"} <= titles


def test_what_is_unticked_stays_out_and_repeats_come_in_when_wanted(qtbot, looking, folder):
    window = looking
    project = window.session.project
    before = project.articles.count()
    window.commands.take_files([folder / "1.txt", folder / "2.txt", folder / "5.zip"])
    dialog = opened(qtbot, window)
    model = dialog.tree.model()
    dialog.tree.setFocus()
    dialog.tree.setCurrentIndex(model.index(1, NAME))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert model.index(1, NAME).data(Qt.ItemDataRole.CheckStateRole) == UNCHECKED
    part = model.index(1, NAME, model.index(2, NAME))
    assert model.setData(part, UNCHECKED.value, Qt.ItemDataRole.CheckStateRole)
    dialog.repeats.setChecked(True)
    dialog.accept_button.click()
    settle(qtbot, window)
    titles = [article.title for article in project.articles.list()]
    assert project.articles.count() == before + 2
    assert titles.count(TITLE) == 2, "the one in the archive is a repeat, and wanted"
    window.actions_["edit.undo"].trigger()
    settle(qtbot, window)
    assert project.articles.count() == before


def test_repeats_name_the_article_that_is_there(qtbot, looking, folder):
    window = looking
    window.settings.look_first = False
    window.commands.take_files([folder / "1.txt"])
    settle(qtbot, window)
    window.settings.look_first = True
    window.commands.take_files([folder / "1.txt"])
    dialog = opened(qtbot, window)
    assert TITLE in cells(dialog, 0)[NOTE]
    tip = dialog.tree.model().index(0, NOTE).data(Qt.ItemDataRole.ToolTipRole)
    assert TITLE in tip
    dialog.reject()
    settle(qtbot, window)


def test_cancel_imports_nothing_and_the_list_can_be_saved(qtbot, looking, folder, asking, tmp_path):
    window = looking
    before = window.session.project.articles.count()
    window.commands.take_files([folder])
    dialog = opened(qtbot, window)
    asking.answers["target"] = tmp_path / "list.csv"
    dialog._save()
    assert "inner.txt" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    asking.answers["target"] = tmp_path / "none" / "list.csv"
    dialog._save()
    assert dialog._trouble.isVisible()
    dialog.reject()
    settle(qtbot, window)
    assert window.session.project.articles.count() == before


def test_the_list_can_be_left_out_and_brought_back(qtbot, looking, folder):
    window = looking
    before = window.session.project.articles.count()
    window.commands.take_files([folder / "1.txt"])
    dialog = opened(qtbot, window)
    dialog.at_once.setChecked(True)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert not window.settings.look_first
    window.commands.take_files([folder / "2.txt"])
    settle(qtbot, window)
    assert window.session.project.articles.count() == before + 2
    window.actions_["project.settings"].trigger()
    preferences = window.findChild(Preferences)
    preferences.look_first.setChecked(True)
    settle(qtbot, window)
    assert window.settings.look_first
    preferences.close()


def test_importing_need_not_wait_for_looking(qtbot, looking, tmp_path, monkeypatch):
    window = looking
    before = window.session.project.articles.count()
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"{ARTICLE}\nالعدد {number}", encoding="utf-8")
    genuine, hold = ImportQueue.look, Event()
    monkeypatch.setattr(ImportQueue, "look", lambda self, **how: hold.wait(20) and genuine(self, **how))
    window.commands.take_files([tmp_path / f"{number}.txt" for number in range(30)])
    qtbot.waitUntil(lambda: window.findChild(ArrivalsDialog) is not None)
    dialog = window.findChild(ArrivalsDialog)
    assert cells(dialog, 29)[COUNT] == "…"
    dialog.accept_button.click()
    hold.set()
    settle(qtbot, window)
    assert window.session.project.articles.count() == before + 30


# --- pages and feeds -----------------------------------------------------------------------------


@pytest.fixture
def web():
    with serving() as served:
        yield served


def paths(asked):
    return [path for path, _ in asked]


def test_of_a_feed_only_what_is_ticked_is_fetched(qtbot, looking, web):
    window, (address, asked) = looking, web
    before = window.session.project.articles.count()
    press(window, "Ctrl+L")
    answer(window, AddressDialog, f"{address}/feed.xml")
    settle(qtbot, window)
    feed = window.findChild(FeedDialog)
    check(feed, window.settings.language)
    assert paths(asked) == ["/feed.xml"]
    assert [feed.list.topLevelItem(row).text(0) for row in range(2)] == [TITLE, "خبر كامل في الخلاصة"]
    assert not feed.accept_button.isEnabled()
    feed.list.topLevelItem(0).setCheckState(0, CHECKED)
    assert [entry.title for entry in feed.ticked()] == [TITLE]
    feed.accept_button.click()
    dialog = opened(qtbot, window)
    assert paths(asked) == ["/feed.xml", "/article"]
    dialog.accept_button.click()
    settle(qtbot, window)
    assert paths(asked) == ["/feed.xml", "/article"], "not a second time, and nothing that the page names"
    assert window.session.project.articles.count() == before + 1


def test_the_feeds_own_text_needs_no_fetching(qtbot, looking, web):
    window, (address, asked) = looking, web
    press(window, "Ctrl+L")
    answer(window, AddressDialog, f"{address}/feed.xml")
    settle(qtbot, window)
    feed = window.findChild(FeedDialog)
    type_text(feed.search, "خبر كامل")
    assert feed.list.topLevelItem(0).isHidden()
    feed._tick_all(CHECKED)
    feed.search.clear()
    assert [entry.whole for entry in feed.ticked()] == [True]
    feed.as_given.setChecked(True)
    feed.accept_button.click()
    opened(qtbot, window).accept_button.click()
    settle(qtbot, window)
    assert paths(asked) == ["/feed.xml"]
    assert SECOND in window.bench.reader.text


def test_a_saved_feed_is_a_list_too(qtbot, looking, tmp_path):
    (tmp_path / "feed.rss").write_text(FEED.replace("{address}", "http://127.0.0.1:9"), encoding="utf-8")
    looking.commands.take_files([tmp_path / "feed.rss"])
    settle(qtbot, looking)
    feed = looking.findChild(FeedDialog)
    assert all(isinstance(line.data(0, Qt.ItemDataRole.UserRole), FeedEntry) for line in feed._lines())
    feed.reject()


def drop(window, urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE))


def test_a_link_that_is_dropped_is_fetched(qtbot, window, web):
    address, asked = web
    before = window.session.project.articles.count()
    drop(window, [f"{address}/article"])
    settle(qtbot, window)
    assert window.session.project.articles.count() == before + 1
    drop(window, ["file://elsewhere/x", "ftp://127.0.0.1/x", "javascript:alert(1)"])
    settle(qtbot, window)
    assert paths(asked) == ["/article"]


def test_files_that_were_copied_are_pasted(qtbot, window, folder):
    before = window.session.project.articles.count()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "1.txt")), QUrl.fromLocalFile(str(folder / "2.txt"))])
    QGuiApplication.clipboard().setMimeData(data)
    press(window, "Ctrl+Shift+V")
    settle(qtbot, window)
    QGuiApplication.clipboard().clear()
    assert window.session.project.articles.count() == before + 2


def test_an_address_that_leads_nowhere_is_said(qtbot, looking, web):
    press(looking, "Ctrl+L")
    answer(looking, AddressDialog, f"{web[0]}/nowhere")
    settle(qtbot, looking)
    assert "404" in looking.tongue.digits(looking.bench.notice.text) or "٤٠٤" in looking.bench.notice.text
    assert looking.findChild(ArrivalsDialog) is None


def test_nothing_that_a_page_names_is_ever_loaded(qtbot, window, web, monkeypatch, folder):
    """Pictures, scripts and styles of a page, of a text, a title or a note: the server hears of none."""
    address, asked = web
    hostile = (
        f'<img src="{address}/p.png"><script src="{address}/s.js"></script>'
        f'<link rel="stylesheet" href="{address}/c.css"><iframe src="{address}/f"></iframe>'
        f"<style>@import url({address}/i.css); body {{ background: url({address}/b.png) }}</style>"
    )
    page = (
        PAGE.replace("{charset}", "utf-8")
        .replace("<body>", f"<body>{hostile}")
        .replace("<head>", f"<head>{hostile}")
    )
    monkeypatch.setitem(server.PAGES, "/hostile", server.Page(body=page.encode()))
    (folder / "h.html").write_text(page, encoding="utf-8")
    (folder / "h.txt").write_text(f"{hostile} عنوان\n\n{hostile}\n{FIRST}\n{SECOND}\n", encoding="utf-8")
    window.commands.arrivals.take_addresses([f"{address}/hostile"])
    settle(qtbot, window)
    window.commands.take_files([folder / "h.html", folder / "h.txt"])
    settle(qtbot, window)
    session = window.session
    for article in session.project.articles.list():
        session.show_article(article.id)
        settle(qtbot, window)
    quote = session.shown.ids[0]
    session.select(quote)
    window.bench.details.note.setPlainText(hostile)
    window.bench.show_tab("table")
    settle(qtbot, window)
    window.grab()
    for name in ("charts", "speakers", "context"):
        window.bench.show_tab(name)
        settle(qtbot, window)
        window.grab()
    dialog = PasteDialog(window.desk, window, f"{hostile}\n{FIRST}")
    data = QMimeData()
    data.setHtml(f"<p>{hostile}{FIRST}</p>")
    dialog.text.insertFromMimeData(data)
    dialog.show()
    dialog.grab()
    dialog.reject()
    window.commands.arrivals._show_results(_report(hostile))
    results = window.findChild(ResultsDialog)
    results.grab()
    assert "<img" not in results.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    results.close()
    QTest.qWait(100)
    assert paths(asked) == ["/hostile"]


def _report(hostile):
    from quotetrack.importing import Outcome, Report, Result

    return Report((Result(name=hostile, outcome=Outcome.IMPORTED, title=hostile),), 0.1)


# --- pasting -------------------------------------------------------------------------------------


def test_what_a_pasted_text_says_of_itself_fills_the_fields(qtbot, window):
    QGuiApplication.clipboard().setText("")
    press(window, "Ctrl+Shift+V")
    dialog = window.findChild(PasteDialog)
    type_text(dialog.fields.author, "هالة الكرمي")
    dialog.text.setPlainText(
        f"{TITLE}\nالمصدر: جريدة الميدان\nبقلم سامر الحلبي\n9 آذار 2024\n\n{FIRST}\n{SECOND}\n"
    )
    qtbot.waitUntil(lambda: dialog.fields.title.text() == TITLE)
    assert dialog.fields.outlet.text() == "جريدة الميدان"
    assert dialog.fields.author.text() == "هالة الكرمي", "what the user wrote stays"
    assert dialog.fields.dated.isChecked()
    dialog.fields.outlet.clear()
    type_text(dialog.fields.outlet, "الساحل")
    dialog.accept_button.click()
    settle(qtbot, window)
    stored = window.session.project.articles.get(window.session.article_id).article
    assert (stored.title, stored.outlet, stored.author) == (TITLE, "الساحل", "هالة الكرمي")
    assert str(stored.published) == "2024-03-09"
