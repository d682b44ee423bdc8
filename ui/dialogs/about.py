"""What the program is, and on whose work it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

import quotetrack
from ui.dialogs.base import Dialog
from ui.language import isolate
from ui.widgets.basic import label


class AboutDialog(Dialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "quotetrack", self.tr("Who said what in Arabic news."), width=440)
        version = self.tr("Version {}").format(isolate(quotetrack.__version__))
        self.column.addWidget(label(version, selectable=True))
        self.column.addWidget(
            label(
                self.tr(
                    "Free software under the MIT licence. Fonts: IBM Plex Sans Arabic and Noto Naskh Arabic "
                    "(SIL Open Font Licence). Your articles and quotes stay on this computer."
                ),
                "muted",
                wrap=True,
            )
        )
        self.add_buttons(self.tr("Close"), cancel=False)
