"""What the window remembers between runs: one typed view of a QSettings file."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, QLocale, QSettings, Qt

from quotetrack.figures import USUAL_COUNTRY, Digits, Figures
from quotetrack.messages import Language
from quotetrack.store.records import Sort, SortBy

Choice = TypeVar("Choice", bound=StrEnum)
TEXT_SIZES = (80, 90, 100, 110, 125, 140, 160, 180, 200, 240)


class ThemeChoice(StrEnum):
    """Which of the two looks to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """Language, look, last project and the state of the window.

    `path` is the file to keep them in; without it the user's own place is taken, or the file that
    the variable QUOTETRACK_SETTINGS names.
    """

    def __init__(self, path: Path | None = None) -> None:
        named = path or os.environ.get("QUOTETRACK_SETTINGS")
        self._file = (
            QSettings(str(named), QSettings.Format.IniFormat)
            if named
            else QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "quotetrack", "quotetrack")
        )

        self._read: dict[str, object] = {}

    # Every cell of the table asks for the language and the digits; QSettings would look them up each time.

    def _text(self, key: str, default: str) -> str:
        if key not in self._read:
            self._read[key] = self._file.value(key, default, type=str)
        return cast("str", self._read[key])

    def _flag(self, key: str, *, default: bool) -> bool:
        if key not in self._read:
            self._read[key] = self._file.value(key, default, type=bool)
        return cast("bool", self._read[key])

    def _keep(self, key: str, value: object) -> None:
        self._read.pop(key, None)
        self._file.setValue(key, value)

    def _choice(self, key: str, default: Choice) -> Choice:
        try:
            return type(default)(self._text(key, str(default)))
        except ValueError:
            return default

    @property
    def language(self) -> Language:
        """The language of the window: Arabic unless the user chose English."""
        return "en" if self._text("language", "ar") == "en" else "ar"

    @language.setter
    def language(self, value: Language) -> None:
        self._keep("language", value)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction that the window's language is read in."""
        arabic = self.language == "ar"
        return Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        return self._choice("theme", ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._keep("theme", value.value)

    @property
    def digits(self) -> Digits:
        """The digits of numbers and dates, a choice of its own in both languages."""
        return self._choice("digits", Digits.LATIN)

    @digits.setter
    def digits(self, value: Digits) -> None:
        self._keep("digits", value.value)

    @property
    def country(self) -> str:
        """The country whose month names dates carry: the system's, or Lebanon where it tells none."""
        stored = self._text("country", "")
        if stored:
            return stored
        locale = QLocale.system()
        arabic = locale.language() == QLocale.Language.Arabic
        return QLocale.territoryToCode(locale.territory()) if arabic else USUAL_COUNTRY

    @country.setter
    def country(self, value: str) -> None:
        self._keep("country", value)

    @property
    def figures(self) -> Figures:
        """How sheets write numbers and dates: as the window does."""
        return Figures(self.digits, self.country)

    @property
    def text_size(self) -> int:
        """The size of article text in per cent."""
        return min(TEXT_SIZES[-1], max(TEXT_SIZES[0], int(self._text("text_size", "100") or 100)))

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._keep("text_size", str(value))

    @property
    def underline(self) -> bool:
        """Whether content, cue and source are underlined beside being coloured."""
        return self._flag("underline", default=True)

    @underline.setter
    def underline(self, value: bool) -> None:
        self._keep("underline", value)

    @property
    def hints_seen(self) -> bool:
        """Whether the first-run hints have been read."""
        return self._flag("hints_seen", default=False)

    @hints_seen.setter
    def hints_seen(self, value: bool) -> None:
        self._keep("hints_seen", value)

    @property
    def look_first(self) -> bool:
        """Whether articles are shown in a list, with what they are, before they come in."""
        return self._flag("look_first", default=True)

    @look_first.setter
    def look_first(self, value: bool) -> None:
        self._keep("look_first", value)

    @property
    def sort(self) -> Sort:
        """What the table of quotes is ordered by."""
        by, _, way = self._text("sort", "").partition(" ")
        return Sort(SortBy(by), way == "down") if by in set(SortBy) else Sort()

    @sort.setter
    def sort(self, value: Sort) -> None:
        self._keep("sort", f"{value.by.value} {'down' if value.descending else 'up'}")

    @property
    def sheet(self) -> dict[str, str]:
        """How the last quote sheet was wanted: format, preset, own columns, group."""
        return {key: self._text(f"sheet/{key}", "") for key in ("format", "preset", "columns", "group")}

    @sheet.setter
    def sheet(self, value: dict[str, str]) -> None:
        for key, text in value.items():
            self._keep(f"sheet/{key}", text)

    @property
    def last_project(self) -> Path | None:
        """The project to open at the start."""
        value = self._text("last_project", "")
        return Path(value) if value else None

    @last_project.setter
    def last_project(self, value: Path | None) -> None:
        self._keep("last_project", str(value or ""))

    @property
    def folder(self) -> str:
        """The folder that file dialogs open in."""
        return self._text("folder", str(Path.home()))

    @folder.setter
    def folder(self, value: str) -> None:
        self._keep("folder", value)

    def state(self, name: str) -> QByteArray | None:
        """The stored state `name` of the window for the present direction, or None."""
        value = self._file.value(f"{self.language}/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_state(self, name: str, value: QByteArray) -> None:
        """Store the state `name` of the window for the present direction."""
        self._keep(f"{self.language}/{name}", value)

    def place(self, project: Path, name: str) -> str:
        """Where the user was in `project`: the value kept under `name`, "" for none."""
        return self._text(f"places/{_key(project)}/{name}", "")

    def keep_place(self, project: Path, name: str, value: str) -> None:
        """Remember where the user is in `project`."""
        self._keep(f"places/{_key(project)}/{name}", value)

    @property
    def drafts(self) -> str:
        """What was typed into dialogs that are about no project, as `ui.drafts` writes it."""
        return self._text("drafts", "")

    @drafts.setter
    def drafts(self, value: str) -> None:
        self._keep("drafts", value)

    def sync(self) -> None:
        """Write everything to disk now."""
        self._file.sync()


def _key(project: Path) -> str:
    return str(project.absolute()).replace("/", "|").replace("\\", "|")
