"""The Arabic is complete, the compiled files are those of the sources, and plurals are right."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QInputDialog, QLabel, QMessageBox

from quotetrack.assets import assets
from quotetrack.figures import COUNTRIES, Digits
from ui.language import Tongue

FOLDER = assets() / "translations"
ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent


def messages(language):
    for context in ET.parse(FOLDER / f"quotetrack_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_is_unfinished(language):
    found = list(messages(language))
    assert len(found) > 5
    for context, message in found:
        translation = message.find("translation")
        assert translation.get("type") is None, (context, message.findtext("source"))
        forms = [form.text for form in translation.iter("numerusform")]
        if message.get("numerus"):
            assert len(forms) == (6 if language == "ar" else 2)
            assert all(forms)
        else:
            assert translation.text


def test_placeholders_and_marks_of_dialogs_stay():
    for context, message in messages("ar"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if not message.get("numerus"):
            assert source.count("{}") == translation.count("{}"), (context, source)
            assert source.endswith("…") == translation.endswith("…"), (context, source)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_compiled_file_is_the_source_compiled(tmp_path, language):
    made = tmp_path / "made.qm"
    command = [TOOLS / "pyside6-lrelease", FOLDER / f"quotetrack_{language}.ts", "-qm", made]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_bytes() == (FOLDER / f"quotetrack_{language}.qm").read_bytes()


def test_every_text_of_the_code_is_in_the_sources(tmp_path):
    copy = shutil.copy(FOLDER / "quotetrack_ar.ts", tmp_path / "quotetrack_ar.ts")
    files = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    command = [TOOLS / "pyside6-lupdate", *files, "-ts", copy, "-no-obsolete", "-locations", "none"]
    subprocess.run(command, check=True, capture_output=True)
    assert Path(copy).read_text(encoding="utf-8") == (FOLDER / "quotetrack_ar.ts").read_text(encoding="utf-8")


def plural(number):
    return QCoreApplication.translate("DetailsPane", "%n quote(s)", "", number)


def test_six_forms_in_arabic_and_two_in_english(qapp, settings):
    settings.language = "ar"
    Tongue(settings).install(qapp)
    said = {number: plural(number) for number in (0, 1, 2, 3, 10, 11, 99, 100, 103)}
    assert said == {
        0: "بلا اقتباسات", 1: "اقتباس واحد", 2: "اقتباسان", 3: "3 اقتباسات", 10: "10 اقتباسات",
        11: "11 اقتباسًا", 99: "99 اقتباسًا", 100: "100 اقتباس", 103: "103 اقتباسات",
    }  # fmt: skip
    settings.language = "en"
    Tongue(settings).install(qapp)
    assert (plural(1), plural(2)) == ("1 quote", "2 quotes")


def test_qt_speaks_arabic_too(qapp, settings):
    assert (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_ar.qm").exists()
    Tongue(settings).install(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "ألغِ"


def test_digits_and_months_are_settings_of_their_own(settings):
    from datetime import date

    tongue = Tongue(settings)
    day = date(2026, 11, 23)
    assert tongue.date(day) == "23 تشرين الثاني 2026"
    settings.digits = Digits.ARABIC
    assert tongue.date(day) == "٢٣ تشرين الثاني ٢٠٢٦"
    assert tongue.percent(0.97) == "٩٧٪"
    settings.country = "EG"
    assert tongue.date(day) == "٢٣ نوفمبر ٢٠٢٦"
    settings.language, settings.digits = "en", Digits.LATIN
    assert tongue.date(day) == "23 November 2026"


def test_every_countrys_months_are_those_of_the_cldr(settings):
    from datetime import date

    from babel import Locale

    tongue = Tongue(settings)
    for country in COUNTRIES:
        settings.country = country
        names = Locale("ar", country).months["format"]["wide"]
        told = [tongue.date(date(2026, month, 1)) for month in range(1, 13)]
        assert told == [f"1 {names[month]} 2026" for month in range(1, 13)], country


def test_a_period_has_the_months_of_the_country_too(settings):
    from datetime import date

    tongue = Tongue(settings)
    assert tongue.period(date(2026, 1, 1), date(2026, 1, 31)) == "كانون الثاني 2026"
    settings.country = "TN"
    assert tongue.period(date(2026, 1, 1), date(2026, 1, 31)) == "جانفي 2026"


def test_qts_own_dialogs_have_no_english_left(qtbot, settings, qapp):
    Tongue(settings).install(qapp)
    dialogs = [QFileDialog(), QInputDialog(), QMessageBox()]
    dialogs[0].setOption(QFileDialog.Option.DontUseNativeDialog)
    dialogs[2].addButton(QMessageBox.StandardButton.Cancel)
    found = []
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.ensurePolished()
        found += [each.text() for each in dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)]
    words = [text for text in found if any(letter.isalpha() for letter in text)]
    assert len(words) > 5
    assert [text for text in words if any(letter.isascii() and letter.isalpha() for letter in text)] == []
