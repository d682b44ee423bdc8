"""What is typed is kept when the window or the project is closed, without a question, and shown again."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from quotetrack import operations as ops
from quotetrack.store import Project
from tests.ui.dialogs import DIALOGS, show_dialog
from tests.ui.hands import press, settle, type_text
from tests.ui.test_beside import only, shown
from ui.dialogs.article import ArticleDialog
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.paste import PasteDialog
from ui.dialogs.range import RangeDialog
from ui.dialogs.speaker import SpeakerDialog, SplitDialog
from ui.dialogs.words import AddressDialog
from ui.drafts import Draft, from_text, to_text
from ui.main_window import MainWindow
from ui.settings import Settings


@pytest.fixture
def other_file(tmp_path, project_file):
    return shutil.copy(project_file, tmp_path / "آخر.qtrack")


@pytest.fixture
def again(qtbot, asking, tmp_path):
    """Starts the program anew, on a project where one is named."""

    def start(project=None):
        window = MainWindow(Settings(tmp_path / "settings.ini"), asking)
        qtbot.addWidget(window, before_close_func=lambda each: settle(qtbot, each))
        window.show()
        qtbot.waitExposed(window)
        if project is not None:
            window.session.open(project)
        settle(qtbot, window)
        return window

    return start


def type_role(qtbot, window):
    """Type into the speaker's dialog."""
    press(window, "Shift+F2")
    dialog = only(window, SpeakerDialog)
    dialog.role.setFocus()
    dialog.role.clear()
    type_text(dialog.role, "وزيرة سابقة")
    dialog.note.setPlainText("يراجَع\nمع المكتب")
    return dialog


def check_role(dialog):
    assert (dialog.role.text(), dialog.note.toPlainText()) == ("وزيرة سابقة", "يراجَع\nمع المكتب")
    assert dialog.touched
    assert not dialog._reminder.isHidden()


def test_what_is_typed_is_there_when_the_window_opens_again(qtbot, spoken, asking, again, project_file):
    dialog = type_role(qtbot, spoken)
    speaker, title = dialog.speaker, dialog.windowTitle()
    assert spoken.close()
    assert asking.asked == []
    window = again(project_file)
    dialog = only(window, SpeakerDialog)
    assert dialog.windowTitle() == title
    assert dialog._reminder.text() == window.beside.tr("This is what you had typed before it was closed.")
    check_role(dialog)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert window.session.project.speakers.get(speaker).role == "وزيرة سابقة"
    window.close()
    assert shown(again(project_file), SpeakerDialog) == []


def test_what_is_typed_is_kept_with_its_project(qtbot, spoken, asking, project_file, other_file):
    type_role(qtbot, spoken)
    press(spoken, "Ctrl+L")
    asking.answers["file"] = other_file
    spoken.actions_["project.open"].trigger()
    settle(qtbot, spoken)
    assert spoken.session.project.path == other_file
    assert shown(spoken, SpeakerDialog) == []
    only(spoken, AddressDialog).reject()
    asking.answers["file"] = project_file
    spoken.actions_["project.open"].trigger()
    settle(qtbot, spoken)
    check_role(only(spoken, SpeakerDialog))
    spoken.actions_["view.language"].trigger()
    settle(qtbot, spoken)
    check_role(only(spoken, SpeakerDialog))
    assert {kind for kind, _ in asking.asked} == {"file"}
    # Closed once more it is kept once more; put away by the user it is gone.
    spoken.session.open(other_file)
    spoken.session.open(project_file)
    settle(qtbot, spoken)
    dialog = only(spoken, SpeakerDialog)
    check_role(dialog)
    dialog.reject()
    spoken.session.open(other_file)
    spoken.session.open(project_file)
    settle(qtbot, spoken)
    assert shown(spoken, SpeakerDialog) == []


def test_only_what_was_changed_is_brought_back(qtbot, window, again, project_file):
    dialog = type_role(qtbot, window)
    speaker = dialog.speaker
    window.close()
    with Project.open(project_file) as project:
        ops.perform(project, ops.RenameSpeaker(speaker, "اسم آخر"))
    window = again(project_file)
    dialog = only(window, SpeakerDialog)
    check_role(dialog)
    assert dialog.name.text() == "اسم آخر"


def test_of_what_is_gone_the_words_are_told(qtbot, window, again, project_file, qapp):
    dialog = type_role(qtbot, window)
    quotes = tuple(window.session.project.speakers.quote_ids((dialog.speaker,)))
    speaker = dialog.speaker
    window.close()
    with Project.open(project_file) as project:
        other = next(one.id for one in project.speakers.list() if one.id != speaker)
        assert quotes
        ops.perform(project, ops.MergeSpeakers(other, (speaker,)))
    window = again(project_file)
    assert shown(window, SpeakerDialog) == []
    notice = window.bench.notice
    assert notice.isVisible()
    assert "وزيرة سابقة" in notice.text
    notice._action.click()
    assert qapp.clipboard().text() == "وزيرة سابقة\nيراجَع\nمع المكتب"
    window.close()
    window = again(project_file)
    assert "وزيرة سابقة" not in window.bench.notice.text


def test_what_is_about_no_project_is_kept_for_the_window(qtbot, window, asking, again):
    press(window, "Ctrl+L")
    only(window, AddressDialog).field.setText("https://example.org/a")
    press(window, "Ctrl+Shift+V")
    pasting = only(window, PasteDialog)
    pasting.text.setPlainText("خبر\nقال الوزير سامر العلي إن الطريق سيفتح.")
    pasting.fields.outlet.setText("الميدان")
    window.close()
    assert asking.asked == []
    fresh = again()
    assert fresh.session.project is None
    qtbot.waitUntil(lambda: bool(shown(fresh, PasteDialog)))
    assert only(fresh, AddressDialog).words() == "https://example.org/a"
    pasting = only(fresh, PasteDialog)
    assert pasting.isModal()
    assert pasting.text.toPlainText().startswith("خبر\nقال")
    qtbot.waitUntil(lambda: not pasting._pause.isActive())  # the text is looked at again
    assert pasting.fields.outlet.text() == "الميدان"
    pasting.reject()
    only(fresh, AddressDialog).reject()
    fresh.close()
    later = again()
    QApplication.processEvents()
    assert shown(later, AddressDialog) == shown(later, PasteDialog) == []


def test_several_dialogs_come_back_with_dates_ticks_and_choices(qtbot, window, again, project_file):
    session = window.session
    speaker = next(one for one in session.project.speakers.list() if one.quotes > 3)
    session.select(session.project.speakers.quote_ids((speaker.id,))[0])
    window.actions_["speakers.split"].trigger()
    settle(qtbot, window)
    split = only(window, SplitDialog)
    split.model.setData(split.model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    press(window, "Ctrl+D")
    ends = only(window, RangeDialog)
    ends.has_since.setChecked(True)
    ends.since.setDate(QDate(2024, 3, 1))
    ends.least.setCurrentIndex(ends.least.findData(35))
    press(window, "E")
    type_text(only(window, EvidenceDialog).title, "تقرير")
    press(window, "F2")
    dated = only(window, ArticleDialog).fields
    dated.day.setDate(QDate(2020, 2, 29))
    before = {
        kind: only(window, kind).entered()
        for kind in (SplitDialog, RangeDialog, EvidenceDialog, ArticleDialog)
    }
    window.close()
    window = again(project_file)
    assert {kind: only(window, kind).entered() for kind in before} == before
    assert only(window, SplitDialog).accept_button.isEnabled()


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_every_dialog_is_closed_without_a_question(qtbot, window, tmp_path, name):
    dialog = show_dialog(qtbot, window, name, tmp_path)
    begun = getattr(dialog, "begun", ())
    if begun:
        kept = Draft("any", None, tuple(begun), tuple(dialog.entered()))
        assert from_text(to_text([kept])) == [kept]
    window.session.close()
    dialog.close()
    assert window.close()


VALUES = st.text() | st.booleans() | st.integers() | st.none() | st.dates().map(QDate)
VALUES |= st.lists(st.integers()).map(tuple)


@given(
    st.lists(
        st.builds(
            Draft,
            kind=st.text(),
            about=st.none() | st.integers() | st.text() | st.lists(st.integers()).map(tuple),
            begun=st.lists(VALUES).map(tuple),
            entered=st.lists(VALUES).map(tuple),
        )
    )
)
def test_drafts_are_read_as_they_were_written(kept):
    assert from_text(to_text(kept)) == kept


@pytest.mark.parametrize(
    "text", ["{", "[1]", "[[]]", '[["speaker"]]', '[["a", 1, 2, 3, 4]]', "null", '{"day": 1}']
)
def test_what_is_no_draft_is_passed_over(text):
    assert from_text(text) == []


@pytest.mark.parametrize("kind", ["speaker", "no such kind"])
def test_a_draft_of_another_version_is_told(qtbot, window, project_file, settings, other_file, kind):
    speaker = window.session.quote().speaker.id
    window.session.open(other_file)
    settings.keep_place(project_file, "drafts", to_text([Draft(kind, speaker, ("",), ("مكتوب",))]))
    window.session.open(project_file)
    settle(qtbot, window)
    assert shown(window, SpeakerDialog) == []
    assert "مكتوب" in window.bench.notice.text
