"""The shipped fonts load, carry Arabic and go with their licences."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from quotetrack.assets import assets

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى" + "«»،؛؟٪٠١٢٣٤٥٦٧٨٩" + "ًٌٍَُِّْ"

FONTS = {
    "IBMPlexSansArabic-Regular.ttf": ("IBM Plex Sans Arabic", 400),
    "IBMPlexSansArabic-Medium.ttf": ("IBM Plex Sans Arabic", 500),
    "IBMPlexSansArabic-SemiBold.ttf": ("IBM Plex Sans Arabic", 600),
    "IBMPlexSansArabic-Bold.ttf": ("IBM Plex Sans Arabic", 700),
    "NotoNaskhArabic-Regular.ttf": ("Noto Naskh Arabic", 400),
    "NotoNaskhArabic-Bold.ttf": ("Noto Naskh Arabic", 700),
}


EMOJI = "NotoEmoji-Regular.ttf"  # for PDF sheets alone, where no system font helps out


def test_every_font_file_is_expected() -> None:
    assert {path.name for path in (assets() / "fonts").glob("*.ttf")} == {*FONTS, EMOJI}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", FONTS)
def test_font_loads_and_draws_arabic(name: str) -> None:
    family, weight = FONTS[name]
    path = assets() / "fonts" / name
    handle = QFontDatabase.addApplicationFont(str(path))
    assert family in " ".join(QFontDatabase.applicationFontFamilies(handle))
    raw = QRawFont(str(path), 17.0)
    assert raw.isValid()
    assert struct.unpack(">H", raw.fontTable("OS/2").data()[4:6]) == (weight,)
    assert all(raw.supportsCharacter(ord(letter)) for letter in LETTERS)


@pytest.mark.parametrize("family", ["IBMPlexSansArabic", "NotoNaskhArabic", "NotoEmoji"])
def test_licence_travels_with_the_font(family: str) -> None:
    text = (assets() / "fonts" / f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License, Version 1.1" in text
