"""Documents: what of them becomes the article, in order, and what is refused."""

import io
from datetime import date

import pytest

from quotetrack.article import Article, OriginKind
from quotetrack.messages import LANGUAGES, explain, message
from quotetrack.readers import Limits, ReadError, ReadOptions, read
from quotetrack.readers.grading import grade
from tests.readers import documents
from tests.readers.articles import ARTICLE, FIRST, SECOND, THIRD, TITLE
from tests.readers.documents import BOMB, NOTE, OUTSIDE
from tests.readers.test_tables import ENGLISH, as_xlsx

TABLE = "المدينة\tالسوق\nحلب\tسوق العطارين"


def one(data: bytes, name: str, options: ReadOptions | None = None) -> Article:
    [article] = read(data, name=name, options=options)
    return article


def test_docx_gives_paragraphs_and_tables_in_order() -> None:
    article = one(documents.docx(), "a.docx")
    assert article.text == f"{TITLE}\n{FIRST}\n{TABLE}\n{SECOND}\n{THIRD}\n"
    assert (article.title, article.author) == (TITLE, "هالة الكرمي")
    assert article.origin.format == "docx"


def test_docx_gives_notes_after_their_paragraph_and_only_what_is_seen() -> None:
    text = one(documents.docx_with_notes(), "a.docx").text
    boxes = f"{documents.BOX}\nهامش الإطار\n{documents.INNER}\nهامش الإطار"
    assert f"{SECOND} وأدرج هذا. رابط\t\n\n{NOTE}\n{boxes}\n{THIRD}" in text
    assert "حذف" not in text
    assert "ونقل" not in text


def test_odt_gives_headings_lists_tables_and_notes_in_order() -> None:
    article = one(documents.odt(), "a.odt")
    table, boxes = "حلب\tسوق  العطارين داخل", f"{documents.BOX}\n{documents.INNER}"
    assert article.text == f"{TITLE}\n{FIRST}\n{table}\n{SECOND}\n{NOTE}\n{THIRD}\n{boxes}\n"
    assert (article.title, article.author) == (TITLE, "هالة الكرمي")


def test_epub_gives_its_chapters_in_the_order_of_the_book() -> None:
    first, second = read(documents.epub(), name="a.epub")
    assert first.text == f"{TITLE}\n{FIRST}\n{SECOND}"
    assert first.title == TITLE
    assert second.title == "الفصل الأخير"
    assert second.text.endswith(FIRST)
    assert (first.outlet, first.author, first.published) == ("دار الميدان", "هالة الكرمي", date(2020, 5, 1))


@pytest.mark.parametrize("unicode", [True, False], ids=["unicode numbers", "code page"])
def test_rtf_gives_its_text(unicode: bool) -> None:
    article = one(documents.rtf(unicode), "a.rtf")
    assert article.text.strip() == ARTICLE.strip()
    assert article.title == TITLE


def test_markdown_gives_its_words_without_its_marks() -> None:
    article = one(documents.MARKDOWN.encode(), "a.md")
    assert article.text.rstrip() == f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (article.title, article.outlet, article.author) == (TITLE, "جريدة الميدان", "هالة الكرمي")
    assert (article.published, article.link) == (date(2024, 3, 9), "https://example.org/a")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[x"])
def test_markdown_links_nowhere_but_to_the_web(link: str) -> None:
    text = f"---\ntitle: {TITLE}\nurl: {link}\n---\n\n{FIRST}\n"
    assert one(text.encode(), "a.md").link == ""
    assert one(text.replace(link, "https://example.org/a").encode(), "a.md").link == "https://example.org/a"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
@pytest.mark.parametrize("html", [True, False], ids=["html", "plain"])
def test_a_mail_gives_subject_sender_date_and_body(charset: str, html: bool) -> None:
    article = one(documents.eml(charset, html), "a.eml")
    assert article.title == TITLE
    assert article.outlet == "جريدة الميدان"
    assert article.published == date(2024, 3, 9)
    assert article.text.startswith(f"{TITLE}\n\n{FIRST}")
    assert THIRD in article.text
    assert article.origin.kind is OriginKind.MAIL


@pytest.mark.parametrize("note", ["", "FYI, see below.", "للعلم: تصريح الوزير أمس."])
def test_a_mail_that_only_forwards_another_is_the_other(note: str) -> None:
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    outer = EmailMessage(policy=policy.default)
    outer["Subject"], outer["From"] = "Fwd", "desk@example.org"
    if note:
        outer.set_content(note)
    outer.add_attachment(message_from_bytes(documents.eml(), policy=policy.default))
    article = one(outer.as_bytes(), "a.eml")
    own = note.startswith("للعلم")
    assert article.title == ("Fwd" if own else TITLE)
    assert article.outlet == ("example.org" if own else "جريدة الميدان")
    assert (FIRST in article.text) is not own


def test_a_page_that_a_browser_saved_whole_is_read_like_a_page() -> None:
    article = one(documents.mhtml(), "a.mhtml")
    assert article.text.startswith(f"{TITLE}\n\n{FIRST}")
    assert (article.outlet, article.link) == ("جريدة الميدان", "https://example.org/news/1")
    assert "الرئيسية" not in article.text


@pytest.fixture(scope="module")
def qt_pdf(qapp: object) -> bytes:
    """A PDF of three pages that is as good as PDF gets."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QFont, QFontDatabase, QPdfWriter, QTextDocument

    added = QFontDatabase.addApplicationFont(str(documents.FONTS / "IBMPlexSansArabic-Regular.ttf"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    document = QTextDocument()
    direction = document.defaultTextOption()
    direction.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(direction)
    document.setDefaultFont(QFont(QFontDatabase.applicationFontFamilies(added)[0], 14))
    document.setPlainText("\n".join([ARTICLE.replace("\n\n", "\n")] * 12))
    document.print_(writer)
    del writer
    return bytes(buffer.data().data())


def test_pdf_gives_paragraphs_and_the_pages_on_which_they_stand(qt_pdf: bytes) -> None:
    article = one(qt_pdf, "a.pdf")
    assert article.origin.quality > 0.95
    assert not article.origin.warnings
    for paragraph in (TITLE, FIRST, SECOND, THIRD):
        assert article.text.count(paragraph) == 12, "no line break within, no page number between"
    assert len(article.pages) == 3
    assert article.pages[0] == 0
    assert all(article.text[at - 1].isspace() for at in article.pages[1:])


def test_pages_begin_where_they_began_also_when_characters_are_taken_out() -> None:
    from quotetrack.readers.base import Raw, ReadArticle, ReadOptions
    from quotetrack.readers.formats import Format
    from quotetrack.readers.freezing import finish

    pages = ("\ufeffالصفحة الأو\x02لى\r\n", "\ufffeالصفحة\0 الثانية\n", "", "الصفحة الثالثة")
    starts = (0, len(pages[0]), len(pages[0] + pages[1]), len(pages[0] + pages[1]))
    raw = Raw(name="a.pdf", data=b"", format=Format.PDF)
    for title in ("", "عنوان الملف"):
        found = ReadArticle(text="".join(pages), pages=starts, title=title)
        article = finish(found, raw, ReadOptions())
        assert article.pages[0] == 0
        assert [article.text[at:].split("\n")[0] for at in article.pages[1:]] == [
            "الصفحة الثانية", "الصفحة الثالثة", "الصفحة الثالثة",
        ]  # fmt: skip


def test_a_pdf_written_from_the_left_is_put_in_reading_order_with_a_warning() -> None:
    article = one(documents.pdf(shaped=False), "a.pdf")
    for paragraph in (TITLE, FIRST, SECOND, THIRD):
        assert paragraph in article.text
    assert "readers.warning.pdf_reordered" in article.origin.warnings
    assert article.origin.quality <= 0.5


def test_a_pdf_with_mirrored_marks_and_torn_ligatures_asks_for_the_text_to_be_pasted() -> None:
    article = one(documents.pdf(shaped=True), "a.pdf")
    assert {
        "readers.warning.pdf_marks",
        "readers.warning.pdf_ligatures",
        "readers.warning.pdf_poor",
    } <= set(article.origin.warnings)
    assert "«لن نغلق" in article.text
    assert "paste the text" in message("readers.warning.pdf_poor", "en")


GRADED = {
    "good": (ARTICLE, None),
    "presentation forms": ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﻌﻤﻞ ﺑﺪﺃ ﻓﻲ ﺍﻟﺴﻮﻕ " * 5 + "قال", "readers.warning.pdf_forms"),
    "reversed words": (
        "\n".join(line[::-1] for line in ARTICLE.splitlines()),
        "readers.warning.pdf_reversed",
    ),
    "mirrored marks": (ARTICLE.translate(str.maketrans("«»", "»«")) * 2, "readers.warning.pdf_marks"),
    "missing glyphs": (ARTICLE.replace("ي", "\ufffd"), "readers.warning.pdf_glyphs"),
    "private glyphs": (ARTICLE.replace("ت", "\ue012"), "readers.warning.pdf_glyphs"),
    "torn letters": (ARTICLE.replace("ا", "ا ").replace("م", " م "), "readers.warning.pdf_torn"),
    "torn ligatures": (ARTICLE.replace("الأ", "األ"), "readers.warning.pdf_ligatures"),
    "no words": ("12 34 56", "readers.warning.pdf_poor"),
}


@pytest.mark.parametrize(("text", "warning"), GRADED.values(), ids=GRADED.keys())
def test_every_sign_of_a_bad_extraction_lowers_the_grade_and_is_said(text: str, warning: str | None) -> None:
    quality, warnings = grade(text)
    if warning is None:
        assert (quality, warnings) == (1.0, ())
        return
    assert warning in warnings
    assert quality < 0.9
    for language in LANGUAGES:
        assert message(warning, language)


HOSTILE = {
    "scan": (documents.scan, "a.pdf", "readers.scanned"),
    "not a pdf": (lambda: b"%PDF-1.7\nnothing", "a.pdf", "readers.broken"),
    "pdf cut short": (lambda: documents.pdf(shaped=True)[:300], "a.pdf", "readers.broken"),
    "docx with an entity bomb": (
        lambda: documents.with_entities(documents.docx(), "word/document.xml", BOMB), "a.docx", "readers.unsafe",
    ),
    "docx that asks for a file of this machine": (
        lambda: documents.with_entities(documents.docx(), "word/document.xml", OUTSIDE), "a.docx", "readers.unsafe",
    ),
    "docx with a bomb in its properties": (
        lambda: documents.with_entities(documents.docx(), "docProps/core.xml", BOMB), "a.docx", "readers.unsafe",
    ),
    "docx with a bomb in UTF-16": (
        lambda: documents.repacked(documents.docx(), {"word/document.xml": BOMB.encode("utf-16")}),
        "a.docx", "readers.unsafe",
    ),
    "docx with macros": (documents.docm, "a.docm", "readers.macros"),
    "docx that unpacks to gigabytes": (
        lambda: documents.repacked(documents.docx(), {"word/media/x.xml": bytes(400 << 20)}), "a.docx", "readers.bomb",
    ),
    "docx nested without end": (
        lambda: documents.repacked(
            documents.docx(),
            {"word/document.xml": b"<w:document xmlns:w='x'>" + b"<w:p>" * 200_000},
        ),
        "a.docx", "readers.broken",
    ),
    "docx cut short": (lambda: documents.docx()[:-3000], "a.docx", "readers.broken"),
    "docx with a password": (lambda: b"\xd0\xcf\x11\xe0" + bytes(3000), "a.docx", "readers.encrypted"),
    "odt with an entity bomb": (
        lambda: documents.with_entities(documents.odt(), "content.xml", BOMB), "a.odt", "readers.unsafe",
    ),
    "odt that asks for a file of this machine": (
        lambda: documents.with_entities(documents.odt(), "content.xml", OUTSIDE), "a.odt", "readers.unsafe",
    ),
    "epub with an entity bomb": (
        lambda: documents.with_entities(documents.epub(), "OEBPS/content.opf", BOMB), "a.epub", "readers.unsafe",
    ),
    "epub whose chapters point out of the book": (
        lambda: documents.repacked(
            documents.epub(),
            {"OEBPS/content.opf": documents.member(documents.epub(), "OEBPS/content.opf")
             .replace("text/", "../../../../etc/").encode()},
        ),
        "a.epub", "readers.no_arabic",
    ),
    "xlsx with an entity bomb": (
        lambda: documents.with_entities(as_xlsx(dict(ENGLISH)), "xl/workbook.xml", BOMB), "a.xlsx", "readers.unsafe",
    ),
    "xlsx cut short": (lambda: as_xlsx(dict(ENGLISH))[:-2000], "a.xlsx", "readers.broken"),
    "rtf nested without end": (lambda: b"{\\rtf1 " + b"{" * 500_000, "a.rtf", "readers.empty"),
    "mail without a body": (lambda: b"Subject: x\n\n", "a.eml", "readers.empty"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "name", "key"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_or_broken_file_is_refused_with_a_reason(make: object, name: str, key: str) -> None:
    assert callable(make)
    with pytest.raises(ReadError) as caught:
        read(make(), name=name, options=ReadOptions(limits=Limits(seconds=20)))
    assert caught.value.key == key
    for language in LANGUAGES:
        assert len(explain(caught.value, language)) > 60


def test_a_pdf_with_a_password_says_so() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(documents.pdf(shaped=True))))
    writer.encrypt("سر", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ReadError) as caught:
        read(out.getvalue(), name="a.pdf")
    assert caught.value.key == "readers.encrypted"


def test_pages_that_are_pictures_among_others_are_said() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(documents.pdf(shaped=False))))
    writer.append(PdfReader(io.BytesIO(documents.scan())))
    out = io.BytesIO()
    writer.write(out)
    article = one(out.getvalue(), "a.pdf")
    assert "readers.warning.scanned_pages" in article.origin.warnings
    assert len(article.pages) == 4
