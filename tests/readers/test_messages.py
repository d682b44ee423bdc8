"""Everything that reading can say exists in both languages, and every error says what to do."""

import re
import string
from pathlib import Path

import pytest

import quotetrack
from quotetrack.messages import catalogue, message
from quotetrack.readers import Format

ROOM = Path(quotetrack.__file__).parent
KEY = re.compile(r"[\"'f]((?:readers|importing)\.[a-z_]+(?:\.[a-z_]+)*)[\"']")
WEB_STATUSES = {"readers.web.not_found", "readers.web.forbidden", "readers.web.server"}
SAID = sorted(
    {
        key
        for room in ("readers", "importing")
        for path in (ROOM / room).glob("*.py")
        for key in KEY.findall(path.read_text(encoding="utf-8"))
    }
    | WEB_STATUSES
)
ERRORS = [key for key in SAID if ".warning." not in key]
ADVICE = {
    "en": re.compile(
        r"\b(check|choose|paste|save|split|copy|use|open|change|unpack|get it|fill in|correct|import|run it"
        r"|try again|type|enter|look for|add|mark)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"تأكد|اختر|الصق|احفظ|قسّم|انسخ|استعمل|افتح|غيّر|فكّه|ففكّه|احصل|أضف|صحّح|مرّره|أعد|اكتب|فأدخله|ابحث|حدّد|تحقق|احصر|حوّل"
    ),
}  # fmt: skip


def test_the_messages_are_really_looked_at() -> None:
    assert len(SAID) > 60


@pytest.mark.parametrize("key", SAID)
def test_both_languages_say_it_with_the_same_values(key: str) -> None:
    arabic, english = catalogue("ar")[key], catalogue("en")[key]
    assert _fields(arabic) == _fields(english)
    assert any("\u0621" <= letter <= "\u064a" for letter in arabic)


@pytest.mark.parametrize("key", ERRORS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_error_names_a_remedy(key: str, language: str) -> None:
    assert ADVICE[language].search(catalogue("ar" if language == "ar" else "en")[key])


@pytest.mark.parametrize("format_", Format)
def test_every_format_has_a_name_for_people(format_: Format) -> None:
    assert message(f"readers.format.{format_.value}", "ar") != message(
        f"readers.format.{format_.value}", "en"
    ) or (format_ is Format.PDF)


@pytest.mark.parametrize("room", ["readers", "importing"])
def test_no_message_is_left_that_nobody_says(room: str) -> None:
    tables = (f"{room}.format.", f"{room}.outcome.", f"{room}.column.")
    here = {key for key in catalogue("en") if key.startswith(f"{room}.") and not key.startswith(tables)}
    assert here <= set(SAID)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
