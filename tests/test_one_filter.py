"""One filter object, in any combination, means the same everywhere.

The table's ids, counts, facets, sheets, charts and `quotetrack list` are each held to a plain reading
of the filter, quote by quote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import operations as ops
from quotetrack.cli.app import quotetrack as command
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.exports.exporting import sheet_of
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Project, QuoteRow, Sort, SortBy, beside, looking, matching, ordering, search
from quotetrack.store import facets as facet_counts
from quotetrack.text import fold
from tests.store.articles import dam_article, short_article
from ui.models.tallies import tallies

TEXTS = ["", "السدود", "الاسعار", "قطار", "القط*", '"رقم 3"', "القطار -3", "-القطار", "الحداد قال", "مهندس 5"]
TEXTS += ["ا", "ا د -سد", "-ن", '"ر 3"', '"د ا"', "قطار ا"]
OUTLETS, TAGS, VERDICTS = (1, 2, 3), (1, 2), ("صحيح", "خطأ")
_CLAUSE = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')


@dataclass(frozen=True)
class Known:
    """A quote as the plain reading sees it: its row, and the words of each place that search looks at."""

    row: QuoteRow
    places: tuple[str, ...]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty quotes from three outlets, some tagged, judged, decided, undated, told twice, unnamed."""
    path = tmp_path_factory.mktemp("one") / "p.qtrack"
    undated = replace(short_article(30)[0], published=None), short_article(30)[1]
    with Project.create(path) as project:
        again = dam_article(outlet="صحيفة الساحل", title="السدود تمتلئ")
        short = [
            short_article(number, outlet=("وكالة الفجر", "صحيفة النهر")[number % 2]) for number in range(25)
        ]
        ops.perform(project, ops.ImportArticles([dam_article(), again, *short, undated]))
        for operation in (
            ops.Confirm((1, 6, 12)),
            ops.Reject((9,)),
            ops.CorrectSpeaker((10, 11), "سالم الحداد"),
            ops.CorrectSpeaker((14,), None),
            ops.Tag((1, 2, 9, 13), "مياه"),
            ops.Tag((2, 20), "قطارات"),
            ops.SetVerdict((1, 9), VERDICTS[0]),
            ops.SetVerdict((13,), VERDICTS[1]),
            ops.SetAliases(1, ("أبو القطار",)),
        ):
            assert ops.perform(project, operation)
    return path


@pytest.fixture(scope="module")
def project(path: Path) -> Iterator[Project]:
    with Project.open(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def known(project: Project) -> list[Known]:
    found = []
    for row in project.quotes.rows(project.quotes.ids()):
        quote = project.quotes.get(row.id)
        speaker = quote.speaker
        names = (speaker.name, *project.speakers.get(speaker.id).aliases) if speaker else ()
        article = project.articles.get(row.article_id).article
        mention = quote.mention.name if quote.mention else ""
        places = (
            f"{row.quote} | {row.source} {mention}",
            " | ".join(names),
            f"{article.title} | {article.text}",
        )
        found.append(Known(row, places))
    assert len(found) == 34
    return found


def has_clause(place: str, clause: str, wanted: QuoteFilter) -> bool:
    """Whether a clause stands in a text, by a regular expression over the whole of it."""
    prefix = clause.endswith("*")
    clause = clause.rstrip("*")
    if not wanted.exact:
        place, clause = fold(place), fold(clause)
    pattern = re.escape(clause).replace(r"\ ", r"[\W_]+")
    if not wanted.inside_words:
        pattern = rf"(?<!\w){pattern}" + ("" if prefix else r"(?!\w)")
    return re.search(pattern, place) is not None


def meets_text(one: Known, wanted: QuoteFilter) -> bool:
    clauses = [(minus, phrase or word) for minus, phrase, word in _CLAUSE.findall(wanted.text)]
    if any(has_clause(place, clause, wanted) for minus, clause in clauses if minus for place in one.places):
        return False
    positive = [clause for minus, clause in clauses if not minus]
    return any(all(has_clause(place, clause, wanted) for clause in positive) for place in one.places)


def meets(one: Known, wanted: QuoteFilter, tag_names: dict[int, str]) -> bool:
    row = one.row
    low, high = wanted.confidence
    return all(
        (
            not wanted.text or meets_text(one, wanted),
            not wanted.outlets or row.outlet_id in wanted.outlets,
            not wanted.speakers or row.speaker_id in wanted.speakers,
            not wanted.kinds or row.kind in wanted.kinds,
            not wanted.types or row.type in wanted.types,
            not wanted.cue_classes or row.cue_class in wanted.cue_classes,
            not wanted.statuses or row.status in wanted.statuses,
            not wanted.verdicts or row.verdict in wanted.verdicts,
            not wanted.tags or bool({tag_names[tag] for tag in wanted.tags} & set(row.tags)),
            not wanted.articles or row.article_id in wanted.articles,
            wanted.since is None or (row.published is not None and row.published >= wanted.since),
            wanted.until is None or (row.published is not None and row.published <= wanted.until),
            low <= row.confidence <= high,
            wanted.anonymous is None or (row.kind is SpeakerKind.ANONYMOUS) is wanted.anonymous,
            wanted.speech_acts or row.type is not AttributionType.REPORTED,
            wanted.duplicates or not row.duplicate,
        )
    )


def some(values: Any) -> st.SearchStrategy[frozenset[Any]]:
    """Usually nothing, so that combinations leave quotes over."""
    return (
        st.just(frozenset()) | st.just(frozenset()) | st.frozensets(st.sampled_from(list(values)), max_size=4)
    )


FILTERS = st.builds(
    QuoteFilter,
    text=st.just("") | st.sampled_from(TEXTS),
    exact=st.booleans(),
    inside_words=st.booleans(),
    outlets=some(OUTLETS),
    speakers=some(range(1, 12)),
    kinds=some(SpeakerKind),
    types=some(AttributionType),
    cue_classes=some([CueClass.STATEMENT, CueClass.ADDITION, CueClass.DENIAL, CueClass.CONFIRMATION]),
    statuses=some(Status),
    verdicts=some(VERDICTS),
    tags=some(TAGS),
    articles=some(range(1, 30)),
    since=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 28)),
    until=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 28)),
    confidence=st.just((0.0, 1.0)) | st.sampled_from([(0.5, 1.0), (0.0, 0.9), (0.6, 0.9)]),
    anonymous=st.sampled_from([None, None, True, False]),
    speech_acts=st.booleans(),
    duplicates=st.booleans(),
)


@pytest.fixture(scope="module")
def expected(project: Project, known: list[Known]) -> Callable[[QuoteFilter], set[int]]:
    tag_names = {tag.id: tag.name for tag in project.tags.list()}
    return lambda wanted: {one.row.id for one in known if meets(one, wanted, tag_names)}


@given(
    wanted=FILTERS,
    by=st.sampled_from(list(SortBy)),
    descending=st.booleans(),
    bitmaps=st.booleans(),
    looked=st.booleans(),
)
@settings(max_examples=400)
def test_table_counts_and_sheets_show_what_the_filter_says(
    project: Project,
    known: list[Known],
    expected: Callable[[QuoteFilter], set[int]],
    wanted: QuoteFilter,
    by: SortBy,
    descending: bool,
    bitmaps: bool,
    looked: bool,
) -> None:
    shown = expected(wanted)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "FEW", -1.0 if bitmaps else 1.0)
        for module in (search, looking):
            patch.setattr(module, "ALTERNATIVES", 2 if looked else 32)
        patch.setattr(search, "MANY_WORDS", 4 if looked else 400)
        patch.setattr(looking, "ASKED_FOR", 4 if looked else 2_000)
        patch.setattr(looking, "SAMPLE", 2 if looked else 40)
        for module in (looking, ordering):
            patch.setattr(module, "WALKED", 8 if looked else 800)
        patch.setattr(beside, "FEW", 0 if bitmaps else 1_000_000)
        project.quotes._counted.clear()
        ids = project.quotes.ids(wanted, Sort(by, descending))
        assert len(ids) == len(set(ids))
        assert set(ids) == shown
        assert list(project.quotes.ids(wanted, Sort(by, descending), limit=3)) == list(ids[:3])
        assert project.quotes.count(wanted) == len(shown)
        facets = project.quotes.facets(wanted)
        patch.setattr(facet_counts, "WALKED", 3 if looked else 1_000)
        by_article, newest = project.quotes.newest_articles(wanted), project.quotes.newest_articles(wanted, 4)
    with_any = expected(replace(wanted, articles=frozenset()))
    counted = Counter(one.row.article_id for one in known if one.row.id in with_any)
    assert list(by_article.items()) == sorted(counted.items(), reverse=True)
    assert list(newest.items()) == list(by_article.items())[:4]
    assert facets.total == len(shown)
    assert {quote.id for quote in sheet_of(project, wanted).quotes()} == shown
    for name, counts in (("outlets", facets.outlets), ("speakers", facets.speakers), ("tags", facets.tags)):
        for value, count in counts.items():
            if value is not None:
                assert count == len(expected(replace(wanted, **{name: frozenset({value})}))), (name, value)  # type: ignore[arg-type]
    for verdict, count in facets.verdicts.items():
        assert count == len(expected(replace(wanted, verdicts=frozenset({verdict}))))


@given(wanted=FILTERS)
@settings(max_examples=60)
def test_charts_count_what_the_filter_says(
    project: Project, known: list[Known], expected: Callable[[QuoteFilter], set[int]], wanted: QuoteFilter
) -> None:
    free = replace(wanted, outlets=frozenset(), speakers=frozenset(), cue_classes=frozenset())
    shown = [one.row for one in known if one.row.id in expected(free)]
    counted = tallies(project, free)
    assert {bar.label: bar.value for bar in counted.outlets} == Counter(row.outlet for row in shown)
    assert sum(bar.value for bar in counted.verbs) == len(shown)
    assert sum(bar.value for bar in counted.times) == sum(row.published is not None for row in shown)
    named = [one for one in known if one.row.id in expected(replace(free, anonymous=None))]
    for bar in counted.anonymous:
        kinds = [one.row.kind for one in named if one.row.outlet == bar.label]
        assert bar.value == kinds.count(SpeakerKind.ANONYMOUS) / len(kinds)
    most = Counter(row.speaker_id for row in shown if row.speaker_id is not None)
    assert [bar.value for bar in counted.speakers] == sorted(most.values(), reverse=True)[:12]
    assert [stack.value for stack in counted.said.rows] == sorted(most.values(), reverse=True)[:8]
    for _, part in (part for stack in counted.said.rows for part in stack.parts):
        (speaker,), classes = (chosen for _, chosen in part.conditions)
        assert part.value == sum(row.speaker_id == speaker and row.cue_class in classes for row in shown)


def options(project: Project, wanted: QuoteFilter) -> list[str]:
    """The filter as a person writes it on the command line."""
    outlets = {outlet.id: outlet.name for outlet in project.outlets.list()}
    tags = {tag.id: tag.name for tag in project.tags.list()}
    low, high = wanted.confidence
    given_: list[tuple[str, Any]] = [
        *(("--outlet", outlets[id_]) for id_ in wanted.outlets),
        *(("--tag", tags[id_]) for id_ in wanted.tags),
        *(("--kind", kind.value) for kind in wanted.kinds),
        *(("--type", type_.value) for type_ in wanted.types),
        *(("--cue-class", cue.value) for cue in wanted.cue_classes),
        *(("--status", status.value) for status in wanted.statuses),
        *(("--verdict", verdict) for verdict in wanted.verdicts),
        *(("--article", str(id_)) for id_ in wanted.articles),
        *((("--since", str(wanted.since)),) if wanted.since else ()),
        *((("--until", str(wanted.until)),) if wanted.until else ()),
        ("--min-confidence", str(low)),
        ("--max-confidence", str(high)),
    ]
    flags = [
        f"--text={wanted.text}",
        *(["--exact"] if wanted.exact else []),
        *(["--inside-words"] if wanted.inside_words else []),
        *([] if wanted.anonymous is None else ["--anonymous" if wanted.anonymous else "--named"]),
        *([] if wanted.speech_acts else ["--no-speech-acts"]),
        *([] if wanted.duplicates else ["--no-duplicates"]),
    ]
    return [*(part for pair in given_ for part in pair), *flags]


@given(wanted=FILTERS)
@settings(max_examples=60)
def test_the_command_line_lists_what_the_filter_says(
    path: Path, project: Project, expected: Callable[[QuoteFilter], set[int]], wanted: QuoteFilter
) -> None:
    named = replace(wanted, speakers=frozenset())
    run = CliRunner().invoke(command, ["list", str(path), "--count", *options(project, named)])
    assert run.exit_code == 0, run.output
    assert int(run.output) == len(expected(named))


@given(wanted=FILTERS)
@settings(max_examples=60)
def test_a_filter_is_saved_with_every_condition(
    tmp_path_factory: pytest.TempPathFactory, wanted: QuoteFilter
) -> None:
    with Project.create(tmp_path_factory.mktemp("saved") / "p.qtrack") as project:
        ops.perform(project, ops.SaveFilter("المحفوظ", wanted))
        (saved,) = project.saved_filters.list()
        assert saved.filter == wanted
