"""The line under the panes: how much is reviewed, and what is being done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from quotetrack.status import Status
from ui.desk import Desk
from ui.tasks import Task
from ui.widgets.basic import label


class StatusLine(QWidget):
    """Progress of the review, always in sight; work in progress with a way to stop it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task: Task | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 5, 18, 5)
        row.setSpacing(12)
        self.setMinimumHeight(34)
        self.reviewed = label("", "small")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Reviewed"))
        self._saved = label("", "small")
        self._work = label("", "small")
        self._work_bar = QProgressBar()
        self._work_bar.setFixedWidth(140)
        self._work_bar.setTextVisible(False)
        self._work_bar.setAccessibleName(self.tr("Progress of the work"))
        self._stop = QToolButton()
        self._stop.setIcon(desk.icon("close", "muted"))
        self._stop.setIconSize(QSize(13, 13))
        self._stop.setToolTip(self.tr("Cancel"))
        self._stop.setAccessibleName(self.tr("Cancel"))
        self._stop.clicked.connect(self._cancel)
        for shown in (self.reviewed, self._bar, self._saved):
            row.addWidget(shown)
        row.addStretch()
        for hidden in (self._work, self._work_bar, self._stop):
            row.addWidget(hidden)
        self._show_work(desk.tasks.told)
        desk.session.shown.facets_changed.connect(self._count)
        desk.session.shown.ids_changed.connect(self._count)
        desk.session.project_changed.connect(self._count)
        desk.tasks.started.connect(self._show_work)
        self._count()

    def _count(self) -> None:
        session, tongue = self._desk.session, self._desk.tongue
        facets = session.shown.facets if session.project is not None else None
        total = sum(facets.statuses.values()) if facets else 0
        done = total - facets.statuses.get(Status.UNREVIEWED, 0) if facets else 0
        self.reviewed.setText(
            self.tr("{} of {} reviewed").format(tongue.number(done), tongue.number(total)) if total else ""
        )
        self._bar.setVisible(bool(total))
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        project = session.project
        self._saved.setText(tongue.join((project.path.stem, self.tr("saved"))) if project is not None else "")

    def _show_work(self, task: Task | None) -> None:
        self._task = task
        for widget in (self._work, self._work_bar, self._stop):
            widget.setVisible(task is not None)
        if task is not None:
            self._work.setText(task.name)
            self._work_bar.setRange(0, 0)
            task.progressed.connect(self._progress)
            task.ended.connect(self._ended)

    def _progress(self, done: int, total: int, what: str) -> None:
        if self._task is None:
            return
        tongue = self._desk.tongue
        self._work_bar.setRange(0, total)
        self._work_bar.setValue(done)
        numbers = self.tr("{} of {}").format(tongue.number(done), tongue.number(total))
        self._work.setText(tongue.join((self._task.name, numbers, what)))

    def _ended(self) -> None:
        self._show_work(self._desk.tasks.told)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
