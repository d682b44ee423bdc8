"""The last step of every reader: the text is put in order once, then nobody changes it again."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import accumulate, pairwise

from quotetrack.article import Article, Origin, OriginKind
from quotetrack.readers.base import Format, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import ARABIC, arabic_share, unscrambled

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85]")
# What no export format may hold: C0 and C1 controls but tab and line feed, halves of surrogate
# pairs, noncharacters.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_KINDS = {
    Format.CSV: OriginKind.TABLE,
    Format.XLSX: OriginKind.TABLE,
    Format.JSONL: OriginKind.TABLE,
    Format.EML: OriginKind.MAIL,
    Format.FEED: OriginKind.FEED,
}
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def freeze(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` as it will be kept, and the warnings about what was changed or looks odd.

    Line ends become line feeds, a byte order mark goes, and so do NUL and other control
    characters, which no export could hold. Bidirectional controls stay, because the words are
    verbatim, but are warned of: they can show a sentence in another order than it is stored.
    """
    warnings: list[str] = []
    text = text.removeprefix("\ufeff")
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub("\n", text)
    if _FORBIDDEN.search(text):
        warnings.append("readers.warning.nul" if "\0" in text else "readers.warning.controls")
        text = _FORBIDDEN.sub("", text)
    if _BIDI.search(text):
        warnings.append("readers.warning.bidi")
    if "\ufffd" in text:
        warnings.append("readers.warning.damaged")
    return text, tuple(warnings)


def finish(found: ReadArticle, raw: Raw, options: ReadOptions) -> Article:
    """The article of what a reader found.

    Raises:
        ReadError: nothing in it, no Arabic in it, or too long for one article.
    """
    name = found.name or raw.name
    _refuse_length(found.text, name, options)
    text, warnings = found.text, list(found.warnings)
    quality = found.quality
    encoding = found.encoding
    if (mended := unscrambled(text)) is not None:
        text, encoding = mended
        warnings.append("readers.warning.mojibake")
        quality = min(quality, 0.7)
    pages = _pages(text, found.pages)
    text, more = freeze(text)
    warnings += more
    title = " ".join(freeze(found.title)[0].split())
    if options.headline and found.titled and title and not text.lstrip().startswith(title):
        headline = f"{title}\n\n"
        text = headline + text
        pages = tuple(at + len(headline) if at else 0 for at in pages)
    _refuse(text, name)
    if arabic_share(text) < 0.3:
        warnings.append("readers.warning.little_arabic")
        quality = min(quality, 0.6)
    return Article(
        text=text,
        title=title,
        outlet=found.outlet.strip(),
        author=found.author.strip(),
        published=date.fromisoformat(found.published) if found.published else None,
        link=found.link or raw.link,
        pages=pages,
        origin=Origin(
            kind=_KINDS.get(raw.format, raw.kind),
            name=name,
            format=raw.format.value,
            encoding=encoding,
            retrieved=raw.retrieved or datetime.now().astimezone(),
            original=raw.data if options.keep_original or raw.kind is OriginKind.WEB else None,
            quality=round(quality, 3),
            warnings=tuple(dict.fromkeys(warnings)),
        ),
    )


def _pages(text: str, pages: tuple[int, ...]) -> tuple[int, ...]:
    """Where the pages of `text` begin once it is frozen, which may take characters out."""
    lengths = (len(freeze(text[start:end])[0]) for start, end in pairwise((0, *pages)))
    return tuple(accumulate(lengths))


def _refuse(text: str, name: str) -> None:
    if not text.strip():
        raise ReadError("readers.empty", name=name)
    if not ARABIC.search(text):
        raise ReadError("readers.no_arabic", name=name)


def _refuse_length(text: str, name: str, options: ReadOptions) -> None:
    limit = options.limits.text_chars
    if len(text) > limit:
        raise ReadError("readers.too_long", name=name, length=f"{len(text):,}", limit=f"{limit:,}")
