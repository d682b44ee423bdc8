"""The tree of sources has what it should after every change, and touches only what is other."""

import random

from PySide6.QtCore import QPersistentModelIndex

from quotetrack import operations as ops
from quotetrack.article import Article
from tests.ui.hands import press, settle
from ui.models.sources import Entry, Group
from ui.panes import sources
from ui.panes.sources import ENTRY, GROUP


def lines(pane):
    """What stands in the tree: the groups with their entries."""
    heads = [pane.model.item(row) for row in range(pane.model.rowCount())]
    return [
        (
            head.data(GROUP),
            [(head.child(row).text(), head.child(row).data(ENTRY)) for row in range(head.rowCount())],
        )
        for head in heads
    ]


def test_whatever_comes_goes_and_moves_stands_where_it_should(qtbot, window, monkeypatch):
    chance = random.Random(7)
    pane = window.bench.sources
    for _ in range(40):
        keys = [key for key in ("outlets", "speakers", "tags", "types") if chance.random() < 0.8]
        found = []
        for key in keys:
            values = chance.sample(range(12), chance.randrange(1, 12))
            entries = tuple(Entry(key, value, f"{key} {value}", chance.randrange(3)) for value in values)
            found.append(Group(key, key, entries))
        monkeypatch.setattr(sources, "groups", lambda *_, found=found: found)
        pane._fill()
        assert lines(pane) == [(g.key, [(entry.text, entry) for entry in g.entries]) for g in found]


def test_a_new_article_leaves_the_other_lines_and_the_current_one_alone(qtbot, window):
    pane, session = window.bench.sources, window.session
    article = session.project.articles.list()[-1].id
    index = pane.index_of("articles", article)
    pane.tree.setCurrentIndex(index)
    kept = QPersistentModelIndex(index)
    before = kept.row()
    session.writing.perform(ops.ImportArticles([(Article(text="نص جديد.", title="جديد"), [])]))
    settle(qtbot, window)
    assert kept.isValid()
    assert kept.row() == before + 1
    assert pane.tree.currentIndex().data(ENTRY).value == article


def test_names_are_read_anew_only_where_they_may_be_others(qtbot, window, monkeypatch):
    read, asked = sources.read_names, []
    monkeypatch.setattr(sources, "read_names", lambda reader: asked.append(1) or read(reader))
    pane, session = window.bench.sources, window.session
    article = session.article_id
    before = pane.index_of("articles", article).data(ENTRY).count
    for keys, wanted in (("Return", 0), ("X", 0), ("Ctrl+Z", 0), ("Delete", 1), ("Ctrl+Z", 1)):
        asked.clear()
        press(window, keys)
        settle(qtbot, window)
        assert len(asked) == wanted, keys
    assert pane.index_of("articles", article).data(ENTRY).count == before
