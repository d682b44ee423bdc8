"""Every pane and dialog of the window, brought up one by one."""

from PySide6.QtWidgets import QDialog

from quotetrack.importing import ImportQueue, Outcome, Report, Result
from quotetrack.operations import CorrectSpeaker
from quotetrack.readers import FeedEntry, ReadError
from tests.ui.hands import settle
from ui.dialogs.arrivals import ArrivalsDialog
from ui.dialogs.error import ErrorDialog
from ui.dialogs.feed import FeedDialog
from ui.dialogs.results import ResultsDialog

OPENED_BY = {
    "project.paste": "PasteDialog",
    "project.export": "ExportDialog",
    "project.settings": "Preferences",
    "project.snapshots": "SnapshotsDialog",
    "edit.article": "ArticleDialog",
    "project.again": "AgainDialog",
    "filter.range": "RangeDialog",
    "speakers.edit": "SpeakerDialog",
    "speakers.merge": "MergeDialog",
    "speakers.split": "SplitDialog",
    "review.evidence": "EvidenceDialog",
    "view.palette": "Palette",
    "help.keys": "KeysDialog",
    "help.hints": "HintsDialog",
    "help.about": "AboutDialog",
}
"""Dialogs that an action opens, by their class."""

RESULTS = (
    Result(name="a.txt", outcome=Outcome.IMPORTED, title="عودة المياه", article=1, quotes=3),
    Result(name="b.txt", outcome=Outcome.DUPLICATE, duplicate_of=4),
    Result(name="c.txt", outcome=Outcome.FAILED, error=ReadError("readers.empty", name="c.txt")),
)


def _by_action(action, name):
    def show(window, _folder):
        if action == "project.snapshots":
            window.session.project.snapshot()
        window.actions_[action].trigger()
        return next(each for each in window.findChildren(QDialog) if type(each).__name__ == name)

    return show


def _same(window, folder):
    project = window.session.project
    known = next(one for one in project.speakers.list() if len(one.name.split()) == 2)
    rows = project.quotes.rows(window.session.shown.ids)
    other = next(row for row in rows if row.speaker_id not in {None, known.id})
    window.session.writing.perform(CorrectSpeaker((other.id,), f"{known.name}ي"))
    return _by_action("speakers.same", "SameDialog")(window, folder)


def _arrivals(window, folder):
    (folder / "table.csv").write_text("A,B\nعودة القطار,قال سالم عبود إن القطار سيعود.\n", encoding="utf-8")
    (folder / "خبر.txt").write_text("قال سالم عبود إن القطار سيعود.", encoding="utf-8")
    queue = ImportQueue(window.session.project, [folder / "table.csv", folder / "خبر.txt"])
    dialog = ArrivalsDialog(window.desk, window, queue)
    dialog.show()
    return dialog


def _feed(window, _folder):
    entries = [FeedEntry(title=f"خبر {number}", link=f"https://example.org/{number}") for number in range(3)]
    dialog = FeedDialog(window.desk, window, "https://example.org/feed", entries)
    dialog.show()
    return dialog


def _results(window, _folder):
    dialog = ResultsDialog(window.desk, window, Report(RESULTS, 0.1))
    dialog.show()
    return dialog


def _error(window, _folder):
    dialog = ErrorDialog(window, KeyError("missing"))
    dialog.show()
    return dialog


DIALOGS = {name: _by_action(action, name) for action, name in OPENED_BY.items()} | {
    "SameDialog": _same,
    "ArrivalsDialog": _arrivals,
    "FeedDialog": _feed,
    "ResultsDialog": _results,
    "ErrorDialog": _error,
}
"""How each dialog is brought up, by its class."""


def show_dialog(qtbot, window, name, folder):
    """The dialog `name`, shown before the window; the files that it needs are made in `folder`."""
    if name in {"SpeakerDialog", "MergeDialog", "SplitDialog"}:
        window.actions_["view.speakers"].trigger()
        settle(qtbot, window)
    dialog = DIALOGS[name](window, folder)
    assert type(dialog).__name__ == name
    qtbot.waitUntil(dialog.isVisible)
    settle(qtbot, window)
    return dialog
