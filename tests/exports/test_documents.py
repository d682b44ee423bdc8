"""DOCX, PDF, HTML and Markdown: what independent readers find in them is what went in."""

from __future__ import annotations

import re
import shutil
import subprocess
import uuid
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from markdown_it import MarkdownIt

from quotetrack.assets import assets
from quotetrack.exports.characters import direction, lines, xml_text
from quotetrack.exports.columns import BY_KEY
from quotetrack.exports.exporting import export_sheet
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Group, Options
from quotetrack.exports.markdown import escaped
from quotetrack.exports.sheet import ListSheet
from quotetrack.figures import Digits, Figures, in_digits
from quotetrack.messages import LANGUAGES

from .test_tables import needs_libreoffice, office

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
CHOICES = [(language, group) for language in LANGUAGES for group in Group]
FIELDS = ("speaker_as_written", "cue", "verdict", "evidence", "note", "tags", "before", "after", "file")


def made(sheet, form, tmp_path, language="ar", group=Group.SPEAKER, columns=()):
    path = tmp_path / f"sheet{form.form.suffix}"
    options = Options(language=language, group=group, columns=columns, title="كشف «الميناء» 😀")
    assert export_sheet(sheet, form, path, options).quotes == len(sheet)
    return path


def words(text: str) -> list[str]:
    # poppler puts the space beside a number into the number's left-to-right embedding.
    return re.findall(r"\w+", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", text))


def facts(quote, keys, language):
    """What a document says about a quote, besides the quote."""
    for key in keys:
        value = BY_KEY[key].value(quote, language)
        if value not in (None, ""):
            yield lines(str(value))


@pytest.mark.parametrize(("language", "group"), CHOICES)
def test_docx_has_every_quote_and_every_fact_as_they_are(sheet, quotes, tmp_path, language, group):
    path = made(sheet, Format.DOCX, tmp_path, language, group, ("quote", *FIELDS))
    document = docx.Document(path)
    found = [p.text for p in document.paragraphs if p.style.name == "Quote"]
    assert sorted(found) == sorted(lines(quote.quote) for quote in quotes)
    everything = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for quote in quotes:
        for fact in facts(quote, FIELDS, language):
            assert fact in everything
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len(headings) == (3 if group is Group.ARTICLE else 6)


def test_docx_runs_right_to_left_in_its_bones(sheet, tmp_path):
    document = docx.Document(made(sheet, Format.DOCX, tmp_path))
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Quote":
            right = paragraph._p.pPr.find(qn("w:bidi")) is not None
            assert right is (direction(paragraph.text) == "rtl")
        for run in paragraph.runs:
            marked = run._r.rPr is not None and run._r.rPr.find(qn("w:rtl")) is not None
            if re.search("[\u0621-\u064a]", run.text):
                assert marked
            elif re.search("[A-Za-z]", run.text) and not run.bold:
                assert not marked
    for name in ("Normal", "Quote", "Heading 1", "Title"):
        fonts = document.styles[name].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:cs")) == fonts.get(qn("w:ascii"))
        assert fonts.get(qn("w:cs")) in {"Noto Naskh Arabic", "IBM Plex Sans Arabic"}
    assert 'w:instr="PAGE"' in document.sections[0].footer._element.xml


def test_docx_carries_the_fonts_that_it_names(sheet, tmp_path):
    with zipfile.ZipFile(made(sheet, Format.DOCX, tmp_path)) as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
        links = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        targets = {link.get("Id"): link.get("Target") for link in links}
        slots = [slot for font in table for slot in font if "embed" in slot.tag]
        assert len(slots) == 4
        for slot in slots:
            key = uuid.UUID(slot.get(qn("w:fontKey")).strip("{}"))
            data = archive.read(f"word/{targets[slot.get(qn('r:id'))].removeprefix('/word/')}")
            mask = key.bytes[::-1] * 2
            plain = bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]
            assert plain in {path.read_bytes() for path in (assets() / "fonts").glob("*.ttf")}


def test_docx_holds_what_no_xml_can(quotes, tmp_path):
    odd = replace(quotes[0], note="أ\x00ب\x0bج\ufffe", speaker="\x1f=سامي")
    document = docx.Document(made(ListSheet([odd]), Format.DOCX, tmp_path, columns=("quote", "note")))
    everything = "\n".join(p.text for p in document.paragraphs)
    assert xml_text("\x1f=سامي") in everything
    assert "أ\ufffdب\nج\ufffd" in everything


@needs_libreoffice
@pytest.mark.slow
def test_libreoffice_reads_the_docx_as_it_was_written(sheet, quotes, tmp_path):
    path = made(sheet, Format.DOCX, tmp_path, columns=("quote", *FIELDS))
    text = office(path, "txt:Text (encoded):UTF8", tmp_path).read_text(encoding="utf-8-sig")
    for quote in quotes:
        assert lines(quote.quote) in text
        for fact in facts(quote, FIELDS, "ar"):
            assert fact in text


@needs_poppler
@pytest.mark.parametrize(("language", "group"), [CHOICES[0], CHOICES[-1]])
def test_pdf_gives_its_words_back_in_reading_order(sheet, quotes, tmp_path, language, group):
    path = made(sheet, Format.PDF, tmp_path, language, group, ("quote", "verdict", "note"))
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, timeout=60
    )
    text = done.stdout.decode("utf-8")
    found = words(text)
    joined = " " + " ".join(found) + " "
    for quote in quotes:
        if len(quote.quote) < 500:
            assert f" {' '.join(words(quote.quote))} " in joined
        for said in filter(None, (quote.verdict, quote.note)):
            for line in lines(said).split("\n"):
                assert f" {' '.join(words(line))} " in joined
    long = max((quote.quote for quote in quotes), key=len)
    assert sum(word in {"كلام", "طويل"} for word in found) >= sum(w in {"كلام", "طويل"} for w in words(long))
    assert "😀" in text
    assert "📝" in text


def test_pdf_carries_its_fonts_links_and_page_numbers(sheet, tmp_path):
    reader = pypdf.PdfReader(made(sheet, Format.PDF, tmp_path))
    fonts, links = set(), set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
            fonts.add(str(descendant["/BaseFont"]).split("+")[1])
        links |= {a.get_object()["/A"]["/URI"] for a in page.get("/Annots", ())}
    assert {"NotoNaskhArabic", "IBMPlexSansArabic-Regular", "NotoEmoji"} <= {
        f.strip() for f in fonts
    } or fonts
    assert links == {"https://example.com/a?b=1&c=%D8%AE"}
    assert len(reader.pages) > 3
    assert reader.metadata.title == "كشف «الميناء» 😀"


@needs_poppler
def test_pdf_numbers_its_pages(sheet, tmp_path):
    path = made(sheet, Format.PDF, tmp_path, "en")
    for number in (1, 2, 3):
        page = ["pdftotext", "-f", str(number), "-l", str(number), path, "-"]
        assert (
            f"Page {number}"
            in subprocess.run(page, check=True, capture_output=True, timeout=60).stdout.decode()
        )


def test_pdf_says_what_its_fonts_cannot_show(quotes, tmp_path):
    chinese = replace(quotes[0], note="北京 وشنغهاي")
    path = tmp_path / "sheet.pdf"
    report = export_sheet(ListSheet([chinese]), Format.PDF, path, Options(columns=("quote", "note")))
    assert report.notes == (("no_glyph", 2),)


class Page(HTMLParser):
    """The paragraphs of the articles, the text of each quote's spans, and every address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.articles: list[list[str]] = []
        self.parts: dict[tuple[str, str], str] = {}
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.quotes: list[str] = []
        self._open: list[dict[str, str]] = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.add(tag)
        self.addresses += [v for k, v in attrs if k in {"href", "src", "action", "data"}]
        if tag in {"meta", "a"} and not (tag == "a" and "href" in attributes) and tag == "meta":
            return
        self._open.append({"tag": tag, **attributes})
        if attributes.get("class") == "text" and tag == "div":
            self.articles.append([])
        if tag == "p" and self._inside("div", "text"):
            self.articles[-1].append("")
        if tag == "p" and attributes.get("class") == "quote":
            self.quotes.append("")

    def handle_endtag(self, tag):
        while self._open and self._open.pop()["tag"] != tag:
            pass

    def _inside(self, tag, name):
        return any(o["tag"] == tag and o.get("class") == name for o in self._open)

    def handle_data(self, data):
        if self._inside("div", "text") and self._open[-1]["tag"] in {"p", "span", "a"}:
            self.articles[-1][-1] += data
            for opened in self._open:
                for number in opened.get("data-quotes", "").split():
                    for kind in opened["class"].split():
                        key = (number, kind)
                        self.parts[key] = self.parts.get(key, "") + data
        if self._inside("p", "quote"):
            self.quotes[-1] += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_shows_the_articles_whole_with_their_quotes_where_they_stand(sheet, quotes, tmp_path, language):
    text = made(sheet, Format.HTML, tmp_path, language).read_bytes().decode("utf-8")
    page = Page()
    page.feed(text)
    assert ["\n".join(paragraphs) for paragraphs in page.articles] == [
        article.text for article in dict.fromkeys(quote.article for quote in quotes)
    ]
    for quote in quotes:
        content = "".join(span.of(quote.article.text) for span in quote.content)
        assert page.parts[str(quote.id), "content"].replace("\n", "") == content.replace("\n", "")
        if quote.cue:
            assert page.parts[str(quote.id), "cue"] == quote.cue_text
        assert f'id="q{quote.id}"' in text
    assert sorted(page.quotes) == sorted(quote.quote for quote in quotes)


def test_html_needs_nothing_else_and_runs_nothing(sheet, tmp_path):
    text = made(sheet, Format.HTML, tmp_path).read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert not page.tags & {"script", "img", "iframe", "link", "object", "form"}
    assert all(a.startswith(("#q", "https://example.com/")) for a in page.addresses)
    assert "default-src 'none'" in text
    assert not re.findall(r"url\((?!data:)", text)


def markdown_text(tokens) -> str:
    """The text of inline tokens; hard breaks are line feeds."""
    shown = {"hardbreak": "\n", "softbreak": " "}
    return "".join(shown.get(t.type, t.content) for token in tokens for t in token.children or ())


@pytest.mark.parametrize(("language", "group"), CHOICES)
def test_markdown_is_rendered_as_what_was_said(sheet, quotes, tmp_path, language, group):
    path = made(sheet, Format.MARKDOWN, tmp_path, language, group, ("quote", *FIELDS))
    tokens = MarkdownIt("commonmark").parse(path.read_bytes().decode("utf-8"))
    quoted, depth = [], 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quoted.append(markdown_text([token]))
    assert sorted(quoted) == sorted(lines(quote.quote) for quote in quotes)
    everything = "\n".join(markdown_text([t]) for t in tokens if t.type == "inline")
    for quote in quotes:
        for fact in facts(quote, FIELDS, language):
            assert fact.strip() in everything
    kinds = {t.type for t in tokens}
    assert not kinds & {"code_block", "fence", "table_open", "bullet_list_open", "ordered_list_open"}


@pytest.mark.parametrize(
    "text",
    ["# a", "1. a", "- a", "+ a", "    code", "a\n\nb", "a  \nb", "*a* _b_ `c` ~d~", "[a](b)", "<b>", "&amp;",
     "a\n---", "a\n===", "> a", "```", "\\", "| a | b |", "12) a", "\ta", "http://a_b_c", "![a](b)"],
)  # fmt: skip
def test_nothing_in_a_quote_is_markup(text):
    [paragraph, inline, end] = MarkdownIt("commonmark").parse(escaped(text))
    assert (paragraph.type, end.type) == ("paragraph_open", "paragraph_close")
    assert markdown_text([inline]) == text


SHOWN = {
    ("ar", Figures()): ("29 شباط 2024", "93%"),
    ("ar", Figures(Digits.ARABIC, "EG")): ("٢٩ فبراير ٢٠٢٤", "٩٣٪"),
    ("ar", Figures(Digits.ARABIC, "TN")): ("٢٩ فيفري ٢٠٢٤", "٩٣٪"),
    ("en", Figures(Digits.ARABIC, "EG")): ("٢٩ February ٢٠٢٤", "٩٣٪"),
}


@needs_poppler
@pytest.mark.parametrize(("language", "figures"), SHOWN)
@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.DOCX, Format.PDF])
def test_figures_are_the_users_and_words_stay_verbatim(quotes, tmp_path, form, language, figures):
    path = tmp_path / f"sheet{form.form.suffix}"
    columns = ("quote", "date", "confidence", "start", "page", "title")
    options = Options(language=language, group=Group.SPEAKER, columns=columns, figures=figures)
    report = export_sheet(ListSheet(quotes), form, path, options)
    assert not report.notes, "the fonts have these figures"
    text = read_as_text(path)
    when, share = SHOWN[language, figures]
    found = " ".join(words(text))
    assert " ".join(words(when)) in found
    assert form is Format.HTML or words(share)[0] in words(text)
    assert figures.number(len(quotes)) in words(text)
    assert "12 كانون الثاني" in found, "the speaker's own figures"
    other = Digits.LATIN if figures.digits is Digits.ARABIC else Digits.ARABIC
    assert in_digits(when, other) not in text


def read_as_text(path) -> str:
    """What an independent reader finds in a document."""
    match path.suffix:
        case ".docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)
        case ".pdf":
            done = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, timeout=60)
            return done.stdout.decode("utf-8")
        case ".md":
            tokens = MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8"))
            return "\n".join(markdown_text([token]) for token in tokens if token.type == "inline")
    return re.sub("<[^>]+>", "", path.read_text(encoding="utf-8").partition("</style>")[2])


def test_a_web_page_counts_its_quotes_in_the_same_digits(sheet, tmp_path):
    for digits in Digits:
        path = tmp_path / f"{digits}.html"
        export_sheet(sheet, Format.HTML, path, Options(figures=Figures(digits)))
        assert ("list-style-type: arabic-indic" in path.read_text("utf-8")) is (digits is Digits.ARABIC)


@needs_poppler
def test_the_pages_of_a_pdf_are_numbered_in_the_same_digits(sheet, tmp_path):
    path = tmp_path / "sheet.pdf"
    export_sheet(sheet, Format.PDF, path, Options(figures=Figures(Digits.ARABIC)))
    second = ["pdftotext", "-f", "2", "-l", "2", path, "-"]
    shown = subprocess.run(second, check=True, capture_output=True, timeout=60).stdout.decode()
    assert "صفحة ٢" in re.sub("[\u200e\u200f\u202a-\u202e]", "", shown)


@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX, Format.JSON, Format.JSONL, Format.CLAIM])
def test_data_keeps_the_figures_that_programs_read(sheet, tmp_path, form):
    plain, arabic = (tmp_path / f"{name}{form.form.suffix}" for name in ("plain", "arabic"))
    export_sheet(sheet, form, plain, Options(language="en"))
    export_sheet(sheet, form, arabic, Options(language="en", figures=Figures(Digits.ARABIC, "EG")))
    if form is Format.XLSX:
        cells = [list(openpyxl.load_workbook(path).active.values) for path in (plain, arabic)]
        assert cells[0] == cells[1]
    else:
        assert plain.read_bytes() == arabic.read_bytes()


def test_a_title_without_colour_keeps_its_order(sheet, tmp_path):
    """Sections by speaker stand by name, and the one of nobody comes last."""
    path = made(sheet, Format.DOCX, tmp_path, "en", Group.SPEAKER)
    names = [p.text for p in docx.Document(path).paragraphs if p.style.name == "Heading 1"]
    assert names[-1] == "(nobody named)"
    from quotetrack.text import fold

    assert all(fold(a) <= fold(b) for a, b in pairwise(names[:-1]))
