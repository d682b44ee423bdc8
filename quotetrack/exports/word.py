"""DOCX: a quote sheet for an editor's desk, right to left in its bones, its fonts inside."""

from __future__ import annotations

import uuid
from typing import Any, BinaryIO

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from quotetrack.assets import assets
from quotetrack.exports.characters import direction, xml_text
from quotetrack.exports.document import Entry, Fact, sections, subtitle
from quotetrack.exports.job import Job

_BODY, _HEAD = "Noto Naskh Arabic", "IBM Plex Sans Arabic"
_FONTS = (
    (_BODY, "embedRegular", "NotoNaskhArabic-Regular.ttf"),
    (_BODY, "embedBold", "NotoNaskhArabic-Bold.ttf"),
    (_HEAD, "embedRegular", "IBMPlexSansArabic-Regular.ttf"),
    (_HEAD, "embedBold", "IBMPlexSansArabic-Bold.ttf"),
)
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_LONGEST_PROPERTY = 255
_STYLES = (
    ("Normal", _BODY, 12, "1E1F24", 0),
    ("Title", _HEAD, 24, "1E1F24", 0),
    ("Subtitle", _HEAD, 10, "5F6270", 18),
    ("Heading 1", _HEAD, 16, "0B6E5F", 4),
    ("Quote", _BODY, 14, "1E1F24", 4),
    ("Caption", _HEAD, 9, "5F6270", 2),
)


def write_docx(stream: BinaryIO, job: Job) -> None:
    """Write a heading for each speaker or article, each quote, and its facts under it."""
    document = docx.Document()
    _dress(document, job)
    writer = _Writer(document, job)
    writer.paragraph(job.title, "Title")
    writer.paragraph(subtitle(job), "Subtitle")
    for section in sections(job):
        writer.paragraph(section.title, "Heading 1")
        if section.about:
            writer.facts(section.about)
        for entry in section.entries:
            writer.entry(entry)
    _footer(document, job)
    _embed(document)
    document.save(stream)


def _dress(document: Any, job: Job) -> None:  # python-docx has no types
    document.core_properties.title = xml_text(job.title)[:_LONGEST_PROPERTY]
    document.core_properties.author = "quotetrack"
    document.core_properties.language = job.language
    document.core_properties.created = document.core_properties.modified = job.made.replace(tzinfo=None)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.2)
    if job.language == "ar":
        page._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    for name, font, size, colour, after in _STYLES:
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_after = Pt(after)
        properties = style.element.get_or_add_rPr()
        for tag in ("w:b", "w:bCs", "w:i", "w:iCs", "w:spacing", "w:kern", "w:szCs", "w:lang"):
            for old in properties.findall(qn(tag)):
                properties.remove(old)
        for frame in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            frame.getparent().remove(frame)
        style.font.bold = name in {"Title", "Heading 1"}
        style.font.cs_bold = name in {"Title", "Heading 1"}
        fonts = properties.find(qn("w:rFonts"))
        for attribute in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{attribute}"), None)
        fonts.set(qn("w:cs"), font)
        properties.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{size * 2}"/>'))
        properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:bidi="ar-SA"/>'))


class _Writer:
    """Adds paragraphs, each in the direction of its own first letter."""

    def __init__(self, document: Any, job: Job) -> None:
        self._document = document
        self._side: Any = "rtl" if job.language == "ar" else "ltr"

    def entry(self, entry: Entry) -> None:
        """A quote with its facts, kept together on a page where they fit."""
        quote = self.paragraph(entry.text, "Quote")
        quote.paragraph_format.space_before = Pt(14)
        quote.paragraph_format.keep_with_next = bool(entry.lines)
        quote.paragraph_format.widow_control = True
        start = "right" if quote._p.pPr.find(qn("w:bidi")) is not None else "left"
        border = f'<w:{start} w:val="single" w:sz="18" w:space="8" w:color="0B6E5F"/>'
        frame = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
        quote._p.pPr.insert_element_before(frame, "w:shd", "w:bidi", "w:spacing", "w:ind", "w:jc")
        for number, line in enumerate(entry.lines, 1):
            self.facts(line).paragraph_format.keep_with_next = number < len(entry.lines)

    def paragraph(self, text: str, style: str) -> Any:
        """A paragraph of one text."""
        paragraph = self._paragraph(style, direction(text, self._side))
        _run(paragraph, text)
        return paragraph

    def facts(self, facts: tuple[Fact, ...]) -> Any:
        """A line of facts, in the direction of the document's language, or of a long fact's text."""
        side = direction(facts[0].text, self._side) if len(facts) == 1 and not facts[0].label else self._side
        paragraph = self._paragraph("Caption", side)
        for number, fact in enumerate(facts):
            _run(paragraph, " · " if number else "")
            if fact.label:
                _run(paragraph, f"{fact.label}: ", bold=True, rtl=self._side == "rtl")
            if fact.link:
                _link(paragraph, fact)
            else:
                _run(paragraph, fact.text)
        return paragraph

    def _paragraph(self, style: str, side: str) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        if side == "rtl":
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc")
        return paragraph


def _run(paragraph: Any, text: str, *, bold: bool = False, rtl: bool | None = None) -> None:
    """Add text, cut where its direction turns: Word sets what is marked w:rtl in the w:cs font."""
    if not text:
        return
    for piece, right in _turns(xml_text(text)) if rtl is None else [(xml_text(text), rtl)]:
        run = paragraph.add_run(piece)
        if bold:
            run.bold = True
            run._r.get_or_add_rPr().append(OxmlElement("w:bCs"))
        if right:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _turns(text: str) -> list[tuple[str, bool]]:
    """Pieces of `text` with whether each runs right to left; what has no direction joins its piece."""
    pieces: list[tuple[str, bool]] = []
    right = direction(text) == "rtl"
    start = 0
    for place, character in enumerate(text):
        now = direction(character, "rtl" if right else "ltr") == "rtl"
        if now != right:
            pieces.append((text[start:place], right))
            start, right = place, now
    return [*pieces, (text[start:], right)]


def _link(paragraph: Any, fact: Fact) -> None:
    target = paragraph.part.relate_to(fact.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    before = len(paragraph._p)
    _run(paragraph, fact.text, rtl=False)
    for run in list(paragraph._p)[before:]:
        link.append(run)
    paragraph._p.append(link)


def _footer(document: Any, job: Job) -> None:
    """The page's number, of which the word processor chooses the digits."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = document.styles["Caption"]
    footer.alignment = 1
    if job.language == "ar":
        footer._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), "w:jc")
    _run(footer, f"{job.say('page')} ")
    _field(footer, "PAGE")
    _run(footer, " / ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)


def _embed(document: Any) -> None:
    """Put the fonts into the file, as ECMA-376 part 4 §2.8.1 asks: the first 32 bytes are masked."""
    package = document.part.package
    table = next(part for part in package.iter_parts() if part.partname == "/word/fontTable.xml")
    entries: dict[str, str] = {}
    for number, (family, slot, file) in enumerate(_FONTS, 1):
        key = uuid.uuid5(uuid.NAMESPACE_OID, file)
        font = masked((assets() / "fonts" / file).read_bytes(), key)
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _FONT_TYPE, font, package)
        target = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
        brackets = "{" + str(key).upper() + "}"
        entries[family] = entries.get(family, "") + f'<w:{slot} r:id="{target}" w:fontKey="{brackets}"/>'
    fonts = "".join(f'<w:font w:name="{family}">{slots}</w:font>' for family, slots in entries.items())
    table._blob = f"<w:fonts {nsdecls('w', 'r')}>{fonts}</w:fonts>".encode()
    settings = document.settings.element
    before = [settings.find(qn(f"w:{name}")) for name in ("writeProtection", "view", "zoom")]
    settings.insert(sum(one is not None for one in before), OxmlElement("w:embedTrueTypeFonts"))


def masked(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes masked by the key, last byte of the key first."""
    mask = bytes(reversed(key.bytes)) * 2
    return bytes(a ^ b for a, b in zip(font[:32], mask, strict=True)) + font[32:]
