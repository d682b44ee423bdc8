"""How a quote sheet is to be written: which quotes, format, columns, and how it will begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from quotetrack.errors import QuotetrackError
from quotetrack.exports.columns import BY_KEY, COLUMNS, PRESETS
from quotetrack.exports.exporting import Chosen
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Group, Options
from quotetrack.exports.previewing import Preview, preview
from quotetrack.filters import QuoteFilter
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import MovableList, dress
from ui.language import direction_of
from ui.models.arrivals import plain_tip
from ui.tasks import Task
from ui.widgets.basic import label
from ui.widgets.cells import OwnDirection

_ROWS = 12
"""Quotes in the preview."""
_PATIENCE = 300
"""Milliseconds after which a preview that is still being made says so."""
_OWN = "own"
_KEY = Qt.ItemDataRole.UserRole
_FONT = re.compile(r"(base64,)[A-Za-z0-9+/=]{200,}")
_LONGEST_TEXT = 60_000


class Scope(StrEnum):
    """Which quotes go on the sheet."""

    SHOWN = "shown"
    CHOSEN = "chosen"
    EVERYTHING = "everything"


class ExportDialog(Dialog):
    """Asks for quotes, format and columns, and shows how the sheet will begin; CSV stands ready."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Export a quote sheet"), width=980)
        self._desk = desk
        self._session = desk.session
        self._previewing: Task | None = None
        self._targets = tuple(self._session.targets)
        # Several changes at once ask for one preview.
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._preview)
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        last = desk.settings.sheet
        self._own = tuple(key for key in last["columns"].split(",") if key in BY_KEY) or PRESETS["full"]
        row = QHBoxLayout()
        row.setSpacing(26)
        row.addLayout(self._questions(), 2)
        row.addLayout(self._answer(), 3)
        self.column.addLayout(row, 1)
        self.add_buttons(self.tr("Choose a file…"))
        self.resize(1000, 640)
        self._set(self.format, last["format"])
        self._fit()
        if self.chosen_format().form.preset:
            self._set(self.preset, last["preset"])
            self._take_preset()
        self._set(self.group, last["group"])
        self._listen()
        self._count_everything()
        self.finished.connect(lambda _result: self._stop())

    # --- building --------------------------------------------------------------------------------

    def _questions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(self.tr("Which quotes"), "caption"))
        tongue = self._desk.tongue
        self._scopes: dict[Scope, QRadioButton] = {}
        self._scope_group = QButtonGroup(self)
        for scope, text in (
            (Scope.SHOWN, self.tr("What is shown ({})").format(tongue.number(len(self._session.shown.ids)))),
            (Scope.CHOSEN, self.tr("What is selected ({})").format(tongue.number(len(self._targets)))),
            (Scope.EVERYTHING, self.tr("Everything in the project")),
        ):
            made = self._scopes[scope] = QRadioButton(text)
            self._scope_group.addButton(made)
            column.addWidget(made)
        self._scopes[Scope.SHOWN].setChecked(True)
        self._scopes[Scope.CHOSEN].setEnabled(bool(self._targets))
        column.addSpacing(6)
        column.addLayout(self._form())
        self._columns_caption = label(self.tr("Columns, in this order (drag, or Alt+↑↓)"), "caption")
        column.addWidget(self._columns_caption)
        self.columns = MovableList()
        self.columns.setObjectName("framed")
        self.columns.setAccessibleName(self._columns_caption.text())
        self.columns.setMinimumHeight(120)
        column.addWidget(self.columns, 1)
        for box in (self.repeats, self.bom, self.guard):
            column.addWidget(box)
        return column

    def _form(self) -> QFormLayout:
        tongue = self._desk.tongue
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.format, self.preset, self.group = QComboBox(), QComboBox(), QComboBox()
        for each in Format:
            self.format.addItem(each.label(tongue.language), each.value)
        for name in PRESETS:
            self.preset.addItem(tongue.message(f"exports.preset.{name}"), name)
        self.preset.addItem(self.tr("Your own choice"), _OWN)
        for word, group in ((self.tr("Speaker"), Group.SPEAKER), (self.tr("Article"), Group.ARTICLE)):
            self.group.addItem(word, group.value)
        for word, field in (
            (self.tr("Format"), self.format),
            (self.tr("Columns"), self.preset),
            (self.tr("Gathered by"), self.group),
        ):
            form.addRow(word, field)
            field.setAccessibleName(word)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(14)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.repeats = QCheckBox(self.tr("Also what another telling of a story has already"))
        self.bom = QCheckBox(self.tr("Mark it as UTF-8 for Excel"))
        self.guard = QCheckBox(self.tr("Keep spreadsheets from running cells (= + - @)"))
        for box in (self.bom, self.guard):
            box.setChecked(True)
        return form

    def _answer(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        caption = self.tr("How it will begin")
        column.addWidget(label(caption, "caption"))
        self.stack = QStackedWidget()
        self.table = QTableWidget()
        dress(self.table, caption)
        self.table.setItemDelegate(OwnDirection(self.table))
        self.table.setWordWrap(False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.page = QScrollArea()
        self.page.setObjectName("framed")
        self.page.setWidget(self._page)
        self.page.setWidgetResizable(True)
        for shown in (self.table, self.text, self.page):
            shown.setAccessibleName(caption)
            self.stack.addWidget(shown)
        self.waiting = label(self.tr("Preparing the preview…"), "muted")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.waiting)
        column.addWidget(self.stack, 1)
        self._trouble = label("", "warning", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        return column

    def _listen(self) -> None:
        self.format.currentIndexChanged.connect(lambda _index: self._fit())
        self.preset.activated.connect(lambda _index: self._take_preset())
        self.columns.itemChanged.connect(lambda _item: self._take_columns())
        self.columns.moved.connect(self._take_columns)
        self._scope_group.buttonClicked.connect(lambda _button: self._pause.start())
        for field in (self.format, self.preset, self.group):
            field.currentIndexChanged.connect(lambda _index: self._pause.start())
        for box in (self.repeats, self.bom, self.guard):
            box.toggled.connect(lambda _on: self._pause.start())

    @staticmethod
    def _set(field: QComboBox, value: str) -> None:
        place = field.findData(value)
        if place >= 0:
            field.setCurrentIndex(place)

    # --- choosing --------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Offer what the format heeds, with its own columns."""
        wanted = self.chosen_format()
        has_columns = bool(wanted.form.preset)
        for field in (self.preset, self.columns, self._columns_caption):
            field.setEnabled(has_columns)
        if has_columns:
            self._set(self.preset, wanted.form.preset)
        self._take_preset()
        self.group.setEnabled(wanted.form.grouped)
        for box in (self.bom, self.guard):
            box.setVisible(wanted is Format.CSV)
        self.repeats.setVisible(not wanted.form.articles)

    def _take_preset(self) -> None:
        name = self.preset.currentData()
        self._fill_columns(self._own if name == _OWN else PRESETS[name])
        self._pause.start()

    def _fill_columns(self, wanted: Sequence[str]) -> None:
        language = self._desk.tongue.language
        self.columns.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.columns.clear()
        others = [column.key for column in COLUMNS if column.key not in wanted]
        for key in (*wanted, *others):
            line = QListWidgetItem(BY_KEY[key].header(language))
            line.setData(_KEY, key)
            line.setCheckState(Qt.CheckState.Checked if key in wanted else Qt.CheckState.Unchecked)
            self.columns.addItem(line)
        self.columns.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _take_columns(self) -> None:
        """Ticks and places changed by hand are a choice of the user's own."""
        self._own = self._ticked()
        self._set(self.preset, _OWN)
        self._pause.start()

    def _ticked(self) -> tuple[str, ...]:
        lines = (self.columns.item(row) for row in range(self.columns.count()))
        return tuple(str(line.data(_KEY)) for line in lines if line.checkState() is Qt.CheckState.Checked)

    @property
    def scope(self) -> Scope:
        """Which quotes are wanted."""
        return next(scope for scope, made in self._scopes.items() if made.isChecked())

    def chosen(self) -> Chosen:
        """The quotes that are wanted, as the export takes them."""
        if self.scope is Scope.CHOSEN:
            return self._targets
        return QuoteFilter() if self.scope is Scope.EVERYTHING else self._session.shown.filter

    def chosen_format(self) -> Format:
        """The format that is chosen."""
        return Format(self.format.currentData())

    def options(self) -> Options:
        """The options as they stand."""
        return Options(
            language=self._desk.tongue.language,
            columns=self._ticked() if self.chosen_format().form.preset else (),
            group=Group(self.group.currentData()),
            figures=self._desk.settings.figures,
            bom=self.bom.isChecked(),
            guard=self.guard.isChecked(),
            repeats=self.repeats.isChecked(),
        )

    def accept(self) -> None:
        """Go on, and remember what was wanted for the next sheet."""
        self._desk.settings.sheet = {
            "format": self.chosen_format().value,
            "preset": str(self.preset.currentData()),
            "columns": ",".join(self._own),
            "group": str(self.group.currentData()),
        }
        super().accept()

    # --- how it will begin -----------------------------------------------------------------------

    def _count_everything(self) -> None:
        def show(count: int) -> None:
            text = self.tr("Everything in the project ({})").format(self._desk.tongue.number(count))
            self._scopes[Scope.EVERYTHING].setText(text)

        self._counting = self._session.read(
            lambda reader: reader.quotes.count(QuoteFilter()), show, "count-everything"
        )

    def _preview(self) -> None:
        columns = self._ticked()
        ready = bool(columns) or not self.chosen_format().form.preset
        self.accept_button.setEnabled(ready)
        self._slow.stop()
        if not ready:
            self._fail(self.tr("Tick at least one column."))
            return
        form, options, sort, scope = (
            self.chosen_format(),
            self.options(),
            self._session.shown.sort,
            self.scope,
        )
        ids = self._session.shown.ids if scope is Scope.SHOWN else self._targets

        def work(reader: object) -> Preview | QuotetrackError:
            chosen = QuoteFilter() if scope is Scope.EVERYTHING else ids
            try:
                return preview(reader, chosen, form, options, sort=sort, rows=_ROWS)  # type: ignore[arg-type]
            except QuotetrackError as problem:
                return problem

        self._previewing = self._session.read(work, self._show, "preview")
        self._slow.start()

    def _show(self, found: Preview | QuotetrackError) -> None:
        self._previewing = None
        self._slow.stop()
        if isinstance(found, QuotetrackError):
            self._fail(self._desk.tongue.explain(found))
            return
        self._trouble.hide()
        self.stack.show()
        if found.picture is not None:
            self._show_picture(found)
        elif found.table:
            self._show_table(found.table)
        else:
            self._show_text(found.text)

    def _fail(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.show()

    def _show_table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        header, cells = rows[0], rows[1:]
        self.table.clear()
        self.table.setColumnCount(len(header))
        self.table.setRowCount(len(cells))
        self.table.setHorizontalHeaderLabels(list(header))
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                shown = QTableWidgetItem(text.replace("\n", " ⏎ "))
                shown.setToolTip(plain_tip(text))
                self.table.setItem(row, column, shown)
        for column, text in enumerate(header):
            longest = max([len(text), *(len(cell[column]) for cell in cells)])
            self.table.setColumnWidth(column, min(260, max(90, longest * 8 + 30)))
        self.stack.setCurrentWidget(self.table)

    def _show_text(self, text: str) -> None:
        self.text.setPlainText(_FONT.sub(r"\1…", text[: _LONGEST_TEXT * 20])[:_LONGEST_TEXT])
        option = self.text.document().defaultTextOption()
        technical = self.chosen_format() not in {Format.DOCX, Format.MARKDOWN}
        option.setTextDirection(Qt.LayoutDirection.LeftToRight if technical else direction_of(text))
        self.text.document().setDefaultTextOption(option)
        self.stack.setCurrentWidget(self.text)

    def _show_picture(self, found: Preview) -> None:
        picture = found.picture
        if picture is None:
            return
        size = picture.width, picture.height, picture.stride
        image = QImage(picture.data, *size, QImage.Format.Format_RGB32)
        room = QSize(max(320, self.stack.width() - 34), 10_000)
        shown = QPixmap.fromImage(image.copy())
        self._page.setPixmap(
            shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        self._page.setAccessibleDescription(found.text)
        self.stack.setCurrentWidget(self.page)

    def _stop(self) -> None:
        for task in (self._previewing, self._counting):
            if task is not None and not task.done:
                task.cancel()
