"""How parts of an attribution are told apart: by colour and lines under them; hits have a line over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QTextCharFormat

from quotetrack.detection.records import Span
from quotetrack.status import Status
from quotetrack.store.records import Quote
from ui.theme import Tokens

Mark = tuple[int, int, str, bool]
"""Where a mark starts and ends, its part, and whether it is faded."""

_LINES = {
    "content": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "nested": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "selected": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "selected_nested": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "inside": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "cue": QTextCharFormat.UnderlineStyle.DotLine,
    "source": QTextCharFormat.UnderlineStyle.DashUnderline,
}
_INKS = {"content": "content_line", "nested": "content_line", "cue": "cue_line", "source": "source_line"}
"""What the parts are underlined with; the chosen quote is underlined like ink."""
_NESTED = 0.35


class MarkFormats:
    """A format for each part: content, cue, source, and a search's hit.

    Content is otherwise where it is nested, selected, both, or inside what is selected.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._underlined = False
        self._made: dict[tuple[str, bool], QTextCharFormat] = {}

    def underline(self, *, on: bool) -> None:
        """Draw lines under the parts from now on, or colours alone."""
        if on != self._underlined:
            self._underlined = on
            self._made.clear()

    def of(self, part: str, *, faded: bool = False) -> QTextCharFormat:
        """The format of a part; `faded` for a quote that was rejected."""
        key = (part, faded)
        if key not in self._made:
            self._made[key] = self._faded() if faded else self._lively(part)
        return self._made[key]

    def _faded(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._tokens.color("muted"))
        made.setFontStrikeOut(self._underlined)
        return made

    def _lively(self, part: str) -> QTextCharFormat:
        made = QTextCharFormat()
        if part != "inside":
            made.setBackground(ground(self._tokens, part))
        # The page keeps the weight of its letters under every mark, so bold would not be seen.
        made.setFontOverline(self._underlined and part == "hit")
        if self._underlined and part in _LINES:
            made.setUnderlineStyle(_LINES[part])
            made.setUnderlineColor(self._tokens.color(_INKS.get(part, "text")))
        return made


def ground(tokens: Tokens, part: str) -> QColor:
    """The colour behind a part; a quote inside another is between a quote's and the chosen one's."""
    if part != "nested":
        return tokens.color("selected_content" if part.startswith("selected") else part)
    one, other = tokens.color("content"), tokens.color("selected_content")
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * _NESTED) for a, b in pairs))


def marks_of(quotes: Sequence[Quote], chosen: int | None, hits: Iterable[Span]) -> list[Mark]:
    """The marks of some quotes and of what a search has found, those that are drawn above others last."""
    marks: list[Mark] = []
    for quote in sorted(quotes, key=lambda each: (each.id == chosen, each.parent is not None)):
        part, faded = _content(quote, chosen), _faded(quote, chosen)
        marks.extend((span.start, span.end, part, faded) for span in quote.content)
    for quote in quotes:
        if chosen is not None and quote.parent == chosen and not _faded(quote, chosen):
            marks.extend((span.start, span.end, "inside", False) for span in quote.content)
    for quote in quotes:
        for span, part in ((quote.cue, "cue"), (quote.source, "source")):
            if span is not None:
                marks.append((span.start, span.end, part, _faded(quote, chosen)))
    marks.extend((hit.start, hit.end, "hit", False) for hit in hits)
    return marks


def _faded(quote: Quote, chosen: int | None) -> bool:
    return quote.status is Status.REJECTED and quote.id != chosen


def _content(quote: Quote, chosen: int | None) -> str:
    """What the content of a quote is marked as."""
    nested = quote.parent is not None
    if quote.id == chosen:
        return "selected_nested" if nested else "selected"
    return "nested" if nested else "content"
