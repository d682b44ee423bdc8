"""Only import, export, merging and the settings hold the window up; all else stands beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quotetrack import operations as ops
from tests.ui.dialogs import DIALOGS, IMPORT, show_dialog
from tests.ui.hands import answer, press, settle, type_text
from ui.dialogs.article import ArticleDialog
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.range import RangeDialog
from ui.dialogs.same import SameDialog
from ui.dialogs.speaker import SpeakerDialog, SplitDialog
from ui.dialogs.words import FilterNameDialog, TagNameDialog

MODAL = {*IMPORT, "ExportDialog", "MergeDialog", "Preferences"}


@pytest.fixture
def session(window):
    return window.session


def shown(window, kind):
    return [each for each in window.findChildren(kind) if each.isVisible()]


def only(window, kind):
    [dialog] = shown(window, kind)
    return dialog


@pytest.mark.parametrize("name", DIALOGS)
def test_what_holds_the_window_up(qtbot, window, tmp_path, name):
    dialog = show_dialog(qtbot, window, name, tmp_path)
    assert (dialog.windowModality() is not Qt.WindowModality.NonModal) == (name in MODAL)
    assert dialog.isModal() == (name in MODAL)
    dialog.close()


def test_evidence_goes_to_the_quote_it_was_opened_for(qtbot, window, session):
    first, second = session.shown.ids[:2]
    session.select(first)
    press(window, "E")
    dialog = only(window, EvidenceDialog)
    type_text(dialog.title, "تقرير الهيئة")
    session.select(second)
    press(window, "X")
    settle(qtbot, window)
    assert session.quote_id != second
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert [piece.title for piece in session.project.quotes.get(first).evidence] == ["تقرير الهيئة"]
    assert shown(window, EvidenceDialog) == []
    qtbot.waitUntil(window.isActiveWindow)


def test_there_is_one_of_each_kind_and_what_is_typed_is_not_replaced(qtbot, window, session):
    first, second = session.shown.ids[:2]
    session.select(first)
    press(window, "E")
    untouched = only(window, EvidenceDialog)
    session.select(second)
    press(window, "E")
    dialog = only(window, EvidenceDialog)
    assert dialog is not untouched, "about the other quote"
    type_text(dialog.title, "تقرير")
    session.select(first)
    press(window, "E")
    assert only(window, EvidenceDialog) is dialog
    assert dialog.windowTitle() in window.bench.notice.text
    press(window, "F2")
    assert len(shown(window, ArticleDialog)) == len(shown(window, EvidenceDialog)) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    only(window, ArticleDialog).reject()
    assert session.project.quotes.get(second).evidence == ()


def test_a_quote_that_is_gone_is_said_and_nothing_typed_is_lost(qtbot, window, session):
    quote = session.quote_id
    press(window, "E")
    dialog = only(window, EvidenceDialog)
    type_text(dialog.title, "تقرير")
    session.writing.perform(ops.DeleteQuotes((quote,)))
    settle(qtbot, window)
    assert window.bench.notice.isVisible()
    assert window.bench.notice.text in dialog._word.text()
    dialog.accept_button.click()
    settle(qtbot, window)
    assert dialog.isVisible()
    assert dialog.title.text() == "تقرير"
    assert not dialog._word.isHidden()
    session.writing.undo()
    settle(qtbot, window)
    assert dialog._word.isHidden()
    dialog.accept_button.click()
    settle(qtbot, window)
    assert [piece.title for piece in session.project.quotes.get(quote).evidence] == ["تقرير"]


def test_a_piece_of_evidence_that_was_removed_is_said(qtbot, window, session):
    quote = session.quote_id
    session.writing.perform(ops.AddEvidence(quote, "https://example.org/r", "تقرير", ""))
    settle(qtbot, window)
    (piece,) = session.quote().evidence
    window.beside.show("evidence", (quote, piece.id))
    dialog = only(window, EvidenceDialog)
    type_text(dialog.note, "الصفحة 4")
    session.writing.undo()
    settle(qtbot, window)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog._word.text()
    dialog.note.clear()
    dialog.reject()


def test_of_an_article_only_what_was_changed_here_is_saved(qtbot, window, session):
    article = session.article_id
    press(window, "F2")
    dialog = only(window, ArticleDialog)
    dialog.fields.title.setText("عنوان من النافذة")
    other = next(each.id for each in session.project.articles.list() if each.id != article)
    session.show_article(other)
    session.writing.perform(ops.EditArticle(article=article, author="سالم عبود"))
    settle(qtbot, window)
    assert dialog._word.text()
    dialog.accept_button.click()
    settle(qtbot, window)
    known = session.project.articles.get(article).article
    assert (known.title, known.author) == ("عنوان من النافذة", "سالم عبود")


def test_one_in_which_nothing_was_typed_is_read_anew(qtbot, window, session):
    press(window, "F2")
    before = only(window, ArticleDialog)
    session.writing.perform(ops.EditArticle(article=session.article_id, author="سالم عبود"))
    settle(qtbot, window)
    press(window, "F2")
    dialog = only(window, ArticleDialog)
    assert dialog is not before
    assert dialog.fields.author.text() == "سالم عبود"
    assert dialog._word.isHidden()
    press(window, "F2")
    assert only(window, ArticleDialog) is dialog
    dialog.reject()


def test_an_article_that_was_deleted_is_said(qtbot, window, session):
    press(window, "F2")
    dialog = only(window, ArticleDialog)
    dialog.fields.author.setText("سالم")
    window.actions_["edit.delete_article"].trigger()
    settle(qtbot, window)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.fields.author.text() == "سالم"
    session.writing.undo()
    settle(qtbot, window)
    dialog.accept_button.click()
    assert shown(window, ArticleDialog) == []


def test_a_speaker_who_was_merged_away_is_said(qtbot, window, session):
    speaker = session.quote().speaker
    press(window, "Shift+F2")
    dialog = only(window, SpeakerDialog)
    dialog.note.setPlainText("يراجَع")
    other = next(one for one in session.project.speakers.list() if one.id != speaker.id)
    session.writing.perform(ops.MergeSpeakers(other.id, (speaker.id,)))
    settle(qtbot, window)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog._word.text()
    session.writing.undo()
    session.writing.perform(ops.SetAliases(speaker.id, (*speaker.aliases, "اسم آخر")))
    settle(qtbot, window)
    dialog.aliases.appendPlainText("اسم ثالث")
    dialog.accept_button.click()
    settle(qtbot, window)
    known = session.project.speakers.get(speaker.id)
    assert known.note == "يراجَع"
    assert {"اسم آخر", "اسم ثالث"} <= set(known.aliases)


def test_quotes_that_went_elsewhere_are_not_split(qtbot, window, session):
    speaker = next(one for one in session.project.speakers.list() if one.quotes > 3)
    session.select(session.project.speakers.quote_ids((speaker.id,))[0])
    window.actions_["speakers.split"].trigger()
    settle(qtbot, window)
    dialog = only(window, SplitDialog)
    for row in (0, 1):
        dialog.model.setData(dialog.model.index(row), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    gone, moved = dialog.chosen()
    session.writing.perform(ops.DeleteQuotes((gone,)))
    settle(qtbot, window)
    assert dialog.chosen() == (moved,)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert session.project.quotes.get(moved).speaker.id != speaker.id


def test_pairs_follow_what_is_merged_and_undone_meanwhile(qtbot, window, tmp_path, session):
    dialog = show_dialog(qtbot, window, "SameDialog", tmp_path)
    assert type(dialog) is SameDialog
    before = dialog.list.count()
    assert before
    dialog.one.click()
    settle(qtbot, window)
    assert dialog.list.count() < before
    session.writing.undo()
    settle(qtbot, window)
    assert dialog.list.count() == before
    dialog.reject()


def test_a_filter_is_saved_as_it_was_when_asked_for(qtbot, window, session):
    window.actions_["filter.no_acts"].trigger()
    settle(qtbot, window)
    wanted = session.shown.filter
    press(window, "Ctrl+Shift+S")
    window.actions_["filter.no_repeats"].trigger()
    settle(qtbot, window)
    answer(window, FilterNameDialog, "للتدقيق")
    settle(qtbot, window)
    [saved] = session.project.saved_filters.list()
    assert (saved.name, saved.filter) == ("للتدقيق", wanted)


def test_dates_leave_the_other_conditions_alone(qtbot, window, session):
    press(window, "Ctrl+D")
    dialog = only(window, RangeDialog)
    dialog.least.setCurrentIndex(dialog.least.findData(90))
    window.actions_["filter.no_acts"].trigger()
    settle(qtbot, window)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert session.shown.filter.confidence == (0.9, 1.0)
    assert session.shown.filter.speech_acts is False


def test_a_tag_that_is_gone_and_a_name_that_is_taken_leave_the_answer(qtbot, window, session):
    for tag in ("أول", "ثان"):
        session.writing.perform(ops.Tag((session.quote_id,), tag))
    settle(qtbot, window)
    first = next(tag for tag in session.project.tags.list() if tag.name == "أول")
    window.beside.show("tag", first.id)
    dialog = only(window, TagNameDialog)
    answer(window, TagNameDialog, "ثان")
    settle(qtbot, window)
    assert dialog.isVisible()
    assert window.bench.notice.text == dialog._word.text() != ""
    session.writing.perform(ops.DeleteTag(first.id))
    settle(qtbot, window)
    answer(window, TagNameDialog, "ثالث")
    assert dialog.isVisible()
    assert dialog.words() == "ثالث"
    session.writing.undo()
    settle(qtbot, window)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert {tag.name for tag in session.project.tags.list()} == {"ثالث", "ثان"}


@pytest.mark.parametrize("name", ["EvidenceDialog", "ArticleDialog", "SplitDialog", "RangeDialog"])
def test_what_was_typed_goes_along_into_the_other_language(qtbot, window, tmp_path, name):
    dialog = show_dialog(qtbot, window, name, tmp_path)
    if name == "SplitDialog":
        dialog.model.setData(dialog.model.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        dialog.name.setText("سالم")
    elif name == "RangeDialog":
        dialog.has_since.setChecked(True)
    else:
        field = dialog.title if name == "EvidenceDialog" else dialog.fields.title
        field.setText("قيد الكتابة")
    before, title = dialog.entered(), dialog.windowTitle()
    kind = type(dialog)
    window.actions_["view.language"].trigger()
    settle(qtbot, window)
    now = only(window, kind)
    assert now.entered() == before
    assert now.touched
    assert now.windowTitle() != title
    now.accept_button.click()
    settle(qtbot, window)
    assert shown(window, kind) == []


def test_in_the_other_language_only_what_was_changed_here_is_kept(qtbot, window, session):
    article = session.article_id
    press(window, "F2")
    only(window, ArticleDialog).fields.title.setText("قيد الكتابة")
    session.writing.perform(ops.EditArticle(article=article, author="سالم عبود"))
    settle(qtbot, window)
    window.actions_["view.language"].trigger()
    settle(qtbot, window)
    dialog = only(window, ArticleDialog)
    assert (dialog.fields.title.text(), dialog.fields.author.text()) == ("قيد الكتابة", "سالم عبود")
    session.writing.perform(ops.DeleteArticles((article,)))
    settle(qtbot, window)
    window.actions_["view.language"].trigger()
    settle(qtbot, window)
    assert only(window, ArticleDialog).fields.title.text() == "قيد الكتابة"
    session.writing.undo()
    settle(qtbot, window)
    only(window, ArticleDialog).accept_button.click()
    settle(qtbot, window)
    known = session.project.articles.get(article).article
    assert (known.title, known.author) == ("قيد الكتابة", "سالم عبود")
