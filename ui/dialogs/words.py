"""One line of text: a name or an address."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import GoneError, Project
from ui.dialogs.base import Dialog


class WordsDialog(Dialog):
    """Asks a question that a line answers; so far the answer is `value`."""

    def __init__(self, parent: QWidget, title: str, question: str, accept: str, value: str = "") -> None:
        super().__init__(parent, title, about=value, width=440)
        self.field = QLineEdit(value)
        self.field.setAccessibleName(question)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(question, self.field)
        self.column.addLayout(form)
        self.add_buttons(accept)
        self.field.textChanged.connect(lambda _text: self._check())
        self.field.selectAll()
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.words()))

    def words(self) -> str:
        """What is typed, without spaces around it."""
        return self.field.text().strip()


class AddressDialog(WordsDialog):
    """Asks for an address of the web."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Open a web page or feed"),
            self.tr("Address of the page or the feed"),
            self.tr("Open"),
        )


class FilterNameDialog(WordsDialog):
    """Asks what the filter `wanted` is to be called."""

    def __init__(self, parent: QWidget, wanted: QuoteFilter) -> None:
        super().__init__(parent, self.tr("Save this filter"), self.tr("Name of the filter"), self.tr("Save"))
        self._wanted = wanted

    def operation(self) -> ops.Operation:
        """What has to be done."""
        return ops.SaveFilter(self.words(), self._wanted)


class TagNameDialog(WordsDialog):
    """Asks what the tag with the id `tag` is called from now on.

    Raises:
        GoneError: there is no such tag.
    """

    def __init__(self, parent: QWidget, project: Project, tag: int) -> None:
        self._tag, self._name = tag, str(tag)
        self._name = self.thing(project)
        super().__init__(
            parent, self.tr("Rename the tag"), self.tr("New name"), self.tr("Rename"), self._name
        )

    def thing(self, project: Project) -> str:
        for known in project.tags.list():
            if known.id == self._tag:
                return known.name
        raise GoneError("store.gone_tag", name=self._name)

    def operation(self) -> ops.Operation:
        """What has to be done."""
        return ops.RenameTag(self._tag, self.words())
