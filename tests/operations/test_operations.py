"""What each operation does, seen through the reading side."""

from __future__ import annotations

import pytest

from quotetrack import operations as ops
from quotetrack.detection.records import AttributionType, CueClass, Span, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.messages import LANGUAGES, message
from quotetrack.status import Status
from quotetrack.store import GoneError, Kind, MadeBy, Project, RefusedError
from tests.store.articles import MINISTER, TEXT, short_article, span


def test_every_operation_has_a_name_in_both_languages() -> None:
    kinds = [getattr(ops, name) for name in ops.__all__ if name != "Operation"]
    operations = [kind.name for kind in kinds if hasattr(kind, "apply")]
    assert len(operations) > 35
    for language in LANGUAGES:
        assert all(message(name, language) for name in operations)


def test_boundaries_cue_source_and_type(filled: Project) -> None:
    content, cue, source = span(TEXT, "الأسعار"), span(TEXT, "وأضاف"), span(TEXT, "وزير المياه")
    ops.perform(filled, ops.SetContent(2, (content,)))
    ops.perform(filled, ops.SetCue(2, cue, CueClass.PROMISE, "أضاف"))
    ops.perform(filled, ops.SetSource(2, source))
    ops.perform(filled, ops.SetType((2,), AttributionType.MIXED))
    quote = filled.quotes.get(2)
    assert (quote.content, quote.quote) == ((content,), "الأسعار")
    assert (quote.cue, quote.cue_text, quote.cue_class) == (cue, "وأضاف", CueClass.PROMISE)
    assert (quote.source_text, quote.type) == ("وزير المياه", AttributionType.MIXED)
    assert quote.status is Status.CORRECTED


def test_the_class_of_a_cue_is_set_for_several_that_have_one(filled: Project) -> None:
    bare = ops.perform(filled, ops.AddQuote(article=1, content=(span(TEXT, "امتلأت"),))).created[Kind.QUOTES]
    before = {id_: filled.quotes.get(id_) for id_ in (1, 2, *bare)}
    changes = ops.perform(filled, ops.SetCueClass((1, 2, *bare), CueClass.CLAIM))
    assert changes.ids[Kind.QUOTES] == {1, 2}
    for id_ in (1, 2):
        quote = filled.quotes.get(id_)
        assert (quote.cue_class, quote.cue, quote.cue_lemma) == (
            CueClass.CLAIM, before[id_].cue, before[id_].cue_lemma,
        )  # fmt: skip
        assert quote.status is Status.CORRECTED
    assert filled.quotes.get(*bare) == before[bare[0]]
    assert not ops.perform(filled, ops.SetCueClass((1, 2), CueClass.CLAIM))
    ops.undo(filled)
    assert {id_: filled.quotes.get(id_) for id_ in before} == before


@pytest.mark.parametrize(
    "bad", [(), (Span(5, 5),), (Span(0, 10_000),), (Span(0, 9), Span(4, 12)), (Span(-1, 3),)]
)
def test_places_outside_of_the_text_are_refused(filled: Project, bad: tuple[Span, ...]) -> None:
    with pytest.raises(RefusedError):
        ops.perform(filled, ops.SetContent(1, bad))


def test_an_added_quote_finds_the_one_around_it(filled: Project) -> None:
    inner = span(TEXT, "امتلأت")
    changes = ops.perform(filled, ops.AddQuote(article=1, content=(inner,), speaker="متحدّثة"))
    quote = filled.quotes.get(*changes.created[Kind.QUOTES])
    assert (quote.parent, quote.made_by, quote.status) == (1, MadeBy.PERSON, Status.CONFIRMED)
    assert quote.speaker is not None
    assert quote.speaker.name == "متحدّثة"
    assert (
        filled.quotes.count(QuoteFilter(kinds=frozenset({SpeakerKind.PERSON}), outlets=frozenset({1}))) == 3
    )


def test_what_was_inside_a_deleted_quote_moves_up(filled: Project) -> None:
    added = ops.perform(filled, ops.AddQuote(article=1, content=(span(TEXT, "امتلأت"),))).created[Kind.QUOTES]
    ops.perform(filled, ops.DeleteQuotes((1,)))
    assert filled.quotes.get(*added).parent is None
    with pytest.raises(GoneError):
        filled.quotes.get(1)


def test_split_and_join_give_the_words_back(filled: Project) -> None:
    ops.perform(filled, ops.Tag((1,), "مياه"))
    before = filled.quotes.get(1)
    at = TEXT.index("بنسبة")
    changes = ops.perform(filled, ops.SplitQuote(1, at))
    (second,) = changes.created[Kind.QUOTES]
    assert (filled.quotes.get(1).quote, filled.quotes.get(second).quote) == (
        "السدود امتلأت",
        "بنسبة ٨٠ في المئة",
    )
    assert [tag.name for tag in filled.quotes.get(second).tags] == ["مياه"]
    ops.perform(filled, ops.JoinQuotes((second, 1)))
    joined = filled.quotes.get(1)
    assert (joined.content, joined.quote, joined.tags) == (before.content, before.quote, before.tags)
    with pytest.raises(RefusedError):
        ops.perform(filled, ops.SplitQuote(1, 0))
    with pytest.raises(RefusedError):
        ops.perform(filled, ops.JoinQuotes((1, 5)))


def test_merged_speakers_leave_their_names_and_quotes(filled: Project) -> None:
    first, other = filled.quotes.get(1).speaker, filled.quotes.get(5).speaker
    assert first is not None
    assert other is not None
    ops.perform(filled, ops.MergeSpeakers(first.id, (other.id,)))
    merged = filled.speakers.get(first.id)
    assert merged.aliases == (other.name,)
    assert merged.quotes == 3
    assert [speaker.id for speaker in filled.speakers.named(other.name)] == [first.id]
    assert set(filled.quotes.ids(QuoteFilter(text=f'"{other.name}"'))) >= {1, 2, 5}
    with pytest.raises(RefusedError):
        ops.perform(filled, ops.MergeSpeakers(first.id, (first.id,)))


def test_who_is_not_the_one_is_not_who_the_one_is_merged_into(filled: Project) -> None:
    ops.perform(filled, ops.KeepApart(2, 1))
    ops.perform(filled, ops.KeepApart(3, 4))
    ops.perform(filled, ops.KeepApart(2, 3))
    ops.perform(filled, ops.MergeSpeakers(4, (2,)))
    assert filled.speakers.distinct_pairs() == {(1, 4), (3, 4)}
    ops.perform(filled, ops.MergeSpeakers(3, (4,)))
    assert filled.speakers.distinct_pairs() == {(1, 3)}


def test_a_split_speaker_may_keep_the_name(filled: Project) -> None:
    changes = ops.perform(filled, ops.SplitSpeaker(1, (2,), MINISTER, role="لاعب"))
    (new,) = changes.created[Kind.SPEAKERS]
    assert {speaker.id for speaker in filled.speakers.named(MINISTER)} == {1, new}
    assert filled.speakers.distinct_pairs() == {(1, new)}
    with pytest.raises(RefusedError, match="ambiguous"):
        ops.perform(filled, ops.CorrectSpeaker((5,), MINISTER))


def test_a_renamed_speaker_is_found_by_both_names(filled: Project) -> None:
    ops.perform(filled, ops.RenameSpeaker(1, "سالم بن علي الحداد"))
    assert filled.quotes.rows([1])[0].speaker == "سالم بن علي الحداد"
    for name in (MINISTER, "سالم بن علي الحداد"):
        assert [speaker.id for speaker in filled.speakers.named(name)] == [1]
    ops.perform(filled, ops.SetAliases(1, ("أبو علي", "ابو علي", " ")))
    assert filled.speakers.get(1).aliases == ("أبو علي",)
    assert set(filled.quotes.ids(QuoteFilter(text="أبو"))) == {1, 2}


def test_the_kind_of_a_speaker_counts_at_once(filled: Project) -> None:
    ops.perform(filled, ops.EditSpeaker(speaker=1, kind=SpeakerKind.ANONYMOUS, country="اليمن"))
    assert set(filled.quotes.ids(QuoteFilter(anonymous=True))) == {1, 2, 4}
    assert filled.quotes.facets().kinds[SpeakerKind.ANONYMOUS] == 3
    ops.perform(filled, ops.CorrectSpeaker((4,), 2))
    assert filled.quotes.facets().kinds[SpeakerKind.ANONYMOUS] == 2


def test_the_outlet_and_date_of_an_article_reach_its_quotes(filled: Project) -> None:
    ops.perform(filled, ops.EditArticle(article=1, outlet="وكالة الفجر", published=None))
    assert {row.outlet for row in filled.quotes.rows([1, 2, 3, 4, 5])} == {"وكالة الفجر"}
    assert filled.quotes.rows([1])[0].published is None
    assert filled.quotes.count(QuoteFilter(outlets=frozenset({2}))) == 7


def test_labels(filled: Project) -> None:
    ops.perform(filled, ops.Tag((1, 2), "مياه"))
    ops.perform(filled, ops.Tag((2, 3), "ميَاه"))
    (tag,) = filled.tags.list()
    assert tag.quotes == 3
    ops.perform(filled, ops.Untag((3,), "مياه"))
    assert set(filled.quotes.ids(QuoteFilter(tags=frozenset({tag.id})))) == {1, 2}
    assert filled.quotes.facets().tags == {tag.id: 2}
    ops.perform(filled, ops.SetNote(1, "يُراجَع"))
    ops.perform(filled, ops.SetVerdict((1,), "صحيح", "ثلاثي"))
    ops.perform(filled, ops.AddEvidence(1, "https://example.org", "تقرير"))
    (row,) = filled.quotes.rows([1])
    assert (row.note, row.verdict, row.verdict_scale) == ("يُراجَع", "صحيح", "ثلاثي")
    assert (row.evidence, row.tags) == (1, ("مياه",))
    assert list(filled.quotes.ids(QuoteFilter(verdicts=frozenset({"صحيح"})))) == [1]
    evidence = filled.quotes.get(1).evidence[0]
    ops.perform(filled, ops.EditEvidence(quote=1, evidence=evidence.id, note="ص ٣"))
    assert filled.quotes.get(1).evidence[0].note == "ص ٣"
    ops.perform(filled, ops.RemoveEvidence(1, evidence.id))
    assert not filled.quotes.get(1).evidence
    ops.perform(filled, ops.RenameTag(tag.id, "سدود"))
    ops.perform(filled, ops.DeleteTag(tag.id))
    assert not filled.tags.list()
    assert filled.quotes.rows([1])[0].tags == ()


def test_a_saved_filter_is_the_same_filter(filled: Project) -> None:
    wanted = QuoteFilter(
        text="سد",
        kinds=frozenset({SpeakerKind.PERSON}),
        statuses=frozenset({Status.CHECK}),
        outlets=frozenset({1, 2}),
        confidence=(0.5, 1.0),
        anonymous=False,
        duplicates=False,
    )
    ops.perform(filled, ops.SaveFilter("السدود", QuoteFilter()))
    ops.perform(filled, ops.SaveFilter("السدود", wanted))
    (saved,) = filled.saved_filters.list()
    assert saved.filter == wanted
    ops.perform(filled, ops.DeleteFilter(saved.id))
    assert not filled.saved_filters.list()


def test_deleted_articles_take_all_they_brought(filled: Project) -> None:
    ops.perform(filled, ops.DeleteArticles((1, 2)))
    assert filled.articles.ids() == [4, 3]
    assert filled.quotes.count() == 2
    assert len(filled.speakers.list()) == 2
    assert not filled.quotes.ids(QuoteFilter(text="الأسعار"))


def test_of_a_repeated_story_another_telling_becomes_the_first(filled: Project) -> None:
    ops.perform(filled, ops.SetDuplicate(3, 2))
    ops.perform(filled, ops.SetDuplicate(4, 3))
    assert filled.articles.duplicates_of(2) == [3, 4]
    assert set(filled.quotes.ids(QuoteFilter(duplicates=False))) == {1, 2, 3, 4, 5}
    ops.perform(filled, ops.DeleteArticles((2,)))
    assert filled.articles.duplicates_of(3) == [4]
    assert set(filled.quotes.ids(QuoteFilter(duplicates=False))) == {1, 2, 3, 4, 6}


def test_a_speaker_nobody_touched_goes_with_the_last_quote(filled: Project) -> None:
    ops.perform(filled, ops.CorrectSpeaker((5,), 1))
    assert not filled.speakers.named("كريم العدد0")
    ops.perform(filled, ops.EditSpeaker(speaker=filled.quotes.get(6).speaker.id, note="مهمّ"))  # type: ignore[union-attr]
    ops.perform(filled, ops.CorrectSpeaker((6,), 1))
    assert filled.speakers.named("كريم العدد1")


def test_an_import_links_to_a_speaker_by_alias(filled: Project) -> None:
    ops.perform(filled, ops.SetAliases(1, ("أبو علي",)))
    changes = ops.perform(filled, ops.ImportArticles([short_article(30, name="ابو على")]))
    quote = filled.quotes.get(*changes.created[Kind.QUOTES])
    assert quote.speaker is not None
    assert quote.speaker.id == 1


def test_a_tag_whose_name_is_a_number_is_not_the_one_with_that_id(filled: Project) -> None:
    ops.perform(filled, ops.Tag((1, 2), "مياه"))
    ops.perform(filled, ops.Tag((1, 3), "1"))
    ops.perform(filled, ops.Untag((1,), 1))
    assert filled.quotes.rows([1])[0].tags == ("1",)
    ops.perform(filled, ops.Untag((1,), "1"))
    assert filled.quotes.rows([1])[0].tags == ()
    ops.perform(filled, ops.DeleteTag(1))
    assert [(tag.id, tag.name, tag.quotes) for tag in filled.tags.list()] == [(2, "1", 1)]


@pytest.mark.parametrize("name", ["", "  ", "ـــ", "\u064e \u064b"])
def test_a_name_without_a_letter_is_none(filled: Project, name: str) -> None:
    for operation in (
        ops.Tag((1,), name),
        ops.CorrectSpeaker((1,), name),
        ops.RenameSpeaker(1, name),
        ops.AddSpeaker(name),
        ops.SplitSpeaker(1, (1,), name),
    ):
        with pytest.raises(RefusedError, match="empty_name"):
            ops.perform(filled, operation)
    ops.perform(filled, ops.EditArticle(article=1, outlet=name))
    assert filled.articles.get(1).outlet_id is None


def test_a_name_is_known_whatever_stands_between_its_words(filled: Project) -> None:
    ops.perform(filled, ops.AddSpeaker("سعاد ـ  العلي"))
    ops.perform(filled, ops.SetAliases(1, ("أبو ـ علي",)))
    ops.perform(filled, ops.Tag((1,), "مياه ـ سدود"))
    assert filled.speakers.named("سعاد العلي")
    assert [speaker.id for speaker in filled.speakers.named("ابو على")] == [1]
    ops.perform(filled, ops.Tag((2,), "مياه سدود"))
    assert [tag.quotes for tag in filled.tags.list()] == [2]
