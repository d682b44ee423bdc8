"""What a quote sheet is made of: quotes with their article, as every format sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quotetrack.article import page_at
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, SpeakerKind
from quotetrack.status import Status

GAP = " […] "
"""Stands in a quote where the cue or the source interrupts the content."""

CONTEXT = 160
"""Code points of context, at most, on either side of a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetArticle:
    """An article on a quote sheet; all offsets count code points of `text`."""

    text: str
    name: str = ""
    id: int | None = None
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    link: str = ""
    retrieved: datetime | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence that a person gave for a verdict."""

    link: str = ""
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetQuote:
    """One quote on a sheet.

    `id` and `parent` name quotes of the same project or, before anything is stored, indexes in
    the list that `detect` returned. `speaker` is None where the text gives nobody.
    """

    article: SheetArticle
    id: int
    type: AttributionType
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    speaker_role: str = ""
    cue_class: CueClass = CueClass.NONE
    cue_lemma: str = ""
    rule: str = ""
    confidence: float = 1.0
    parent: int | None = None
    status: Status = Status.UNREVIEWED
    verdict: str = ""
    verdict_scale: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end

    @property
    def page(self) -> int | None:
        """The page of a paged document on which the content begins, counted from 1."""
        return page_at(self.article.pages, self.start)

    @property
    def quote(self) -> str:
        """The content, verbatim; `GAP` stands where something interrupts it."""
        return GAP.join(span.of(self.article.text) for span in self.content)

    @property
    def cue_text(self) -> str:
        """The cue as it is written, "" where there is none."""
        return self.cue.of(self.article.text) if self.cue else ""

    @property
    def source_text(self) -> str:
        """The speaker as this attribution writes it, "" where it names nobody."""
        return self.source.of(self.article.text) if self.source else ""

    @property
    def before(self) -> str:
        """Up to `CONTEXT` code points before the quote, from the beginning of a word."""
        text, at = self.article.text, max(0, self.start - CONTEXT)
        while 0 < at < self.start and not text[at - 1].isspace():
            at += 1
        return text[at : self.start]

    @property
    def after(self) -> str:
        """Up to `CONTEXT` code points after the quote, to the end of a word."""
        text, at = self.article.text, min(len(self.article.text), self.end + CONTEXT)
        while self.end < at < len(text) and not text[at].isspace():
            at -= 1
        return text[self.end : at]


def from_detection(
    article: SheetArticle, attributions: Sequence[Attribution], *, speech_acts: bool = True
) -> list[SheetQuote]:
    """What `detect` found in `article.text`, as quotes of a sheet numbered from 0.

    Without `speech_acts`, attributions of type `reported` are left out and the others are
    numbered anew; what stood inside one that is left out then stands inside its parent.
    """
    kept = [i for i, a in enumerate(attributions) if speech_acts or a.type is not AttributionType.REPORTED]
    number = {old: new for new, old in enumerate(kept)}

    def parent(index: int | None) -> int | None:
        while index is not None and index not in number:
            index = attributions[index].parent
        return None if index is None else number[index]

    return [
        _from_attribution(article, number[i], attributions[i], parent(attributions[i].parent)) for i in kept
    ]


def _from_attribution(
    article: SheetArticle, number: int, found: Attribution, parent: int | None
) -> SheetQuote:
    speaker = found.speaker
    return SheetQuote(
        article=article,
        id=number,
        type=found.type,
        content=found.content,
        cue=found.cue,
        source=found.source,
        speaker=speaker.name if speaker else None,
        speaker_kind=speaker.kind if speaker else None,
        speaker_role=speaker.role if speaker else "",
        cue_class=found.cue_class,
        cue_lemma=found.cue_lemma,
        rule=found.rule,
        confidence=found.confidence,
        parent=parent,
    )
