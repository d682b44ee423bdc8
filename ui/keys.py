"""Keys by their place on the keyboard, so that J is J whichever layout is active.

A Latin key counts as what it says (an AZERTY user's A stays A). Any other is looked up by its scan
code; where the platform tells none, by the letter that the Arabic layout has in that place.
"""

from __future__ import annotations

import sys
from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_ROWS = ("1234567890-=", "QWERTYUIOP[]", "ASDFGHJKL;'", "ZXCVBNM,./")
_ARABIC = ("١٢٣٤٥٦٧٨٩٠-=", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر\ufefbىةوزظ")
_ARABIC_SHIFTED = {"\u064e": "Q", "\u064b": "W", "\u064f": "E", "\u064c": "R", "×": "O", "؛": "P", "؟": "?"}
_FIRST_CODES = {"linux": (10, 24, 38, 52), "win32": (0x02, 0x10, 0x1E, 0x2C)}
_MAC = dict(zip(
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 26, 28, 29,
     30, 31, 32, 33, 34, 35, 37, 38, 39, 40, 41, 43, 44, 45, 46, 47),
    "ASDFHGZXCVBQWERYT12346597 80]OU[IPLJ'K;,/NM.".replace(" ", ""), strict=True,
))  # fmt: skip

_BY_LETTER = {
    arabic: latin
    for arabic_row, row in zip(_ARABIC, _ROWS, strict=True)
    for arabic, latin in zip(arabic_row, row, strict=True)
} | _ARABIC_SHIFTED
_BY_CODE = {
    platform: {
        first + place: latin
        for first, row in zip(firsts, _ROWS, strict=True)
        for place, latin in enumerate(row)
    }
    for platform, firsts in _FIRST_CODES.items()
}
_LATIN = range(0x20, 0x7F)
_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_TEXT_FIELDS = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)


def _latin(event: QKeyEvent) -> str | None:
    if sys.platform == "darwin" and event.nativeVirtualKey():
        return _MAC.get(event.nativeVirtualKey())
    codes = _BY_CODE.get(sys.platform, {})
    if event.nativeScanCode() and QGuiApplication.platformName() != "offscreen":
        return codes.get(event.nativeScanCode())
    letter = event.text() or (chr(event.key()) if event.key() < 0x110000 else "")
    return _BY_LETTER.get("\ufefb" if letter == "لا" else letter)


def _is_shifted_sign(key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a Latin sign may stand in for a letter: with Shift the Arabic layout writes ~ for Z."""
    return bool(
        modifiers & Qt.KeyboardModifier.ShiftModifier
        and modifiers != Qt.KeyboardModifier.ShiftModifier
        and not chr(key).isalnum()
    )


def combination(event: QKeyEvent) -> int:
    """The key of `event` as a number to compare with `combination_of`, by its place on the keyboard."""
    key = event.key()
    modifiers = event.modifiers() & _MODIFIERS
    if key < 0x01000000:
        foreign = key not in _LATIN
        latin = _latin(event) if foreign or _is_shifted_sign(key, modifiers) else None
        if latin is not None and (foreign or latin.isalpha()):
            key = ord(latin)
    if key in _LATIN and chr(key) in "?+":
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    return QKeyCombination(modifiers, Qt.Key(key)).toCombined()


def combination_of(keys: str) -> int:
    """The number of a key as written in the registry of actions ("Ctrl+K", "X", "Return")."""
    return _first(keys).toCombined()


def _first(keys: str) -> QKeyCombination:
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    return cast("QKeyCombination", sequence[0])  # type: ignore[index]


def bare(keys: str) -> bool:
    """Whether `keys` would also be typing: no Ctrl, Alt or Meta, and not a function key."""
    made = _first(keys)
    typing = made.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return typing == Qt.KeyboardModifier.NoModifier and not (Qt.Key.Key_F1 <= made.key() <= Qt.Key.Key_F35)


def types(event: QKeyEvent) -> bool:
    """Whether a key would write a letter or a sign."""
    return bool(event.text().strip()) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier


def in_text_field(widget: QWidget | None) -> bool:
    """Whether what is typed into `widget` is text."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, _TEXT_FIELDS)
