"""Every action of the window, once: what menus, toolbar, keys, command palette and the sheet of keys show.

An action is declared in `SPECS`, bound to a handler by whoever can do it, and enabled when the facts
that it needs hold (a quote is chosen, there is something to undo …). Keys name places on a Latin
keyboard; keys without Ctrl or Alt never act while a text field has the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.keys import bare, combination_of
from ui.language import QT_TRANSLATE_NOOP, isolate, translated


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: `needs` are facts that must hold for it to be enabled."""

    id: str
    group: str
    text: str
    keys: str = ""
    needs: frozenset[str] = frozenset()
    icon: str = ""
    checkable: bool = False


GROUPS = {
    "project": QT_TRANSLATE_NOOP("groups", "Pro&ject"),
    "edit": QT_TRANSLATE_NOOP("groups", "&Edit"),
    "filter": QT_TRANSLATE_NOOP("groups", "&Filter"),
    "review": QT_TRANSLATE_NOOP("groups", "&Review"),
    "correct": QT_TRANSLATE_NOOP("groups", "&Correct"),
    "speakers": QT_TRANSLATE_NOOP("groups", "&Speakers"),
    "view": QT_TRANSLATE_NOOP("groups", "&View"),
    "help": QT_TRANSLATE_NOOP("groups", "&Help"),
}
"""The menus, in order."""

_PROJECT = frozenset({"project"})
_ARTICLE = frozenset({"article"})
_QUOTE = frozenset({"quote"})
_CUE = frozenset({"cue"})
_SELECTION = frozenset({"selection"})
_BOTH = frozenset({"quote", "selection"})
_WHO = frozenset({"who"})


def _spec(  # noqa: PLR0913 - one row of the table below
    group: str, name: str, text: str, keys: str = "", needs: frozenset[str] = frozenset(), *,
    icon: str = "", checkable: bool = False,
) -> Spec:  # fmt: skip
    return Spec(f"{group}.{name}", group, text, keys, needs, icon, checkable)


SPECS: tuple[Spec, ...] = (
    _spec("project", "import", QT_TRANSLATE_NOOP("actions", "Open articles…"), "Ctrl+O", icon="import"),
    _spec("project", "paste", QT_TRANSLATE_NOOP("actions", "Paste an article…"), "Ctrl+Shift+V", icon="paste"),
    _spec("project", "folder", QT_TRANSLATE_NOOP("actions", "Open a folder of articles…"), ""),
    _spec("project", "address", QT_TRANSLATE_NOOP("actions", "Open a web page or feed…"), "Ctrl+L"),
    _spec("project", "export", QT_TRANSLATE_NOOP("actions", "Export a quote sheet…"), "Ctrl+E", _PROJECT, icon="export"),
    _spec("project", "again", QT_TRANSLATE_NOOP("actions", "Detect quotes again…"), "Ctrl+R", _ARTICLE),
    _spec("project", "new", QT_TRANSLATE_NOOP("actions", "New project…"), "Ctrl+Shift+N"),
    _spec("project", "open", QT_TRANSLATE_NOOP("actions", "Open a project…"), "Ctrl+Shift+O"),
    _spec("project", "sample", QT_TRANSLATE_NOOP("actions", "Open the sample project")),
    _spec("project", "snapshots", QT_TRANSLATE_NOOP("actions", "Earlier states…"), "", _PROJECT),
    _spec("project", "settings", QT_TRANSLATE_NOOP("actions", "Settings…"), "Ctrl+,", icon="settings"),
    _spec("project", "quit", QT_TRANSLATE_NOOP("actions", "Quit"), "Ctrl+Q"),
    _spec("edit", "undo", QT_TRANSLATE_NOOP("actions", "Undo"), "Ctrl+Z", frozenset({"undo"}), icon="undo"),
    _spec("edit", "redo", QT_TRANSLATE_NOOP("actions", "Redo"), "Ctrl+Shift+Z", frozenset({"redo"}), icon="redo"),
    _spec("edit", "copy", QT_TRANSLATE_NOOP("actions", "Copy the quote with its source"), "Ctrl+Shift+C", _QUOTE),
    _spec("edit", "search", QT_TRANSLATE_NOOP("actions", "Search"), "Ctrl+F", _PROJECT),
    _spec("edit", "article", QT_TRANSLATE_NOOP("actions", "Edit the article's details…"), "F2", _ARTICLE),
    _spec("edit", "delete_article", QT_TRANSLATE_NOOP("actions", "Remove the article"), "", _ARTICLE),
    _spec("filter", "clear", QT_TRANSLATE_NOOP("actions", "Show all quotes"), "Ctrl+Backspace", frozenset({"filtered"})),
    _spec("filter", "save", QT_TRANSLATE_NOOP("actions", "Save this filter…"), "Ctrl+Shift+S", frozenset({"filtered"})),
    _spec("filter", "exact", QT_TRANSLATE_NOOP("actions", "Exact spelling"), "", _PROJECT, checkable=True),
    _spec("filter", "inside_words", QT_TRANSLATE_NOOP("actions", "Also inside words"), "", _PROJECT, checkable=True),
    _spec("filter", "unnamed", QT_TRANSLATE_NOOP("actions", "Only unnamed sources"), "", _PROJECT, checkable=True),
    _spec("filter", "no_acts", QT_TRANSLATE_NOOP("actions", "Without speech acts"), "", _PROJECT, checkable=True),
    _spec("filter", "no_repeats", QT_TRANSLATE_NOOP("actions", "Without repeated stories"), "", _PROJECT, checkable=True),
    _spec("filter", "range", QT_TRANSLATE_NOOP("actions", "Dates and confidence…"), "Ctrl+D", _PROJECT),
    _spec("review", "confirm", QT_TRANSLATE_NOOP("actions", "Confirm and go on"), "Return", _QUOTE, icon="confirm"),
    _spec("review", "reject", QT_TRANSLATE_NOOP("actions", "Reject and go on"), "X", _QUOTE, icon="reject"),
    _spec("review", "check", QT_TRANSLATE_NOOP("actions", "Needs checking"), "C", _QUOTE, icon="check"),
    _spec("review", "unreview", QT_TRANSLATE_NOOP("actions", "Back to unreviewed"), "U", _QUOTE),
    _spec("review", "next_unreviewed", QT_TRANSLATE_NOOP("actions", "Next unreviewed quote"), "N", _PROJECT),
    _spec("review", "next", QT_TRANSLATE_NOOP("actions", "Next quote"), "J", _PROJECT),
    _spec("review", "previous", QT_TRANSLATE_NOOP("actions", "Previous quote"), "K", _PROJECT),
    _spec("review", "parent", QT_TRANSLATE_NOOP("actions", "The quote around this one"), "B", _QUOTE),
    _spec("review", "note", QT_TRANSLATE_NOOP("actions", "Write a note"), "M", _QUOTE),
    _spec("review", "tag", QT_TRANSLATE_NOOP("actions", "Add a tag"), "T", _QUOTE),
    _spec("review", "verdict", QT_TRANSLATE_NOOP("actions", "Give a verdict"), "V", _QUOTE),
    _spec("review", "evidence", QT_TRANSLATE_NOOP("actions", "Add evidence…"), "E", _QUOTE),
    _spec("correct", "speaker", QT_TRANSLATE_NOOP("actions", "Correct the speaker"), "S", _QUOTE),
    _spec("correct", "direct", QT_TRANSLATE_NOOP("actions", "Direct quote"), "1", _QUOTE),
    _spec("correct", "indirect", QT_TRANSLATE_NOOP("actions", "Indirect quote"), "2", _QUOTE),
    _spec("correct", "mixed", QT_TRANSLATE_NOOP("actions", "Mixed quote"), "3", _QUOTE),
    _spec("correct", "reported", QT_TRANSLATE_NOOP("actions", "Reported speech"), "4", _QUOTE),
    _spec("correct", "add", QT_TRANSLATE_NOOP("actions", "New quote from the selection"), "A", _SELECTION),
    _spec("correct", "content", QT_TRANSLATE_NOOP("actions", "The selection is the quote"), "D", _BOTH),
    _spec("correct", "cue", QT_TRANSLATE_NOOP("actions", "The selection is the cue"), "F", _BOTH),
    _spec("correct", "source", QT_TRANSLATE_NOOP("actions", "The selection is the source"), "G", _BOTH),
    _spec("correct", "cue_class", QT_TRANSLATE_NOOP("actions", "Correct what the verb says"), "L", _CUE),
    _spec("correct", "start_earlier", QT_TRANSLATE_NOOP("actions", "Start a word earlier"), "Q", _QUOTE),
    _spec("correct", "start_later", QT_TRANSLATE_NOOP("actions", "Start a word later"), "W", _QUOTE),
    _spec("correct", "end_earlier", QT_TRANSLATE_NOOP("actions", "End a word earlier"), "O", _QUOTE),
    _spec("correct", "end_later", QT_TRANSLATE_NOOP("actions", "End a word later"), "P", _QUOTE),
    _spec("correct", "start_letter_earlier", QT_TRANSLATE_NOOP("actions", "Start a letter earlier"), "Alt+Q", _QUOTE),
    _spec("correct", "start_letter_later", QT_TRANSLATE_NOOP("actions", "Start a letter later"), "Alt+W", _QUOTE),
    _spec("correct", "end_letter_earlier", QT_TRANSLATE_NOOP("actions", "End a letter earlier"), "Alt+O", _QUOTE),
    _spec("correct", "end_letter_later", QT_TRANSLATE_NOOP("actions", "End a letter later"), "Alt+P", _QUOTE),
    _spec("correct", "split", QT_TRANSLATE_NOOP("actions", "Split the quote at the cursor"), "Y", _QUOTE),
    _spec("correct", "join", QT_TRANSLATE_NOOP("actions", "Join the selected quotes"), "H", frozenset({"several"})),
    _spec("correct", "delete", QT_TRANSLATE_NOOP("actions", "Delete the quote"), "Delete", _QUOTE),
    _spec("speakers", "page", QT_TRANSLATE_NOOP("actions", "The speaker's page"), "Ctrl+J", _WHO),
    _spec("speakers", "only", QT_TRANSLATE_NOOP("actions", "Only this speaker's quotes"), "", _WHO),
    _spec("speakers", "edit", QT_TRANSLATE_NOOP("actions", "Edit the speaker…"), "Shift+F2", _WHO),
    _spec("speakers", "merge", QT_TRANSLATE_NOOP("actions", "Merge speakers…"), "Ctrl+M", _WHO),
    _spec("speakers", "split", QT_TRANSLATE_NOOP("actions", "Split the speaker…"), "", _WHO),
    _spec("speakers", "same", QT_TRANSLATE_NOOP("actions", "Who may be the same…"), "Ctrl+Shift+M", _PROJECT),
    _spec("view", "context", QT_TRANSLATE_NOOP("actions", "Article in context"), "Ctrl+1", _PROJECT),
    _spec("view", "table", QT_TRANSLATE_NOOP("actions", "Table of quotes"), "Ctrl+2", _PROJECT),
    _spec("view", "speakers", QT_TRANSLATE_NOOP("actions", "Speakers"), "Ctrl+3", _PROJECT),
    _spec("view", "charts", QT_TRANSLATE_NOOP("actions", "Charts"), "Ctrl+4", _PROJECT),
    _spec("view", "next_article", QT_TRANSLATE_NOOP("actions", "Next article"), "]", _ARTICLE),
    _spec("view", "previous_article", QT_TRANSLATE_NOOP("actions", "Previous article"), "[", _ARTICLE),
    _spec("view", "next_pane", QT_TRANSLATE_NOOP("actions", "Go to the next pane"), "F6"),
    _spec("view", "menu", QT_TRANSLATE_NOOP("actions", "Go to the menus"), "F10"),
    _spec("view", "larger", QT_TRANSLATE_NOOP("actions", "Larger text"), "Ctrl++"),
    _spec("view", "smaller", QT_TRANSLATE_NOOP("actions", "Smaller text"), "Ctrl+-"),
    _spec("view", "normal_size", QT_TRANSLATE_NOOP("actions", "Normal text size"), "Ctrl+0"),
    _spec("view", "underline", QT_TRANSLATE_NOOP("actions", "Underline quote, cue and source"), "Ctrl+U", checkable=True),
    _spec("view", "theme", QT_TRANSLATE_NOOP("actions", "Light or dark"), "Ctrl+Shift+D"),
    _spec("view", "language", QT_TRANSLATE_NOOP("actions", "Arabic or English"), "Ctrl+Shift+L"),
    _spec("view", "palette", QT_TRANSLATE_NOOP("actions", "Find a command…"), "Ctrl+K", icon="palette"),
    _spec("help", "keys", QT_TRANSLATE_NOOP("actions", "Sheet of keys"), "F1"),
    _spec("help", "hints", QT_TRANSLATE_NOOP("actions", "First steps")),
    _spec("help", "about", QT_TRANSLATE_NOOP("actions", "About quotetrack")),
)  # fmt: skip

BREAKS = frozenset({
    "project.new", "project.settings", "edit.copy", "filter.exact", "filter.unnamed", "filter.range", "edit.search", "edit.article", "review.next_unreviewed",
    "review.note", "correct.direct", "correct.add", "correct.start_earlier", "correct.delete",
    "speakers.edit", "speakers.same", "view.next_article", "view.next_pane", "view.larger", "view.underline", "view.palette",
})  # fmt: skip
"""Actions that a line in their menu comes before."""


class Actions(QObject):
    """The registry at work: one QAction for each spec."""

    triggered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._handlers: dict[str, Callable[[], object]] = {}
        self._specs = {spec.id: spec for spec in SPECS}
        self._actions: dict[str, QAction] = {}
        self._by_key = {combination_of(spec.keys): spec.id for spec in SPECS if spec.keys}
        for spec in SPECS:
            action = QAction(parent)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.triggered.connect(lambda _checked=False, name=spec.id: self._run(name))
            if spec.keys and not bare(spec.keys):
                action.setShortcut(
                    QKeySequence.fromString(spec.keys, QKeySequence.SequenceFormat.PortableText)
                )
            parent.addAction(action)
            self._actions[spec.id] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def spec(self, name: str) -> Spec:
        """The declaration of the action `name`."""
        return self._specs[name]

    @property
    def bound(self) -> frozenset[str]:
        """The actions that have a handler."""
        return frozenset(self._handlers)

    def bind(self, name: str, handler: Callable[[], object]) -> None:
        """Let `handler` do the action `name` from now on.

        Raises:
            KeyError: no such action is declared.
        """
        if name not in self._specs:
            raise KeyError(name)
        self._handlers[name] = handler

    def _run(self, name: str) -> None:
        self.triggered.emit(name)
        self._handlers[name]()

    def update(self, facts: Iterable[str]) -> None:
        """Enable the actions whose needs are among `facts`."""
        held = frozenset(facts)
        for name, action in self._actions.items():
            action.setEnabled(self._specs[name].needs <= held)

    def for_key(self, combination: int) -> QAction | None:
        """The enabled action that a key stands for (`ui.keys.combination`)."""
        name = self._by_key.get(combination)
        return self._actions[name] if name and self._actions[name].isEnabled() else None

    def label(self, name: str) -> str:
        """The words of an action in the language of the window."""
        return translated("actions", self._specs[name].text)

    def keys(self, name: str) -> str:
        """The key of an action as it is written on the user's system; "" for none."""
        return native_keys(self._specs[name].keys)

    def retranslate(self) -> None:
        """Take the words of the language that the window speaks now."""
        for name, action in self._actions.items():
            label, keys = self.label(name), self.keys(name)
            # Beside Arabic words a bracket would be mirrored, and Ctrl++ end with its Ctrl.
            told = isolate(keys) if keys else ""
            qt_shows_it = keys[-1:].isalnum() and not bare(self._specs[name].keys)
            action.setText(f"{label}\t{told}" if told and not qt_shows_it else label)
            action.setToolTip(f"{label.rstrip('…')} ({told})" if told else label)


def native_keys(keys: str) -> str:
    """A key of the registry as the user's system writes it."""
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
