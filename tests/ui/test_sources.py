"""The tree of sources has what it should after every change, and touches only what is other."""

import random
from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, Qt

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store.quotes import Quotes
from tests.ui.hands import click_line, press, settle
from ui.models import sources as model
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


def counts(pane, facet):
    """The counts that stand in a group of the tree; none where the group is not there."""
    return {
        entry.value: entry.count for key, entries in lines(pane) if key == facet for _text, entry in entries
    }


def shown(qtbot, window, wanted):
    window.session.shown.set_filter(wanted)
    settle(qtbot, window)


def test_articles_count_what_the_filter_shows_of_each(qtbot, window):
    pane, project = window.bench.sources, window.session.project
    everything = counts(pane, "articles")
    assert everything == {row.id: row.quotes for row in project.articles.list()}
    assert len(everything) > 1
    outlet = project.articles.list()[0].outlet_id
    for wanted in (
        QuoteFilter(text="السد"),
        QuoteFilter(statuses=frozenset({Status.REJECTED})),
        QuoteFilter(outlets=frozenset({outlet})),
    ):
        shown(qtbot, window, wanted)
        found = counts(pane, "articles")
        each = {id_: project.quotes.count(replace(wanted, articles=frozenset({id_}))) for id_ in everything}
        assert found == {id_: count for id_, count in each.items() if count}
        assert found != everything
    shown(qtbot, window, QuoteFilter(text="لاشيءمنهذا"))
    assert counts(pane, "articles") == {}
    shown(qtbot, window, QuoteFilter())
    assert counts(pane, "articles") == everything


def test_a_chosen_article_leaves_the_counts_of_the_others_and_stays_where_nothing_is_found(qtbot, window):
    pane, project = window.bench.sources, window.session.project
    everything = counts(pane, "articles")
    chosen = min(everything)
    click_line(window, "articles", chosen)
    settle(qtbot, window)
    assert window.session.shown.filter.articles == {chosen}
    assert counts(pane, "articles") == everything
    shown(qtbot, window, QuoteFilter(text="السد", articles=frozenset({chosen})))
    each = {
        id_: project.quotes.count(QuoteFilter(text="السد", articles=frozenset({id_}))) for id_ in everything
    }
    assert counts(pane, "articles") == {id_: count for id_, count in each.items() if count or id_ == chosen}
    shown(qtbot, window, QuoteFilter(text="لاشيءمنهذا", articles=frozenset({chosen})))
    assert counts(pane, "articles") == {chosen: 0}


def test_old_articles_are_listed_where_they_are_found_or_chosen(qtbot, window, monkeypatch):
    monkeypatch.setattr(model, "MOST", 1)
    pane, session = window.bench.sources, window.session
    rows = session.project.articles.list()
    oldest = rows[-1]
    old = QuoteFilter(outlets=frozenset({oldest.outlet_id}))
    assert rows[0].outlet_id != oldest.outlet_id
    shown(qtbot, window, old)
    assert oldest.outlet_id in {row.outlet_id for row in rows if row.id in counts(pane, "articles")}
    for wanted in (QuoteFilter(), QuoteFilter(speech_acts=False)):
        shown(qtbot, window, replace(wanted, articles=frozenset({oldest.id})))
        chosen = session.project.quotes.count(replace(wanted, articles=frozenset({oldest.id})))
        assert counts(pane, "articles")[oldest.id] == chosen
        assert set(counts(pane, "articles")) == {rows[0].id, oldest.id}
        assert any(
            " ".join(oldest.title.split()) in chip.close_button.accessibleName() for chip in chips(window)
        )


def chips(window):
    flow = window.bench.top._flow
    return [flow.itemAt(place).widget() for place in range(flow.count())]


def test_a_saved_filter_says_how_many_quotes_it_finds(qtbot, window):
    pane, session = window.bench.sources, window.session
    unread, all_ = QuoteFilter(statuses=frozenset({Status.UNREVIEWED})), QuoteFilter()
    for name, wanted in (("للمراجعة", unread), ("الكل", all_), ("لا شيء", QuoteFilter(text="لاشيءمنهذا"))):
        session.writing.perform(ops.SaveFilter(name, wanted))
    settle(qtbot, window)

    def said():
        return {saved.name: count for saved, count in counts(pane, "saved").items()}

    before = session.project.quotes.count(unread)
    assert said() == {"للمراجعة": before, "الكل": session.project.quotes.count(), "لا شيء": 0}
    line = next(head for head in counts(pane, "saved") if head.name == "للمراجعة")
    told = pane.index_of("saved", line).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"للمراجعة {window.desk.tongue.number(before)}"
    session.select(session.project.quotes.ids(unread)[0])
    for keys, wanted in (("Return", before - 1), ("Ctrl+Z", before)):
        press(window, keys)
        settle(qtbot, window)
        assert said()["للمراجعة"] == wanted, keys
    session.writing.perform(ops.SaveFilter("الكل", unread))
    settle(qtbot, window)
    assert said()["الكل"] == before
    shown(qtbot, window, QuoteFilter(text="السد"))
    assert said()["للمراجعة"] == before


def test_saved_filters_are_counted_one_by_one_and_only_when_quotes_may_be_others(qtbot, window, monkeypatch):
    pane, session = window.bench.sources, window.session
    words = ("السد", "المياه", "الوزير")
    for word in words:
        session.writing.perform(ops.SaveFilter(word, QuoteFilter(text=word)))
    settle(qtbot, window)
    count, ids, asked = Quotes.count, Quotes.ids, []

    def counting(self, wanted):
        asked.append(wanted.text)
        return count(self, wanted)

    def finding(self, wanted, *rest):
        asked.append("ids")
        return ids(self, wanted, *rest)

    monkeypatch.setattr(Quotes, "count", counting)
    monkeypatch.setattr(Quotes, "ids", finding)
    shown(qtbot, window, QuoteFilter(text="القطار"))
    assert asked == ["ids"]
    asked.clear()
    pane._count_saved()
    session.shown._query()
    settle(qtbot, window)
    assert asked == [words[0], "ids", *words[1:]]


def test_counts_of_another_project_are_not_shown(qtbot, window, tmp_path):
    pane, session = window.bench.sources, window.session
    session.writing.perform(ops.SaveFilter("الكل", QuoteFilter()))
    settle(qtbot, window)
    assert list(counts(pane, "saved").values()) == [session.project.quotes.count()]
    session.open(tmp_path / "آخر.qtrack", create=True)
    settle(qtbot, window)
    assert counts(pane, "saved") == counts(pane, "articles") == {}
    session.writing.perform(ops.SaveFilter("الكل", QuoteFilter()))
    settle(qtbot, window)
    assert list(counts(pane, "saved").values()) == [0]
