"""An attribution as a row of quotes."""

from __future__ import annotations

from datetime import date

from quotetrack.detection.records import Attribution, Span
from quotetrack.store.rows import packed_spans, quoted_text

QUOTE_COLUMNS = (
    "article_id",
    "outlet_id",
    "published",
    "duplicate",
    "parent_id",
    "speaker_id",
    "speaker_kind",
    "type",
    "content",
    "content_start",
    "content_end",
    "content_spans",
    "cue",
    "cue_start",
    "cue_end",
    "cue_class",
    "cue_lemma",
    "source",
    "source_start",
    "source_end",
    "mention",
    "mention_kind",
    "mention_role",
    "mention_gender",
    "mention_number",
    "mention_start",
    "mention_end",
    "rule",
    "confidence",
    "detected",
)
Place = tuple[int, int | None, date | None, bool]
_NOWHERE = (None, None)


def quote_values(
    text: str, place: Place, found: Attribution, base: int, speaker: tuple[int, str] | None
) -> tuple[object, ...]:
    """The values of QUOTE_COLUMNS.

    `place` is the article's id, outlet, date and whether it repeats another; `base` the id that the
    first attribution of the article gets; `speaker` the project's speaker and its kind.
    """
    article, outlet, published, duplicate = place
    said_by = found.speaker
    return (
        article,
        outlet,
        None if published is None else published.isoformat(),
        int(duplicate),
        None if found.parent is None else base + found.parent,
        *(speaker or (None, "")),
        found.type.value,
        quoted_text(text, found.content),
        found.content[0].start,
        found.content[-1].end,
        packed_spans(found.content),
        *((found.cue.of(text), *found.cue) if found.cue else ("", *_NOWHERE)),
        found.cue_class.value,
        found.cue_lemma,
        *((found.source.of(text), *found.source) if found.source else ("", *_NOWHERE)),
        *(
            (said_by.name, said_by.kind.value, said_by.role, said_by.gender.value, said_by.number.value)
            if said_by
            else ("",) * 5
        ),
        *((said_by.named_at if said_by else None) or _NOWHERE),
        found.rule,
        found.confidence,
        detected_key(found.content, found.cue),
    )


def detected_key(content: tuple[Span, ...], cue: Span | None) -> str:
    """What tells an attribution from the others of its article: where its content and its cue are."""
    key = f"{content[0].start}-{content[-1].end}"
    return key if cue is None else f"{key}@{cue.start}"
