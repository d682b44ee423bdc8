"""Every pane and dialog of the window, brought up one by one."""

import time

from PySide6.QtWidgets import QApplication, QDialog

from quotetrack.importing import Outcome, Report, Result
from quotetrack.operations import CorrectSpeaker, Tag
from quotetrack.readers import ReadError
from tests.ui.hands import settle
from ui.dialogs.arrivals import ArrivalsDialog
from ui.dialogs.error import ErrorDialog
from ui.dialogs.feed import FeedDialog
from ui.dialogs.results import ResultsDialog
from ui.dialogs.words import FilterNameDialog, TagNameDialog

OPENED_BY = {
    "project.paste": "PasteDialog",
    "project.address": "AddressDialog",
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

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>جريدة الميدان</title>{}
</channel></rss>""".format(
    "".join(
        f"<item><title>خبر {number}</title><link>https://example.org/{number}</link></item>"
        for number in range(3)
    )
)
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


def _shown(window, kind):
    """The dialog `kind`, once it is there."""
    found = []

    def there():
        QApplication.processEvents()
        found[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        return bool(found)

    until = time.monotonic() + 20
    while not there():
        assert time.monotonic() < until
    return found[0]


def _filter(window, _folder):
    window.session.shown.narrow(speech_acts=False)
    window._update_actions()
    window.actions_["filter.save"].trigger()
    return _shown(window, FilterNameDialog)


def _tag(window, _folder):
    window.session.writing.perform(Tag((window.session.quote_id,), "للمتابعة"))
    (tag,) = window.session.project.tags.list()
    window.beside.show("tag", tag.id)
    return _shown(window, TagNameDialog)


def _arrivals(window, folder):
    (folder / "table.csv").write_text("A,B\nعودة القطار,قال سالم عبود إن القطار سيعود.\n", encoding="utf-8")
    (folder / "خبر.txt").write_text("قال سالم عبود إن القطار سيعود.", encoding="utf-8")
    window.settings.look_first = True
    window.commands.take_files([folder / "table.csv", folder / "خبر.txt"])
    return _shown(window, ArrivalsDialog)


def _feed(window, folder):
    (folder / "feed.rss").write_text(FEED, encoding="utf-8")
    window.commands.take_files([folder / "feed.rss"])
    return _shown(window, FeedDialog)


def _results(window, _folder):
    window.commands.arrivals._show_results(Report(RESULTS, 0.1))
    return _shown(window, ResultsDialog)


def _error(window, _folder):
    window.trouble(KeyError("missing"))
    return _shown(window, ErrorDialog)


DIALOGS = {name: _by_action(action, name) for action, name in OPENED_BY.items()} | {
    "SameDialog": _same,
    "FilterNameDialog": _filter,
    "TagNameDialog": _tag,
    "ArrivalsDialog": _arrivals,
    "FeedDialog": _feed,
    "ResultsDialog": _results,
    "ErrorDialog": _error,
}
"""How each dialog is brought up, by its class."""
IMPORT = ("ArrivalsDialog", "FeedDialog", "PasteDialog")
"""The dialogs in which it is decided what is imported."""


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
