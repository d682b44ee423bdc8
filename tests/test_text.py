"""Folding, its way back, paragraphs and sentences."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.text import fold, folded, paragraphs, sentences

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءـًٌٍَُِّْٰ ﻻﷲ٠١٩۵\u200f\u200d\ufeff«»،.؟"
MIXED = st.text(alphabet=st.sampled_from(ARABIC + string.ascii_letters + "\n İ😀"), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الرَّئيسُ", "الرييس"),
        ("أكّــد", "اكد"),
        ("قالَت إنّه", "قالت انه"),
        ("مستشفى", "مستشفي"),
        ("حكومة", "حكومه"),
        ("٢٠٢٦", "2026"),
        ("BBC", "bbc"),
        ("ﻻ", "لا"),
        ("\u200fقال\u200e", "قال"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text(alphabet=st.sampled_from("ابتثجحدرسعغفقكلمنهويىةأإآًٌٍَُِّْ "), max_size=80))
def test_fold_is_camel_tools_normalisation_and_hamza_seats(text: str) -> None:
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils.normalize import (
        normalize_alef_ar,
        normalize_alef_maksura_ar,
        normalize_teh_marbuta_ar,
    )

    expected = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(text))))
    assert fold(text) == expected


@given(MIXED)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED)
def test_folded_text_is_the_fold(text: str) -> None:
    assert folded(text).text == fold(text)


@given(MIXED)
@settings(max_examples=300)
def test_every_folded_place_leads_back_to_what_folds_to_it(text: str) -> None:
    result = folded(text)
    for place, character in enumerate(result.text):
        origin = result.to_original(place)
        assert character in fold(text[origin])


@given(MIXED)
def test_the_way_back_never_turns_round(text: str) -> None:
    result = folded(text)
    places = [result.to_original(place) for place in range(len(result.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


def test_a_hit_in_vocalised_text_covers_its_marks() -> None:
    text = "قال الرَّئيسُ إنه"
    result = folded(text)
    at = result.text.index("الرييس")
    assert text[slice(*result.span(at, at + 6))].startswith("الرَّئيس")


def test_sentences_keep_initials_and_numbers_whole() -> None:
    text = "قال د. سامي إن النسبة 2.5 بالمئة. وأضاف: «لا نعرف.» ثم خرج؟ نعم"
    assert [text[a:b] for a, b in sentences(text)] == [
        "قال د. سامي إن النسبة 2.5 بالمئة.",
        "وأضاف: «لا نعرف.»",
        "ثم خرج؟",
        "نعم",
    ]


@given(MIXED)
def test_sentences_hold_every_visible_character_once(text: str) -> None:
    kept = "".join(text[a:b] for a, b in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_paragraphs_are_the_lines_with_words() -> None:
    text = "أول\n\n  \nثان"
    assert [text[a:b] for a, b in paragraphs(text)] == ["أول", "ثان"]
