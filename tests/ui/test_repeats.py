"""A story told twice is shown as such and left out on request; what verbs say is chosen in the tree."""

from dataclasses import replace

from quotetrack import operations as ops
from quotetrack.detection.detector import detect
from quotetrack.detection.records import CueClass
from tests.ui.hands import click_line, press, settle


def test_a_line_of_the_tree_chooses_what_the_verb_says(qtbot, window):
    before = len(window.session.shown.ids)
    click_line(window, "cue_classes", CueClass.DENIAL)
    settle(qtbot, window)
    rows = window.session.project.quotes.rows(window.session.shown.ids)
    assert {row.cue_class for row in rows} == {CueClass.DENIAL}
    assert 0 < len(rows) < before
    press(window, "Ctrl+Backspace")
    settle(qtbot, window)
    assert len(window.session.shown.ids) == before


def test_a_story_that_is_told_twice_is_shown_and_can_be_left_out(qtbot, spoken):
    window, project = spoken, spoken.session.project
    first = project.articles.get(1).article
    again = replace(first, outlet="صحيفة الساحل", text="أفادت الصحيفة اليوم.\n" + first.text)
    changes = ops.perform(project, ops.ImportArticles([(again, detect(again.text))]))
    window.session.tell(changes)
    settle(qtbot, window)
    (repeat,) = project.articles.duplicates_of(1)
    for article, other in ((repeat, first.outlet), (1, again.outlet)):
        window.session.show_article(article)
        settle(qtbot, window)
        assert other in window.bench.reader.view.toPlainText()
    window.session.show_article(2)
    assert again.outlet not in window.bench.reader.view.toPlainText()
    window.session.shown.narrow(duplicates=False)
    settle(qtbot, window)
    assert repeat not in {row.article_id for row in project.quotes.rows(window.session.shown.ids)}
