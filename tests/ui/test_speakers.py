"""The page of a speaker, merging with a look before, splitting."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from tests.ui.hands import press, settle, type_text
from ui.dialogs.same import SameDialog
from ui.dialogs.speaker import MergeDialog, SpeakerDialog, SplitDialog


def quotes_of(session, speaker):
    return session.project.quotes.ids(QuoteFilter(speakers=frozenset({speaker})))


@pytest.fixture
def speakers(qtbot, window):
    press(window, "Ctrl+3")
    settle(qtbot, window)
    return window.bench.speakers


def words(model, row):
    return model.index(row, 0).data()


def tick(model, row):
    assert model.setData(model.index(row, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


def opened(qtbot, window, kind):
    settle(qtbot, window)
    return window.findChild(kind)


def test_the_page_shows_all_that_was_said_in_order_of_time(qtbot, window, speakers):
    shown, spoken = speakers._portrait, speakers.spoken
    assert spoken.rowCount() == shown.speaker.quotes == len(quotes_of(window.session, shown.speaker.id))
    rows = window.session.project.quotes.rows([spoken.id_at(row) for row in range(spoken.rowCount())])
    days = [row.published for row in rows]
    assert days == sorted(days)
    assert all(" ".join(row.quote.split()) in words(spoken, place) for place, row in enumerate(rows))
    assert rows[0].outlet in speakers._where.text()
    speakers.quotes.clicked.emit(spoken.index(0, 0))
    assert window.session.quote_id == rows[0].id


def test_the_page_counts_every_verb(qtbot, window, speakers):
    shown = speakers._portrait
    rows = window.session.project.quotes.rows(list(shown.quotes))
    counted = Counter(row.cue_lemma for row in rows if row.cue_lemma)
    assert dict(shown.verbs) == counted
    assert list(shown.verbs.values()) == sorted(shown.verbs.values(), reverse=True)
    verb, most = next((verb, most) for verb, most in shown.verbs.items() if verb.isalpha())
    assert verb in speakers._verbs.text()
    assert str(most) in speakers._verbs.text()


def test_a_speaker_is_found_and_renamed_and_the_old_name_leads_there(qtbot, window, speakers):
    speaker = speakers.speaker
    press(window, "Shift+F2")
    dialog = opened(qtbot, window, SpeakerDialog)
    dialog.name.selectAll()
    type_text(dialog.name, "الاسم الجديد")
    dialog.note.setPlainText("يراجَع مع الأرشيف")
    dialog.accept_button.click()
    settle(qtbot, window)
    known = window.session.project.speakers.get(speaker.id)
    assert known.name == "الاسم الجديد"
    assert known.note == "يراجَع مع الأرشيف"
    assert speaker.name in known.aliases
    type_text(speakers.search, speaker.name)
    settle(qtbot, window)
    assert speakers.model.row_of(speaker.id) is not None
    assert speakers.model.rowCount() < len(speakers.model._known)
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    undone = window.session.project.speakers.get(speaker.id)
    assert (undone.name, undone.note) == (speaker.name, "")


def test_merging_says_before_what_it_touches(qtbot, window, speakers):
    session, into = window.session, speakers.speaker
    press(window, "Ctrl+M")
    dialog = opened(qtbot, window, MergeDialog)
    assert not dialog.accept_button.isEnabled()
    other = dialog.model.speaker_at(0)
    before = len(quotes_of(session, into.id))
    moving = len(quotes_of(session, other.id))
    tick(dialog.model, 0)
    settle(qtbot, window)
    assert str(moving) in dialog.preview.text()
    assert other.name in dialog.preview.text()
    dialog.search.setText("لا أحد بهذا الاسم")
    assert [dialog.model.id_at(row) for row in range(dialog.model.rowCount())] == [other.id]
    dialog.accept_button.click()
    settle(qtbot, window)
    assert len(quotes_of(session, into.id)) == before + moving
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert len(quotes_of(session, into.id)) == before
    assert len(quotes_of(session, other.id)) == moving


def test_some_quotes_go_to_a_speaker_of_their_own(qtbot, window, speakers):
    session, speaker = window.session, speakers.speaker
    before = len(quotes_of(session, speaker.id))
    window.actions_["speakers.split"].trigger()
    dialog = opened(qtbot, window, SplitDialog)
    assert dialog.model.rowCount() == before
    assert not dialog.accept_button.isEnabled()
    moved = dialog.model.id_at(2)
    tick(dialog.model, 2)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert len(quotes_of(session, speaker.id)) == before - 1
    assert session.project.quotes.get(moved).speaker.id != speaker.id


@pytest.fixture
def alike(qtbot, window):
    """Two speakers whose names are nearly the same, as a typing error makes them."""
    session = window.session
    full = next(known for known in session.project.speakers.list() if len(known.name.split()) == 2)
    quote = next(
        row.id
        for row in session.project.quotes.rows(session.shown.ids)
        if row.speaker_id not in {full.id, None}
    )
    session.writing.perform(ops.CorrectSpeaker((quote,), f"{full.name}ي"))
    settle(qtbot, window)
    return full, session.project.quotes.get(quote).speaker


def test_names_that_are_alike_are_offered_merged_or_kept_apart(qtbot, window, alike):
    full, other = alike
    press(window, "Ctrl+Shift+M")
    dialog = opened(qtbot, window, SameDialog)
    settle(qtbot, window)
    pairs = [dialog.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.list.count())]
    place = next(
        row for row, pair in enumerate(pairs) if {pair.into.id, pair.other.id} == {full.id, other.id}
    )
    dialog.list.setCurrentRow(place)
    settle(qtbot, window)
    assert {side.model.rowCount() for side in dialog.sides} == {pairs[place].into.quotes, 1}
    dialog.two.click()
    settle(qtbot, window)
    assert (
        min(full.id, other.id),
        max(full.id, other.id),
    ) in window.session.project.speakers.distinct_pairs()
    assert dialog.list.count() == len(pairs) - 1
    press(window, "Ctrl+Z")
    dialog.reject()
    settle(qtbot, window)
    press(window, "Ctrl+Shift+M")
    settle(qtbot, window)
    dialog = window.findChildren(SameDialog)[-1]
    dialog.list.setCurrentRow(place)
    dialog.one.click()
    settle(qtbot, window)
    names = {known.name for known in window.session.project.speakers.list()}
    assert len({full.name, other.name} & names) == 1
    dialog.reject()


def test_likely_namesakes_stand_first_when_merging(qtbot, window, alike):
    full, other = alike
    window.session.select(quotes_of(window.session, full.id)[0])
    press(window, "Ctrl+M")
    dialog = opened(qtbot, window, MergeDialog)
    settle(qtbot, window)
    assert dialog.model.speaker_at(0).id == other.id
    dialog.reject()


def test_a_key_leads_from_a_quote_to_its_speaker_and_to_all_of_the_speaker_s_quotes(qtbot, window):
    quote = next(q for q in window.bench.reader.quotes if q.speaker is not None)
    window.session.select(quote.id)
    settle(qtbot, window)
    press(window, "Ctrl+J")
    settle(qtbot, window)
    assert window.bench.tab == "speakers"
    assert window.bench.speakers.speaker.id == quote.speaker.id
    window.actions_["speakers.only"].trigger()
    settle(qtbot, window)
    assert window.bench.tab == "table"
    assert list(window.session.shown.ids) == list(quotes_of(window.session, quote.speaker.id))
