"""REFI-QDA projects (.qdpx) for QualCoder, NVivo and ATLAS.ti: articles as sources, quotes as codings."""

from __future__ import annotations

import tempfile
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from quotetrack import __version__
from quotetrack.detection.records import Span
from quotetrack.exports.characters import xml_text
from quotetrack.exports.columns import status_name, type_name
from quotetrack.exports.document import article_title
from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetArticle, SheetQuote

_SPACE = uuid.UUID("6f1c3a52-3f0e-4a53-9d5b-0d2a3c7e9b41")
_COLOURS = {"speaker": "#0B6E5F", "type": "#FFE08A", "part": "#5F6270", "status": "#A3341B"}
_VARIABLES = ("outlet", "author", "date", "link", "file")


def guid(*names: object) -> str:
    """An id that is the same whenever the same thing is exported again."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(map(str, names))))


class _Xml:
    """Writes elements to a stream as they come."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._out = XMLGenerator(stream, encoding="utf-8", short_empty_elements=True)

    @contextmanager
    def element(self, name: str, /, **attributes: object) -> Iterator[None]:
        """An element around what the block writes."""
        values = {key: xml_text(str(value)) for key, value in attributes.items()}
        self._out.startElement(name, AttributesImpl(values))
        yield
        self._out.endElement(name)

    def empty(self, name: str, /, **attributes: object) -> None:
        """An element with nothing in it."""
        with self.element(name, **attributes):
            pass

    def line(self) -> None:
        """A line feed; the start tag before it is complete."""
        self._out.ignorableWhitespace("\n")

    def text(self, name: str, text: str) -> None:
        """An element with text in it."""
        with self.element(name):
            self._out.characters(xml_text(text))


class _Codes:
    """The codes that are in use, by family."""

    def __init__(self) -> None:
        self._used: dict[str, dict[str, None]] = {family: {} for family in ("speaker", "type", "part")}

    def use(self, family: str, name: str) -> str:
        """The id of a code, which the code book will have."""
        self._used.setdefault(family, {})[name] = None
        return guid("code", family, name)

    def write(self, xml: _Xml, job: Job) -> None:
        """The code book: a family's codes under one that is not for coding itself."""
        with xml.element("CodeBook"), xml.element("Codes"):
            for family, names in self._used.items():
                colour = _COLOURS.get(family, "#E6E1F7")
                head = {"guid": guid("family", family), "name": job.say(f"code.{family}"), "color": colour}
                if not names:
                    continue
                with xml.element("Code", **head, isCodable="false"):
                    for name in names:
                        xml.empty(
                            "Code",
                            guid=guid("code", family, name),
                            name=name,
                            isCodable="true",
                            color=colour,
                        )


class _Writer:
    """One project: sources go to the archive at once, their codings to a file of their own."""

    def __init__(self, archive: zipfile.ZipFile, job: Job, codings: IO[bytes]) -> None:
        self.archive, self.job = archive, job
        self.xml, self.codes = _Xml(codings), _Codes()
        self.made = job.made.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.user = guid("user", "quotetrack")

    def source(self, article: SheetArticle, quotes: Iterable[SheetQuote]) -> None:
        """An article with the codings of its quotes."""
        source = guid("article", article.id, article.name, article.title)
        self.archive.writestr(f"sources/{source}.txt", article.text.encode("utf-8"))
        about = {"guid": source, "name": article_title(article), "plainTextPath": f"internal://{source}.txt"}
        with self.xml.element("TextSource", **about, creatingUser=self.user, creationDateTime=self.made):
            for quote in quotes:
                self._quote(quote)
            for name, value in self._values(article):
                with self.xml.element("VariableValue"):
                    self.xml.empty("VariableRef", targetGUID=guid("variable", name))
                    self.xml.text("TextValue", value)

    def _quote(self, quote: SheetQuote) -> None:
        use, language = self.codes.use, self.job.language
        codes = [
            use("speaker", quote.speaker or self.job.say("nobody")),
            use("type", type_name(quote, language)),
            use("status", status_name(quote, language)),
            *(use("tag", tag) for tag in quote.tags),
            *([use("verdict", quote.verdict)] if quote.verdict else []),
        ]
        for number, span in enumerate(quote.content):
            self._selection(quote, f"content{number}", span, codes, quote.note)
        for part, part_span in (("cue", quote.cue), ("source", quote.source)):
            if part_span:
                code = use("part", self.job.say(f"part.{part}"))
                self._selection(quote, part, part_span, [code], "")

    def _selection(self, quote: SheetQuote, part: str, span: Span, codes: list[str], note: str) -> None:
        place = {"startPosition": span.start, "endPosition": span.end}
        made = {"creatingUser": self.user, "creationDateTime": self.made}
        name = " ".join(span.of(quote.article.text).split())[:60]
        with self.xml.element("PlainTextSelection", guid=guid(quote.id, part), name=name, **place, **made):
            if note:
                self.xml.text("Description", note)
            for code in codes:
                with self.xml.element("Coding", guid=guid(quote.id, part, code), **made):
                    self.xml.empty("CodeRef", targetGUID=code)

    def _values(self, article: SheetArticle) -> Iterator[tuple[str, str]]:
        published = article.published.isoformat() if article.published else ""
        values = (article.outlet, article.author, published, article.link, article.name)
        return ((name, value) for name, value in zip(_VARIABLES, values, strict=True) if value)

    def project(self, stream: IO[bytes], codings: IO[bytes]) -> None:
        """The project file, with the codings that were written so far."""
        stream.write(b'<?xml version="1.0" encoding="utf-8"?>\n')
        xml = _Xml(stream)
        about = {"name": self.job.title, "origin": f"quotetrack {__version__}", "creationDateTime": self.made}
        user = {"creatingUserGUID": self.user}
        with xml.element("Project", xmlns="urn:QDA-XML:project:1.0", **about, **user):
            with xml.element("Users"):
                xml.empty("User", guid=self.user, name="quotetrack")
            self.codes.write(xml, self.job)
            with xml.element("Variables"):
                for name in _VARIABLES:
                    label = self.job.say(f"column.{name}")
                    xml.empty("Variable", guid=guid("variable", name), name=label, typeOfVariable="Text")
            with xml.element("Sources"):
                xml.line()
                codings.seek(0)
                while chunk := codings.read(1 << 16):
                    stream.write(chunk)


def write_qdpx(stream: BinaryIO, job: Job) -> None:
    """Write a project with a source for each article and a coding for each part of each quote.

    Positions are code points of the source's text, ends exclusive.
    """
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        tempfile.TemporaryFile() as codings,
    ):
        writer = _Writer(archive, job, codings)
        for article, quotes in job.sheet.by_article():
            writer.source(article, quotes)
        with archive.open("project.qde", "w", force_zip64=True) as project:
            writer.project(project, codings)
