"""HTML: one file with every article in full and its quotes highlighted where they stand."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import TextIO

from quotetrack.assets import assets
from quotetrack.exports.columns import status_name, type_name
from quotetrack.exports.document import article_title, subtitle, web_link
from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetArticle, SheetQuote
from quotetrack.figures import Digits

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
_STYLE = """
@font-face { font-family: Naskh; src: url(data:font/ttf;base64,%s) }
:root { color-scheme: light dark; --page: #FBFAF7; --panel: #F2F0EA; --line: #DDD9CF; --text: #1E1F24;
  --muted: #5F6270; --content: #FFF1C9; --source: #D7EEE9; --cue: #E6E1F7; --accent: #0B6E5F }
@media (prefers-color-scheme: dark) { :root { --page: #1B1C20; --panel: #222329; --line: #34363E;
  --text: #ECEBE6; --muted: #A6A8B3; --content: #4A3D14; --source: #143F38; --cue: #37305A;
  --accent: #5CC9B4 } }
body { background: var(--page); color: var(--text); font: 17px/1.75 Naskh, "Noto Naskh Arabic", serif;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.4 } .muted { color: var(--muted); font-size: .9em } a { color: var(--accent) }
article { border-top: 1px solid var(--line); margin-top: 3rem }
p { margin: 0 0 .6em; white-space: pre-wrap; overflow-wrap: anywhere }
.text span { border-radius: .2em } .content { background: var(--content) } .cue { background: var(--cue) }
.source { background: var(--source) }
.content { border-bottom: 1px solid } .cue { border-bottom: 1px dotted } .source { border-bottom: 1px dashed }
ol li { background: var(--panel); border-radius: .5rem; padding: .6rem .9rem; margin: .6rem 0 }
:target { outline: 2px solid var(--accent); outline-offset: 2px }
"""
_ARABIC_NUMBERS = "ol { list-style-type: arabic-indic }\n"


def write_html(stream: TextIO, job: Job) -> None:
    """Write a page that needs nothing else: no script, no address, its font inside."""
    font = (assets() / "fonts" / "NotoNaskhArabic-Regular.ttf").read_bytes()
    way = "rtl" if job.language == "ar" else "ltr"
    numbers = _ARABIC_NUMBERS if job.options.figures.digits is Digits.ARABIC else ""
    stream.write(
        f'<!doctype html>\n<html lang="{job.language}" dir="{way}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(job.title)}</title>\n"
        f"<style>{_STYLE % base64.b64encode(font).decode()}{numbers}</style>\n</head>\n<body>\n"
        f'<h1 dir="auto">{escape(job.title)}</h1>\n<p class="muted">{escape(subtitle(job))}</p>\n'
        f'<p class="legend text">{_legend(job)}</p>\n'
    )
    for article, quotes in job.sheet.by_article():
        stream.writelines(_article(article, quotes, job))
    stream.write("</body>\n</html>\n")


def _legend(job: Job) -> str:
    parts = ("content", "cue", "source")
    return " ".join(f'<span class="{part}">{escape(job.say(f"part.{part}"))}</span>' for part in parts)


def _article(article: SheetArticle, quotes: Sequence[SheetQuote], job: Job) -> Iterator[str]:
    published = job.day(article.published) if article.published else ""
    about = " · ".join(_text(text) for text in (article.outlet, article.author, published) if text)
    if link := web_link(article.link):
        about += f' · <a href="{_text(link)}" rel="noreferrer"><bdi>{_text(link)}</bdi></a>'
    yield f'<article>\n<h2 dir="auto">{_text(article_title(article))}</h2>\n<p class="muted">{about}</p>\n'
    yield f'<div class="text">{highlighted(article.text, quotes)}</div>\n<ol>\n'
    for quote in quotes:
        yield _item(quote, job)
    yield "</ol>\n</article>\n"


def _item(quote: SheetQuote, job: Job) -> str:
    facts = [type_name(quote, job.language), status_name(quote, job.language), quote.verdict, *quote.tags]
    note = f'<p dir="auto">{_text(quote.note)}</p>' if quote.note else ""
    role = f" · {_text(quote.speaker_role)}" if quote.speaker_role else ""
    return (
        f'<li id="l{quote.id}"><b><bdi>{_text(quote.speaker or job.say("nobody"))}</bdi></b>{role}\n'
        f'<p dir="auto" class="quote"><a href="#q{quote.id}">{_text(quote.quote)}</a></p>\n'
        f'<p class="muted">{" · ".join(_text(fact) for fact in facts if fact)}</p>{note}</li>\n'
    )


def highlighted(text: str, quotes: Sequence[SheetQuote]) -> str:
    """The text as paragraphs, its quotes' parts in spans that name their kinds and their quotes.

    The paragraphs' characters, joined by line feeds, are the text's own.
    """
    covers = [
        (span.start, span.end, part, quote.id)
        for quote in quotes
        for part, spans in (("content", quote.content), ("cue", (quote.cue,)), ("source", (quote.source,)))
        for span in spans
        if span
    ]
    starts: dict[int, list[int]] = {}
    for quote in quotes:
        starts.setdefault(quote.start, []).append(quote.id)
    feeds = [place for place, character in enumerate(text) if character == "\n"]
    cuts = {0, len(text), *starts, *feeds, *(feed + 1 for feed in feeds)}
    edges = sorted(cuts.union(*((start, end) for start, end, _, _ in covers)))
    out = ['<p dir="auto">']
    open_: list[tuple[int, int, str, int]] = []
    coming = sorted(covers, reverse=True)
    for start, end in pairwise(edges):
        open_ = [cover for cover in open_ if cover[1] > start]
        while coming and coming[-1][0] <= start:
            open_.append(coming.pop())
        out.extend(f'<a id="q{number}"></a>' for number in starts.get(start, ()))
        out.append('</p>\n<p dir="auto">' if text[start:end] == "\n" else _segment(text[start:end], open_))
    return "".join([*out, "</p>"])


def _segment(text: str, covers: Sequence[tuple[int, int, str, int]]) -> str:
    if not covers:
        return _text(text)
    kinds = " ".join(dict.fromkeys(kind for _, _, kind, _ in covers))
    numbers = " ".join(str(number) for number in sorted({number for _, _, _, number in covers}))
    return f'<span class="{kinds}" data-quotes="{numbers}">{_text(text)}</span>'


def _text(text: str) -> str:
    return escape(text).replace("\r", "&#13;")
