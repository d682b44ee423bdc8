"""Whatever stands in a text is found by it: as a word, a phrase, a beginning, a piece, as typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import Attribution, AttributionType, Span
from quotetrack.filters import QuoteFilter
from quotetrack.store import Kind, Project, marks
from quotetrack.store.words import words
from quotetrack.text import fold
from tests.store.programs import LONG

BASE = "ابتجحدرسعفقكلمنهويىةأإآؤئءٱپگچکی" + "٠١٢۵" + "abcXYZéßİ" + "279"
LETTERS = BASE + "ًٌٍَُِّْٰ" + "ـ" + "\u0301\u200f\ue000"
SEPARATORS = " \n\u00a0،.؟!:«»\"'()-–…_/😀"
WORD = st.builds(str.__add__, st.sampled_from(BASE), st.text(alphabet=LETTERS, max_size=6))
TEXT = st.lists(st.tuples(WORD, st.text(alphabet=SEPARATORS, min_size=1, max_size=2)), min_size=1, max_size=9)
PLAIN = str.maketrans(dict.fromkeys('«»“”„"*', " "))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("any") / "p.qtrack") as made:
        yield made


@given(parts=TEXT, data=st.data())
@settings(
    max_examples=2_000 if LONG else 150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_what_stands_in_a_quote_is_found_by_it(
    project: Project, parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(word + after for word, after in parts).strip()
    if not words(fold(text)):
        return
    quote = Attribution(type=AttributionType.DIRECT, content=(Span(0, len(text)),))
    changes = ops.perform(project, ops.ImportArticles([(Article(text=text), [quote])], repeats=True))
    (id_,) = changes.created[Kind.QUOTES]
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, min(first + 2, len(parts) - 1)))
    phrase = "".join(word + after for word, after in parts[first : last + 1]).translate(PLAIN).strip()
    if not words(fold(phrase)):
        return
    folded = " ".join(words(fold(phrase)))
    tail = words(fold(phrase))[-1]
    for wanted in (
        QuoteFilter(text=f'"{phrase}"'),
        QuoteFilter(text=f'"{folded}"'),
        QuoteFilter(text=f'"{folded[: -len(tail)]}{tail[0]}"*'),
        QuoteFilter(text=tail[len(tail) // 2 :], inside_words=True),
        QuoteFilter(text=parts[last][0], exact=True),
    ):
        if not words(fold(wanted.text)):
            continue
        assert id_ in project.quotes.ids(wanted), wanted
        assert marks(text, wanted), wanted
        excluded = QuoteFilter(text=f"-{wanted.text}", exact=wanted.exact, inside_words=wanted.inside_words)
        assert id_ not in project.quotes.ids(excluded), excluded
    ops.undo(project)
