"""Plain text in every encoding that the Arabic press has used, and everything that is not text."""

import os
import time
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.article import Article, OriginKind
from quotetrack.messages import LANGUAGES, explain, message
from quotetrack.readers import (
    Limits,
    ReadError,
    ReadOptions,
    previews,
    read,
    read_clipboard,
    read_each,
    read_text,
)
from quotetrack.readers.dates import parse_date
from quotetrack.readers.decoding import decode
from tests.readers.articles import ARTICLE, BODY, FIRST, TITLE

ENCODED = {
    "utf-8": (ARTICLE.encode(), "utf-8"),
    "utf-8 with a mark": (ARTICLE.encode("utf-8-sig"), "utf-8"),
    "utf-16 with a mark": (ARTICLE.encode("utf-16"), "utf-16-le"),
    "utf-16 big-endian with a mark": (b"\xfe\xff" + ARTICLE.encode("utf-16-be"), "utf-16-be"),
    "utf-16 without a mark": (ARTICLE.encode("utf-16-le"), "utf-16-le"),
    "utf-16 big-endian without a mark": (ARTICLE.encode("utf-16-be"), "utf-16-be"),
    "utf-32 with a mark": (ARTICLE.encode("utf-32"), "utf-32-le"),
    "windows-1256": (ARTICLE.encode("cp1256"), "cp1256"),
    "iso-8859-6": (ARTICLE.replace("«", '"').replace("»", '"').encode("iso8859-6"), "iso8859-6"),
}


@pytest.mark.parametrize(("data", "encoding"), ENCODED.values(), ids=ENCODED.keys())
def test_the_encoding_is_found_and_the_text_is_whole(data: bytes, encoding: str) -> None:
    [article] = read(data, name="a.txt")
    expected = ARTICLE if "«" in article.text else ARTICLE.replace("«", '"').replace("»", '"')
    assert article.text == expected
    assert article.title == TITLE
    assert article.origin.encoding == encoding
    assert article.origin.kind is OriginKind.FILE
    assert article.origin.quality > 0.9
    assert not article.origin.warnings


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", "utf-16"])
def test_one_short_sentence_is_enough_to_find_the_encoding(encoding: str) -> None:
    sentence = "قالت الحكومة إنها ترفض الشروط الجديدة."
    [article] = read(sentence.encode(encoding), name="a.txt")
    assert article.text == sentence


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_may_be_short_cut_or_mostly_latin(codec: str) -> None:
    for text, warnings in (
        ("نعم قال", ()),
        ("The minister said that it is so. " * 4 + "قال", ("readers.warning.little_arabic",)),
        (f"{TITLE} NATO 2024\n{BODY}", ()),
    ):
        [article] = read(text.encode(codec), name="a.txt")
        assert (article.text, article.origin.encoding) == (text, codec)
        assert article.origin.warnings == warnings
    [cut] = read(ARTICLE.encode(codec)[:-1], name="a.txt")
    assert cut.text.startswith(ARTICLE[:-1])
    assert cut.origin.warnings == ("readers.warning.damaged",)


@pytest.mark.parametrize("word", ["لا", "قال نعم", "Reuters قال"])
def test_a_word_or_two_in_windows_1256_are_read(word: str) -> None:
    [article] = read(word.encode("cp1256"), name="a.txt")
    assert article.text == word


@pytest.mark.corpus
def test_the_encoding_of_hundreds_of_real_articles_is_found() -> None:
    path = Path(__file__).parents[3] / "shared/corpora/saudinewsnet.jsonl.gz"
    if not path.exists():
        pytest.skip("the corpus is not beside the checkout")
    articles = [found for found in islice(read_each(path), 0, 6000, 30) if isinstance(found, Article)]
    for encoding in ("utf-8", "utf-16", "cp1256", "iso8859-6"):
        texts = [article.text[:300].encode(encoding, "ignore") for article in articles]
        wrong = [data for data in texts if decode(data).text.lstrip("\ufeff") != data.decode(encoding)]
        assert len(wrong) <= len(texts) * 0.01


def test_the_user_overrides_the_encoding() -> None:
    data = ARTICLE.encode("cp1256")
    [article] = read(data, name="a.txt", options=ReadOptions(encoding="windows-1256"))
    assert article.text == ARTICLE


def test_the_preview_puts_the_right_encoding_first_and_shows_the_text() -> None:
    for encoding in ("utf-8", "utf-16", "cp1256"):
        best = previews(ARTICLE.encode(encoding))[0]
        assert best.encoding == encoding
        assert ARTICLE.startswith(best.text[:100].lstrip("\ufeff"))


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_read_text_keeps_every_character(text: str) -> None:
    data = f"قال\r\n{text}\rقال \n".encode()
    try:
        decoded = _decoded(data)
    except ReadError as error:
        assert error.key == "readers.binary"  # noqa: PT017 (Hypothesis gives control characters, too)
    else:
        assert decoded == data.decode()


def _decoded(data: bytes) -> str:
    return decode(data).text


def test_read_text_keeps_mark_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "قال\r\nنعم\r".encode())
    assert read_text(path).text == "\ufeffقال\r\nنعم\r"


def test_an_import_makes_line_ends_one_kind_and_drops_the_mark() -> None:
    [article] = read("\ufeffقال الوزير\r\nنعم\rثم\x0cعاد\n".encode(), name="a.txt")
    assert article.text == "قال الوزير\nنعم\nثم\nعاد\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (ARTICLE, TITLE),
        (f"\n\n  {TITLE}  \n{BODY}", TITLE),
        (BODY, ""),
        (f"عاجل\n{BODY}", ""),
        (f"{TITLE}،\n{BODY}", ""),
        (TITLE, ""),
        (f"{TITLE} " * 9 + "\n" + BODY * 9, ""),
    ],
)
def test_the_first_line_is_the_title_when_it_reads_like_one(text: str, title: str) -> None:
    [article] = read(text.encode(), name="a.txt")
    assert article.title == title
    assert article.text == text


BAD = {
    "empty": (b"", "readers.empty"),
    "only blanks": (b" \n\t\r\n", "readers.empty"),
    "only a mark": (b"\xef\xbb\xbf", "readers.empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "readers.binary"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(500), "readers.binary"),
    "old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "readers.other_program"),
    "random bytes": (bytes((i * 197 + i // 7) % 256 for i in range(4000)), "readers.binary"),
    "database": (b"SQLite format 3\x00" + bytes(900), "readers.binary"),
    "English": (b"The minister said that work would begin next month.", "readers.no_arabic"),
    "Russian": ("Министр сказал, что работы начнутся.".encode("cp1251"), "readers.unreadable_encoding"),
    "numbers": (b"1234 5678", "readers.no_arabic"),
    "20 MB without a full stop": (("قال الوزير " * 1_000_000).encode(), "readers.too_long"),
}


@pytest.mark.parametrize(("data", "key"), BAD.values(), ids=BAD.keys())
def test_what_is_no_article_is_refused_with_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, name="a.txt")
    assert caught.value.key == key
    _understood(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "iso8859-6", "klingon"])
def test_a_wrong_choice_of_encoding_is_said(encoding: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(ARTICLE.encode("cp1256"), name="a.txt", options=ReadOptions(encoding=encoding))
    assert caught.value.key in {"readers.wrong_encoding", "readers.unknown_encoding"}
    assert caught.value.values["encoding"] == encoding
    _understood(caught.value)


def test_a_long_text_without_a_full_stop_within_the_limit_is_accepted() -> None:
    [article] = read(("قال الوزير " * 200_000).encode(), name="a.txt")
    assert len(article.text) == 2_200_000


WARNED = {
    "NUL": (ARTICLE.replace("سامر", "سا\0مر"), ARTICLE, "readers.warning.nul"),
    "escape characters": (ARTICLE.replace("سامر", "سا\x1bمر"), ARTICLE, "readers.warning.controls"),
    "bidi controls": (ARTICLE + "\u202eمقلوب\u202c", ARTICLE + "\u202eمقلوب\u202c", "readers.warning.bidi"),
    "isolates": (ARTICLE + "\u2067نص\u2069", ARTICLE + "\u2067نص\u2069", "readers.warning.bidi"),
    "lost characters": (ARTICLE + "الر\ufffdيس", ARTICLE + "الر\ufffdيس", "readers.warning.damaged"),
    "saved twice": (ARTICLE.encode().decode("latin-1"), ARTICLE, "readers.warning.mojibake"),
    "mostly English": ("He said " * 50 + "نعم", "He said " * 50 + "نعم", "readers.warning.little_arabic"),
}


@pytest.mark.parametrize(("text", "kept", "warning"), WARNED.values(), ids=WARNED.keys())
def test_what_looks_odd_is_warned_of(text: str, kept: str, warning: str) -> None:
    [article] = read(text.encode(), name="a.txt")
    assert article.text == kept
    assert warning in article.origin.warnings
    for language in LANGUAGES:
        assert len(message(warning, language)) > 30


def test_marks_of_direction_that_everybody_types_are_no_reason_to_warn() -> None:
    [article] = read((ARTICLE + "\u200f(رويترز)\u200f").encode(), name="a.txt")
    assert not article.origin.warnings


def test_a_file_cut_in_the_middle_of_a_letter_is_read_with_a_warning() -> None:
    [article] = read(ARTICLE.encode()[:-2] + b"\xd9", name="a.txt")
    assert article.text.startswith(ARTICLE[:-3])
    assert article.origin.warnings == ("readers.warning.damaged",)
    assert article.origin.quality < 1


@pytest.mark.parametrize("trouble", ["missing", "folder", "not_a_file", "too_large"])
def test_files_that_cannot_be_opened(tmp_path: Path, trouble: str) -> None:
    path = tmp_path / "مقال.txt"
    options = ReadOptions()
    match trouble:
        case "folder":
            path.mkdir()
        case "not_a_file":
            os.mkfifo(path)
        case "too_large":
            path.write_bytes(bytes(2000))
            options = ReadOptions(limits=Limits(file_bytes=1000))
    with pytest.raises(ReadError) as caught:
        read(path, options=options)
    assert caught.value.key == f"readers.{trouble}"
    assert "مقال" in _understood(caught.value)


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")

    def refused(*_args: object, **_kwargs: object) -> None:  # root may read a file of mode 0
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.key == "readers.permission"
    _understood(caught.value)


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")

    def broken(*_args: object, **_kwargs: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.key == "readers.unreadable"
    assert "Input/output error" in _understood(caught.value)


def test_a_pasted_text_is_an_article() -> None:
    article = read_clipboard(f"{TITLE}\r\n{FIRST}\ud800")
    assert article.text == f"{TITLE}\n{FIRST}"
    assert article.title == TITLE
    assert article.origin.kind is OriginKind.CLIPBOARD
    assert article.origin.retrieved is not None
    assert article.published is None or isinstance(article.published, date)


@pytest.mark.parametrize("text", ["", "   ", "no Arabic here"])
def test_a_paste_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_clipboard(text)
    _understood(caught.value)


def _understood(error: ReadError) -> str:
    """Both sentences of an error: in their script, with an advice, all placeholders filled."""
    arabic, english = explain(error, "ar"), explain(error, "en")
    assert any("\u0621" <= letter <= "\u064a" for letter in arabic)
    assert english.count(".") + english.count(";") >= 2, "what happened, and what to do"
    assert "{" not in arabic + english
    return arabic


LABELLED = {
    "labels": (
        f"{TITLE}\nالمصدر: جريدة الميدان\nتاريخ النشر: ١٥ رمضان ١٤٤٥ هـ\n\n{BODY}",
        ("جريدة الميدان", "", date(2024, 3, 25), ""),
    ),
    "a byline without a colon": (
        f"{TITLE}\nبقلم هالة الكرمي\nالسبت 9 آذار 2024\n\n{BODY}",
        ("", "هالة الكرمي", date(2024, 3, 9), ""),
    ),
    "at the end": (
        f"{ARTICLE}{BODY * 10}\nالمصدر: وكالة الساحل\nالرابط: https://example.org/خبر/1",
        ("وكالة الساحل", "", None, "https://example.org/خبر/1"),
    ),
    "a year in a sentence is no date": (
        f"{TITLE}\n\nقال وزير الأشغال إن أعمال الترميم بدأت فعليا في 12 أيار 2019 بعد تأخير طويل.\n{BODY}",
        ("", "", None, ""),
    ),
}


@pytest.mark.parametrize(("text", "expected"), LABELLED.values(), ids=LABELLED.keys())
def test_lines_with_labels_say_outlet_author_date_and_link(
    text: str, expected: tuple[str, str, date | None, str]
) -> None:
    [article] = read(text.encode(), name="a.txt")
    assert (article.outlet, article.author, article.published, article.link) == expected
    assert article.text == text
    assert article.title == TITLE


PATIENCE = {
    "a byline of many words": f"بقلم {'كلمة ' * 20}ا\n" * 3 + ARTICLE,
    "a date between many blanks": f"12 {' ' * 90}مارس{' ' * 10}\n" + ARTICLE,
    "one line": "قال الوزير " * 200_000,
    "nothing but line ends": "\n" * 2_000_000 + "قال",
    "nothing but marks": "«" * 1_000_000 + "قال",
    "nothing but bidi controls": "\u202e" * 1_000_000 + "قال",
    "nothing but broken letters": "\u00c3\u0098" * 500_000 + " قال",
}


@pytest.mark.parametrize("text", PATIENCE.values(), ids=PATIENCE.keys())
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.jsonl"])
def test_nothing_hangs(text: str, name: str) -> None:
    begun = time.monotonic()
    list(read_each(text.encode(), name=name, options=ReadOptions(limits=Limits(seconds=10))))
    assert time.monotonic() - begun < 30


def test_a_cell_that_is_no_date_costs_no_time() -> None:
    begun = time.monotonic()
    assert parse_date("12 مارس" + " " * 5_000_000 + "x") is not None
    assert parse_date(" " * 5_000_000) is None
    assert time.monotonic() - begun < 5
