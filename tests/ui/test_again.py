"""Detecting again from the window: a look first, then taken over, undone in one step."""

import pytest

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.detector import detect
from quotetrack.status import Status
from tests.ui.hands import press, settle
from ui.dialogs.again import AgainDialog

TEXT = (
    "أعلن وزير الطاقة سامر الحداد أن المحطة ستعمل غداً. وأضاف: «لن تنقطع الكهرباء».\n"
    "وقالت النائبة ليلى منصور إن اللجنة ستجتمع الأحد."
)


@pytest.fixture
def fresh(qtbot, window):
    """An article of which the project has one quote too few and one too many."""
    found = detect(TEXT)
    assert len(found) == 3
    kept = found[:2]
    session = window.session
    changes = session.writing.perform(ops.ImportArticles([(Article(text=TEXT, title="المحطة"), kept)]))
    (article,) = changes.ids[next(kind for kind in changes.ids if kind.value == "articles")]
    session.show_article(article)
    quotes = session.project.quotes.of_article(article)
    session.writing.perform(ops.SetType((quotes[0].id,), quotes[0].type))
    session.select(quotes[1].id)
    settle(qtbot, window)
    return article, quotes


def opened(qtbot, window):
    press(window, "Ctrl+R")
    dialog = window.findChildren(AgainDialog)[-1]
    settle(qtbot, window)
    return dialog


def test_it_says_before_what_would_change_and_is_undone_in_one_step(qtbot, window, fresh):
    article, before = fresh
    dialog = opened(qtbot, window)
    assert dialog.list.count() == 1
    assert dialog.list.item(0).text().startswith("+")
    assert "ليلى منصور" in dialog.list.item(0).text()
    assert window.session.project.quotes.of_article(article) == before
    dialog.accept_button.click()
    settle(qtbot, window)
    after = window.session.project.quotes.of_article(article)
    assert len(after) == 3
    assert [quote.id for quote in after[:2]] == [quote.id for quote in before]
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert window.session.project.quotes.of_article(article) == before


def test_what_a_person_decided_stays(qtbot, window, fresh):
    article, quotes = fresh
    window.session.writing.perform(ops.Reject((quotes[0].id,)))
    window.session.writing.perform(ops.DeleteQuotes((quotes[1].id,)))
    settle(qtbot, window)
    dialog = opened(qtbot, window)
    assert dialog.list.count() == 1
    dialog.accept_button.click()
    settle(qtbot, window)
    after = window.session.project.quotes.of_article(article)
    assert after[0].status is Status.REJECTED
    assert len(after) == 2


def test_all_articles_are_looked_at_when_asked_for(qtbot, spoken):
    dialog = opened(qtbot, spoken)
    assert not dialog.accept_button.isEnabled()
    dialog.all.setChecked(True)
    settle(qtbot, spoken)
    assert dialog.seen.result.looked == spoken.session.project.articles.count()
    dialog.reject()


def test_closing_stops_the_look_and_changes_nothing(qtbot, window, fresh):
    article, before = fresh
    press(window, "Ctrl+R")
    window.findChildren(AgainDialog)[-1].reject()
    settle(qtbot, window)
    assert window.session.project.quotes.of_article(article) == before
