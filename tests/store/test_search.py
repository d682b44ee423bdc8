"""Search: spellings aside, phrases, prefixes, exclusion, and marks on the original."""

from __future__ import annotations

import pytest

from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, marks, snippet

DAMS, TRAINS = {1, 2, 3, 4}, {5, 6, 7}
SEARCHES = [
    (QuoteFilter(text="الأسعار"), DAMS),
    (QuoteFilter(text="الاسعار"), DAMS),
    (QuoteFilter(text="الأَسْعار"), DAMS),
    (QuoteFilter(text="الحداد"), DAMS),
    (QuoteFilter(text="80"), DAMS),
    (QuoteFilter(text="شركه"), DAMS),
    (QuoteFilter(text="القطار"), TRAINS),
    (QuoteFilter(text="القطار -1"), {5, 7}),
    (QuoteFilter(text='"القطار رقم 2"'), {7}),
    (QuoteFilter(text="«رقم القطار»"), set()),
    (QuoteFilter(text="القط*"), TRAINS),
    (QuoteFilter(text="القط"), set()),
    (QuoteFilter(text="قطار"), set()),
    (QuoteFilter(text="قطار", inside_words=True), TRAINS),
    (QuoteFilter(text="اسعار", inside_words=True), DAMS),
    (QuoteFilter(text="الاسعار", exact=True), set()),
    (QuoteFilter(text="الأسعار", exact=True), DAMS),
    (QuoteFilter(text="شركه", exact=True), set()),
    (QuoteFilter(text="أسعار", exact=True, inside_words=True), DAMS),
    (QuoteFilter(text="اسعار", exact=True, inside_words=True), set()),
    (QuoteFilter(text="-القطار"), DAMS),
    (QuoteFilter(text="-القطار -الأسعار"), set()),
    (QuoteFilter(text="طمئن", inside_words=True), DAMS),
    (QuoteFilter(text="  ،  "), DAMS | TRAINS),
    (QuoteFilter(text='"'), DAMS | TRAINS),
    (QuoteFilter(text="AND OR NEAR( ^ : *"), set()),
]


@pytest.mark.parametrize(("wanted", "ids"), SEARCHES)
def test_search_finds(filled: Project, wanted: QuoteFilter, ids: set[int]) -> None:
    assert set(filled.quotes.ids(wanted)) == ids


def test_marks_fall_on_the_original() -> None:
    text = "وقال الرَّئيسُ إنّ الأسعـار لن ترتفع"
    found = marks(text, QuoteFilter(text="الرئيس الاسعار"))
    assert [mark.of(text) for mark in found] == ["الرَّئيسُ", "الأسعـار"]


def test_a_snippet_marks_its_own_text() -> None:
    text = "كلمة " * 60 + "الهَدَف " + "كلمة " * 60
    cut = snippet(text, QuoteFilter(text="الهدف"), width=80)
    assert [mark.of(cut.text).strip() for mark in cut.marks] == ["الهَدَف"]
    assert len(cut.text) <= 90
    assert text[cut.start : cut.start + len(cut.text)] == cut.text
