"""PDF: a quote sheet with shaped Arabic, its fonts inside, and text that can be searched and copied."""

from __future__ import annotations

import logging
import unicodedata
from functools import cached_property
from typing import Any, BinaryIO

from fpdf import FPDF
from fpdf.bidi import BidiParagraph
from fpdf.enums import Align, TextDirection, TextMode
from fpdf.fonts import TTFFont
from fpdf.line_break import TextLine

from quotetrack.assets import assets
from quotetrack.exports.characters import Direction, direction
from quotetrack.exports.document import Entry, Fact, sections, subtitle
from quotetrack.exports.job import Job

_FONTS = (
    ("naskh", "", "NotoNaskhArabic-Regular"),
    ("plex", "", "IBMPlexSansArabic-Regular"),
    ("plex", "B", "IBMPlexSansArabic-Bold"),
    ("emoji", "", "NotoEmoji-Regular"),
)
_TEXT, _MUTED, _ACCENT = (30, 31, 36), (95, 98, 112), (11, 110, 95)
_MARGIN, _INDENT = 22.0, 5.0
_UNKNOWN = "\u25a1"


def write_pdf(stream: BinaryIO, job: Job) -> None:
    """Write a heading for each speaker or article, each quote, and its facts under it."""
    # fpdf2 logs what fontTools leaves out of a font and which glyphs it has not; notes say it better.
    for name in ("fontTools", "fpdf"):
        logging.getLogger(name).setLevel(logging.ERROR)
    document = _Document(job)
    try:
        _compose(document, job)
        document.output(stream)
    finally:
        document.close_fonts()


def _compose(document: _Document, job: Job) -> None:
    document.add_page()
    document.block(job.title, "plex", 22, style="B", colour=_TEXT)
    document.block(subtitle(job), "plex", 9, colour=_MUTED)
    for section in sections(job):
        document.space(9, needed=45)
        document.block(section.title, "plex", 15, style="B", colour=_ACCENT)
        document.facts(section.about)
        for entry in section.entries:
            document.entry(entry)


class _Document(FPDF):
    """A4 pages of paragraphs, each in the direction of its own first letter."""

    def __init__(self, job: Job) -> None:
        super().__init__(format="A4")
        self._job = job
        self._side: Direction = "rtl" if job.language == "ar" else "ltr"
        self._bar = False
        for family, style, file in _FONTS:
            self.add_font(family, style, assets() / "fonts" / f"{file}.ttf")
        self.set_fallback_fonts(["naskh", "plex", "emoji"], exact_match=False)
        self.set_margin(_MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN)
        self.set_title(job.title)
        self.set_creator("quotetrack")
        self.set_lang(job.language)
        self.set_creation_date(job.made)

    @cached_property
    def _known(self) -> frozenset[int]:
        return frozenset().union(*(font.cmap for font in self.fonts.values() if isinstance(font, TTFFont)))

    def close_fonts(self) -> None:
        """Let go of the font files, which fpdf2 reads as it needs them."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def footer(self) -> None:
        """The page's number."""
        self.set_y(-14)
        bar, self._bar = self._bar, False
        number = self._job.options.figures.number(self.page_no())
        self._write(f"{self._job.say('page')} {number}", 9, _MUTED, Align.C)
        self._bar = bar

    def space(self, height: float, needed: float) -> None:
        """Some room, or a new page where less than `needed` is left (both in millimetres)."""
        if self.will_page_break(needed):
            self.add_page()
        else:
            self.ln(height)

    def entry(self, entry: Entry) -> None:
        """A quote beside a bar, and its facts."""
        self.space(5, needed=24)
        self._bar = True
        self.block(entry.text, "naskh", 14, colour=_TEXT)
        self._bar = False
        for line in entry.lines:
            self.facts(line)

    def facts(self, facts: tuple[Fact, ...]) -> None:
        """Facts on one line; one that leads to an address has a line of its own."""
        shown = [fact for fact in facts if not fact.link]
        alone = len(shown) == 1 and not shown[0].label
        side = direction(shown[0].text, self._side) if alone else self._side
        if shown:
            turn = "\u200f" if side == "rtl" else "\u200e"
            plain = f" {turn}· ".join(_sentence(fact, side) for fact in shown)
            self.block(plain, "plex", 9, colour=_MUTED, side=side)
        for fact in facts:
            if fact.link:
                self.block(fact.text, "plex", 9, colour=_ACCENT, side="ltr", link=fact.link)

    def block(  # noqa: PLR0913 - a paragraph's look
        self,
        text: str,
        font: str,
        size: float,
        *,
        colour: tuple[int, int, int],
        style: str = "",
        side: Direction | None = None,
        link: str = "",
    ) -> None:
        """A paragraph of its own for every line of `text`."""
        for line in text.split("\n"):
            way = side or direction(line, self._side)
            self.set_font(font, style, size)
            align = Align.R if way == "rtl" or (link and self._side == "rtl") else Align.L
            self._write(line, size, colour, align, way, link)

    def _write(  # noqa: PLR0913, PLR0917 - a paragraph's look
        self,
        text: str,
        size: float,
        colour: tuple[int, int, int],
        align: Align,
        way: Direction | None = None,
        link: str = "",
    ) -> None:
        if way is None:
            self.set_font("plex", "", size)
        self.set_text_shaping(use_shaping_engine=True, direction=way or self._side)
        self.set_text_color(*colour)
        indent = _INDENT if self._bar else 0.0
        self.set_x(self.l_margin + indent)
        width = self.epw - 2 * indent
        self.multi_cell(
            width, size * 0.66, self._showable(text), align=align, link=link, new_x="LMARGIN", new_y="NEXT"
        )

    def _showable(self, text: str) -> str:
        """`text` with a box for what no font has, without what is not meant to be seen."""
        shown = []
        for character in text:
            if ord(character) in self._known:
                shown.append(character)
            elif character == "\t":
                shown.append(" ")
            elif unicodedata.category(character) not in {"Cf", "Cc", "Mn"}:
                self._job.notes["no_glyph"] += 1
                shown.append(_UNKNOWN)
        return "".join(shown)

    def _render_styled_text_line(
        self, text_line: TextLine, h: float | None = None, *arguments: Any, **named: Any
    ) -> bool:
        """Draw a line, and over it, unseen, its letters as they are read.

        Shaped glyphs (dots apart from their letters, ligatures) give readers of the file broken
        words. So they are marked as standing for no text, and letters that are not drawn, in the
        order of sight that readers expect, lie where they stand: as in pages that were scanned.
        """
        text = "".join(fragment.string for fragment in text_line.fragments)
        if not text.strip() or not self.text_shaping:
            return bool(super()._render_styled_text_line(text_line, h, *arguments, **named))
        height = h or self.font_size
        broken = self._perform_page_break_if_need_be(height)
        if self._bar:
            self._draw_bar(height)
        x, y = self.x, self.y
        self._out("/Span <</ActualText <FEFF>>> BDC")
        super()._render_styled_text_line(text_line, h, *arguments, **named)
        self._out("EMC")
        after = self.x, self.y
        self._write_unseen(text, text_line, x, y, height)
        self.set_xy(*after)
        return bool(broken)

    def _write_unseen(self, text: str, line: TextLine, x: float, y: float, height: float) -> None:
        shaping, self.text_shaping = self.text_shaping, None
        assert shaping is not None
        width = sum(fragment.get_width() for fragment in line.fragments)
        seen = BidiParagraph(text, base_direction=shaping["paragraph_direction"]).get_reordered_string()
        room = (line.max_width or width) - width
        left = x + (room if line.align is Align.R else room / 2 if line.align is Align.C else 0)
        natural = self.get_string_width(seen)
        if natural:
            self.set_stretching(100 * width / natural)
            with self.local_context(text_mode=TextMode.INVISIBLE):
                self.set_xy(left, y)
                self.cell(width, height, seen, align=Align.L)
            self.set_stretching(100)
        self.text_shaping = shaping

    def _draw_bar(self, height: float) -> None:
        shaping = self.text_shaping or {}
        right = shaping.get("paragraph_direction") == TextDirection.RTL
        place = self.w - self.r_margin - 1 if right else self.l_margin
        self.set_fill_color(*_ACCENT)
        self.rect(place, self.y, 1, height, style="F")


def _sentence(fact: Fact, side: Direction) -> str:
    text = fact.text
    if direction(text, side) != side:
        # Marks on both ends keep its own punctuation with a text that runs against the line.
        mark = "\u200e" if side == "rtl" else "\u200f"
        text = f"{mark}{text}{mark}"
    return f"{fact.label}: {text}" if fact.label else text
