"""Markdown: its words without its marks; a heading at the top is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.bylines import particulars
from quotetrack.readers.dates import parse_date
from quotetrack.readers.decoding import decode
from quotetrack.readers.links import web_address
from quotetrack.readers.tables import match_columns

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_FIELD = re.compile(r"^([\w -]{1,40}):[ \t]*(.+)$", re.MULTILINE)


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a file."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    decoded = decode(raw.data, encoding=options.encoding, declared=raw.charset, name=raw.name)
    source, said = _front_matter(decoded.text)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(source)
    text = "\n\n".join(_paragraphs(tokens)) + "\n"
    found = particulars(text, options.today)
    made = parse_date(said.get("published", ""), options.today)
    yield ReadArticle(
        text=text,
        title=said.get("title") or _heading(tokens) or found.title,
        outlet=said.get("outlet") or found.outlet,
        author=said.get("author") or found.author,
        published=made.isoformat() if made else found.published,
        link=web_address(said.get("link", "")) or found.link,
        encoding=decoded.encoding,
        quality=decoded.quality,
        warnings=decoded.warnings,
        titled="title" in said,
    )


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """The text after the lines of particulars at its top, and these."""
    block = _FRONT_MATTER.match(text)
    if not block:
        return text, {}
    fields = {name.strip(): value.strip().strip("\"'") for name, value in _FIELD.findall(block[1])}
    return text[block.end() :], {field: fields[name] for field, name in match_columns(fields).items()}


def _heading(tokens: Sequence[Token]) -> str:
    if len(tokens) > 1 and tokens[0].type == "heading_open":
        return "".join(_words(tokens[1]))
    return ""


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_words(token))
        elif token.type in {"fence", "code_block"}:
            yield token.content.rstrip("\n")


def _words(token: Token) -> Iterator[str]:
    """The visible words of a line of tokens; soft breaks are mere wrapping."""
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline" | "text_special":
                yield child.content
            case "softbreak":
                yield " "
            case "hardbreak":
                yield "\n"
            case "image":
                yield "".join(_words(child))
