"""Detecting again leaves alone what a person decided, and says beforehand what it will do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotetrack import operations as ops
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span
from quotetrack.store import Project
from tests.store.articles import TEXT, attribution, dam_article, span
from tests.store.dump import dump

FOUND = dam_article()[1]


def redetect(project: Project, found: list[Attribution]) -> ops.ArticleRedetection:
    before = dump(project)
    (preview,) = ops.preview_redetection(project, {1: found})
    assert dump(project) == before
    ops.perform(project, ops.Redetect({1: found}))
    after = project.quotes.of_article(1)
    ids = {quote.id for quote in after}
    assert ids >= {quote.id for quote in (*preview.same, *preview.kept)}
    assert ids.isdisjoint(quote.id for quote in preview.removed)
    assert len(after) == sum(map(len, (preview.same, preview.kept, preview.changed, preview.added)))
    for quote, one in preview.changed:
        assert project.quotes.get(quote.id).content == one.content
    for quote in preview.kept:
        assert project.quotes.get(quote.id) == quote
    return preview


def test_the_same_reports_change_nothing(filled: Project) -> None:
    preview = redetect(filled, FOUND)
    assert len(preview.same) == 4
    assert (preview.added, preview.removed, preview.changed) == ((), (), ())


DECISIONS = [
    ops.Confirm((1,)),
    ops.Reject((1,)),
    ops.CorrectSpeaker((1,), "آخر"),
    ops.SetContent(1, (span(TEXT, "السدود"),)),
    ops.SetCueClass((1,), CueClass.HEARSAY),
    ops.SetNote(1, "هام"),
    ops.Tag((1,), "وسم"),
    ops.SetVerdict((1,), "صحيح"),
    ops.AddEvidence(1, "https://example.org"),
    ops.SplitQuote(1, TEXT.index("بنسبة")),
]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.name)
def test_what_a_person_decided_stays(filled: Project, decision: ops.Operation) -> None:
    ops.perform(filled, decision)
    kept = [quote for quote in filled.quotes.of_article(1) if quote.id == 1 or quote.id > 7]
    redetect(filled, [])
    assert filled.quotes.of_article(1) == kept
    preview = redetect(filled, FOUND)
    assert len(preview.added) == 3
    assert [quote for quote in filled.quotes.of_article(1) if quote.id in {one.id for one in kept}] == kept


def test_what_a_person_took_out_stays_out(filled: Project) -> None:
    ops.perform(filled, ops.DeleteQuotes((2,)))
    preview = redetect(filled, FOUND)
    assert preview.left_out == 1
    assert 2 not in {quote.id for quote in filled.quotes.of_article(1)}
    ops.undo(filled)
    ops.undo(filled)
    assert len(redetect(filled, FOUND).same) == 4


def test_a_report_with_other_boundaries_keeps_its_quote(filled: Project) -> None:
    content = FOUND[0].content[0]
    moved = replace(FOUND[0], content=(Span(content.start, content.end - 3),), type=AttributionType.MIXED)
    preview = redetect(filled, [moved, *FOUND[1:]])
    assert [quote.id for quote, _ in preview.changed] == [1]
    assert filled.quotes.get(1).type is AttributionType.MIXED


def test_a_merged_speaker_stays_merged(filled: Project) -> None:
    ops.perform(filled, ops.MergeSpeakers(4, (1,)))
    redetect(filled, FOUND)
    speaker = filled.quotes.get(1).speaker
    assert speaker is not None
    assert speaker.id == 4


def test_new_reports_find_their_parents(filled: Project) -> None:
    inner = replace(attribution(TEXT, "امتلأت", "قال", "وزير", FOUND[0].speaker), parent=1)  # type: ignore[arg-type]
    preview = redetect(filled, [FOUND[1], FOUND[0], inner])
    assert len(preview.removed) == 2
    (new,) = [quote for quote in filled.quotes.of_article(1) if quote.quote == "امتلأت"]
    assert new.parent == 1
    before = dump(filled)
    ops.undo(filled)
    ops.redo(filled)
    assert dump(filled) == before
