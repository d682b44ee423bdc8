"""What is about to come in: what each file is, how it begins, and what to read otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from quotetrack.errors import QuotetrackError
from quotetrack.importing import Choice, ImportQueue, Item, Sample, save_items
from quotetrack.readers import ENCODINGS, FIELDS, label
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import TickedDirection
from ui.language import direction_of, isolate
from ui.models.arrivals import COUNT, ENCODING, KIND, NAME, QUALITY, SIZE, ArrivalsModel
from ui.tasks import Task
from ui.theme import article_font
from ui.widgets.basic import label as word_label

_ENCODINGS = (*ENCODINGS, "mac_arabic")
_WIDTHS = {NAME: 210, KIND: 104, SIZE: 72, ENCODING: 124, QUALITY: 80, COUNT: 84}
_DRAW_EVERY = 120
_LONGEST_CELL = 28


class ArrivalsDialog(Dialog):
    """The queue before it runs. Looking goes on behind it; importing need not wait for that."""

    def __init__(self, desk: Desk, parent: QWidget, queue: ImportQueue) -> None:
        super().__init__(parent, self.tr("Before the import"), width=1000)
        self._desk = desk
        self.queue = queue
        self._looking: Task | None = None
        self._sampling: Task | None = None
        self._shown = ""
        self._summary = word_label("", "muted", wrap=True)
        self.column.addWidget(self._summary)
        self._model = ArrivalsModel(desk.tongue, cache(self._title), self)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of looking"))
        self.column.addWidget(self._bar)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list())
        splitter.addWidget(self._preview())
        splitter.setSizes([270, 200])
        self.column.addWidget(splitter, 1)
        self.resize(1000, 700)
        self.repeats = QCheckBox(self.tr("Also import articles that the project has already"))
        self.at_once = QCheckBox(self.tr("From now on import at once, without this list"))
        for switch in (self.repeats, self.at_once):
            self.column.addWidget(switch)
        box = self.add_buttons(self.tr("Import"))
        save = box.addButton(self.tr("Save this list…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(lambda _checked=False: self._save())
        self._pulse = QTimer(self, singleShot=True, interval=_DRAW_EVERY)
        self._pulse.timeout.connect(self._draw)
        self.finished.connect(lambda _result: self._stop())
        self._model.update(queue.items)
        self._model.dataChanged.connect(lambda *_: self._tell())
        self._model.rowsInserted.connect(lambda parent, *_: self.tree.expand(parent))
        self.tree.setCurrentIndex(self._model.index(0, NAME))
        self._draw()
        self._look()

    # --- building --------------------------------------------------------------------------------

    def _list(self) -> QWidget:
        self.tree = QTreeView()
        self.tree.setObjectName("framed")
        self.tree.setAccessibleName(self.tr("What is about to come in"))
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(TickedDirection(self.tree))
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(150)
        archives = any(item.format in {"zip", ""} for item in self.queue.items)
        self.tree.setRootIsDecorated(archives)
        header = self.tree.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(48)
        for column, width in _WIDTHS.items():
            self.tree.setColumnWidth(column, width)
        self.tree.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now))
        return self.tree

    def _preview(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(18)
        left = QVBoxLayout()
        left.setSpacing(6)
        caption = self.tr("How it will be read")
        left.addWidget(word_label(caption, "caption"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(article_font(90))
        self.text.setAccessibleName(caption)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(120)
        left.addWidget(self.text, 1)
        self._trouble = word_label("", "warning", wrap=True, selectable=True)
        left.addWidget(self._trouble)
        row.addLayout(left, 1)
        row.addWidget(self._choices(), 1)
        return whole

    def _choices(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(self.tr("Encoding"))
        column.addWidget(word_label(self.tr("Encoding"), "caption"))
        column.addWidget(self.encoding)
        self.fields = {field: QComboBox() for field in FIELDS}
        words = (
            self.tr("Text"), self.tr("Title"), self.tr("Outlet"), self.tr("Author"), self.tr("Date"),
            self.tr("Link"),
        )  # fmt: skip
        self._columns = QWidget()
        grid = QGridLayout(self._columns)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addWidget(word_label(self.tr("Which column is which"), "caption"), 0, 0, 1, 4)
        for number, (word, field) in enumerate(zip(words, self.fields.values(), strict=True)):
            row, side = divmod(number, 2)
            grid.addWidget(word_label(word), row + 1, side * 2)
            grid.addWidget(field, row + 1, side * 2 + 1)
            field.setAccessibleName(self.tr("Column of: {}").format(word))
        for side in (1, 3):
            grid.setColumnStretch(side, 1)
        column.addWidget(self._columns)
        column.addStretch()
        for field in (self.encoding, *self.fields.values()):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(8)
            field.activated.connect(lambda _index: self._rechoose())
        return whole

    # --- looking ---------------------------------------------------------------------------------

    def _look(self) -> None:
        queue = self.queue

        def work(task: Task) -> None:
            def each(number: int, _item: Item) -> None:
                task.progressed.emit(number + 1, len(queue.items), "")

            queue.look(cancelled=lambda: task.cancelled, each=each)

        self._bar.setRange(0, len(queue.items))
        self._looking = self._desk.tasks.run(work, self._looked, failed=self._failed)
        self._looking.progressed.connect(self._advance)

    def _advance(self, done: int, _total: int, _name: str) -> None:
        self._bar.setValue(done)
        if not self._pulse.isActive():
            self._pulse.start()

    def _looked(self, _nothing: object) -> None:
        self._looking = None
        self._bar.hide()
        self._draw()
        self._choose(self.tree.currentIndex())

    def _failed(self, error: BaseException) -> None:
        self._trouble.setText(
            self._desk.tongue.explain(error) if isinstance(error, QuotetrackError) else str(error)
        )

    def _draw(self) -> None:
        self._model.update(self.queue.items)
        self._tell()

    def _tell(self) -> None:
        """The line under the title: how many articles, repeats and failures there are so far."""
        tongue = self._desk.tongue
        items = [item for item in self.queue.items if item.name not in self._model.left_out]
        articles, repeats = (sum(counts) for counts in zip(
            *((item.articles or 0, item.duplicates) for item in items), (0, 0), strict=True
        )) if items else (0, 0)  # fmt: skip
        failures = sum(item.failures or bool(item.error) for item in items)
        words = [self.tr("%n article(s)", "", articles)]
        if repeats:
            words.append(self.tr("%n known already", "", repeats))
        if failures:
            words.append(self.tr("%n cannot be read", "", failures))
        if any(item.articles is None for item in items):
            words.append(self.tr("still looking…"))
        self._summary.setText(tongue.digits(tongue.join(words)))
        self.accept_button.setEnabled(bool(items))

    def _title(self, article: int) -> str:
        project = self._desk.session.project
        if project is None:
            return ""
        rows = project.articles.rows([article])
        return " ".join(rows[0].title.split()) or str(article) if rows else str(article)

    def _stop(self) -> None:
        for task in (self._looking, self._sampling):
            if task is not None:
                task.cancel()
        self._looking = self._sampling = None

    # --- one item --------------------------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        item = self._model.item(index)
        if item is not None:
            self._shown = item.name
            self._show_sample(lambda task: self.queue.sample(item.name, cancelled=lambda: task.cancelled))

    def _show_sample(self, work: Callable[[Task], Sample]) -> None:
        name = self._shown
        self._sampling = self._desk.tasks.run(
            work, lambda sample: self._take(name, sample), key="sample", failed=self._failed
        )

    def _rechoose(self) -> None:
        """The user wants this one read otherwise."""
        name, queue = self._shown, self.queue
        columns = {
            field: str(box.currentData())
            for field, box in self.fields.items()
            if box.currentData() is not None
        }
        known = queue.choices.get(name, Choice())
        shown = self._columns.isVisibleTo(self)
        queue.choices[name] = replace(
            known,
            encoding=self.encoding.currentData() or None,
            columns=columns or None if shown else known.columns,
        )

        def work(task: Task) -> Sample:
            queue.look_again(name, cancelled=lambda: task.cancelled)
            return queue.sample(name, cancelled=lambda: task.cancelled)

        self._show_sample(work)

    def _take(self, name: str, sample: Sample) -> None:
        self._sampling = None
        if name != self._shown:
            return
        self._draw()
        tongue = self._desk.tongue
        self.text.setPlainText(sample.text)
        option = self.text.document().defaultTextOption()
        option.setTextDirection(direction_of(sample.text))
        self.text.document().setDefaultTextOption(option)
        self._trouble.setText(tongue.explain(sample.error) if sample.error is not None else "")
        self._trouble.setVisible(sample.error is not None)
        self._fill_encodings(name, sample)
        self._fill_columns(name, sample)

    def _fill_encodings(self, name: str, sample: Sample) -> None:
        chosen = self.queue.choices.get(name, Choice()).encoding
        self.encoding.clear()
        item = self._model.item(self._model.index_of(name))
        found = label(item.encoding) if item is not None and item.encoding and not chosen else ""
        automatic = self.tr("As detected")
        self.encoding.addItem(f"{automatic} ({isolate(found)})" if found else automatic, None)
        for preview in sample.encodings:
            begins = " ".join(preview.text[:60].split())[:_LONGEST_CELL]
            self.encoding.addItem(f"{isolate(label(preview.encoding))} — {isolate(begins)}", preview.encoding)
        self.encoding.setEnabled(bool(sample.encodings))
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(chosen)))

    def _fill_columns(self, name: str, sample: Sample) -> None:
        table = sample.table
        chosen = self.queue.choices.get(name, Choice()).columns
        self._columns.setVisible(table is not None)
        for field, box in self.fields.items():
            box.clear()
            if table is None:
                continue
            box.addItem("—", None)
            first = table.rows[0] if table.rows else ()
            for number, column in enumerate(table.columns):
                cell = " ".join(first[number][:60].split())[:_LONGEST_CELL] if number < len(first) else ""
                box.addItem(f"{isolate(column)} — {isolate(cell)}" if cell else column, column)
            box.setCurrentIndex(max(0, box.findData((chosen or table.matched).get(field))))

    # --- ending ----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Let the queue run with what was chosen."""
        self._stop()
        for name in self._model.left_out:
            self.queue.choices[name] = replace(self.queue.choices.get(name, Choice()), left_out=True)
        self.queue.repeats = self.repeats.isChecked()
        self._desk.settings.look_first = not self.at_once.isChecked()
        super().accept()

    def _save(self) -> None:
        path = self._desk.asking.target(
            self.tr("Save this list"),
            self.tr("Before the import") + ".csv",
            self.tr("CSV (*.csv);;JSON (*.json)"),
        )
        if path is None:
            return
        try:
            save_items(self.queue.items, path, self._desk.tongue.language)
        except QuotetrackError as problem:
            self._failed(problem)
            self._trouble.show()
        else:
            self._summary.setText(self.tr("Saved as {}").format(isolate(path.name)))
