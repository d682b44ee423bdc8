"""Settings: language, look, digits, month names, text size, marks without colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from quotetrack.figures import COUNTRIES, Digits
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.settings import TEXT_SIZES, ThemeChoice


class Preferences(Dialog):
    """Every setting takes effect at once: `before` and `after` are called around each change."""

    def __init__(
        self, desk: Desk, parent: QWidget, *, before: Callable[[], object], after: Callable[[], object]
    ) -> None:
        super().__init__(
            parent, self.tr("Settings"), self.tr("Every change takes effect at once."), width=480
        )
        self._desk = desk
        self._before, self._after = before, after
        settings = desk.settings
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(12)
        self.language = self._choice([("ar", "العربية"), ("en", "English")], settings.language)
        self.theme = self._choice(
            [(ThemeChoice.SYSTEM, self.tr("As the system")), (ThemeChoice.LIGHT, self.tr("Light")),
             (ThemeChoice.DARK, self.tr("Dark"))], settings.theme)  # fmt: skip
        self.digits = self._choice([(Digits.LATIN, "123"), (Digits.ARABIC, "١٢٣")], settings.digits)
        self.country = self._choice([(code, self._country(code)) for code in COUNTRIES], settings.country)
        self.text_size = self._choice(
            [(size, desk.tongue.percent(size / 100)) for size in TEXT_SIZES], settings.text_size
        )
        self.underline = QCheckBox(self.tr("Underline quote, cue and source as well"))
        self.underline.setChecked(settings.underline)
        self.look_first = QCheckBox(self.tr("Show a list of what comes in before each import"))
        self.look_first.setChecked(settings.look_first)
        for word, field in (
            (self.tr("Language"), self.language),
            (self.tr("Look"), self.theme),
            (self.tr("Digits"), self.digits),
            (self.tr("Names of months"), self.country),
            (self.tr("Size of article text"), self.text_size),
        ):
            form.addRow(word, field)
            field.setAccessibleName(word)
            field.activated.connect(lambda _index: self._apply())
        form.addRow("", self.underline)
        form.addRow("", self.look_first)
        self.underline.toggled.connect(lambda _on: self._apply())
        self.look_first.toggled.connect(lambda _on: self._apply())
        self.column.addLayout(form)
        self.add_buttons(self.tr("Close"), cancel=False)

    def anew(self, desk: Desk, window: QWidget) -> Preferences:
        return Preferences(desk, window, before=self._before, after=self._after)

    def _country(self, code: str) -> str:
        from babel import Locale  # noqa: PLC0415 - Babel's territories are read only here

        name = Locale(self._desk.tongue.language).territories.get(code, code)
        months = Locale("ar", code).months["format"]["wide"]
        return (
            f"{name} ({months[1]}، {months[11]})"
            if self._desk.tongue.language == "ar"
            else f"{name} ({months[1]})"
        )

    def _choice(self, choices: list[tuple[object, str]], value: object) -> QComboBox:
        made = QComboBox()
        for known, text in choices:
            made.addItem(text, known)
        made.setCurrentIndex(max(0, [known for known, _ in choices].index(value)))
        return made

    def _apply(self) -> None:
        settings = self._desk.settings
        self._before()
        settings.language = "en" if self.language.currentData() == "en" else "ar"
        settings.theme = ThemeChoice(self.theme.currentData())
        settings.digits = Digits(self.digits.currentData())
        settings.country = str(self.country.currentData())
        settings.text_size = int(self.text_size.currentData())
        settings.underline = self.underline.isChecked()
        settings.look_first = self.look_first.isChecked()
        self._after()
