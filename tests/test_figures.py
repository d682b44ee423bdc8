"""Digits and names of months, as people in each Arab country write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.figures import COUNTRIES, USUAL_COUNTRY, Digits, Figures, in_digits
from quotetrack.readers.dates import parse_date


@pytest.mark.parametrize(
    ("country", "shown"),
    [
        ("LB", "23 تشرين الثاني 2026"),
        ("EG", "23 نوفمبر 2026"),
        ("DZ", "23 نوفمبر 2026"),
        ("US", "23 تشرين الثاني 2026"),
    ],
)
def test_a_day_has_the_months_of_the_country(country, shown):
    day = date(2026, 11, 23)
    assert Figures(country=country).day(day, "ar") == shown
    assert Figures(Digits.ARABIC, country).day(day, "ar") == in_digits(shown, Digits.ARABIC)
    assert Figures(country=country).day(day, "en") == "23 November 2026"


def test_numbers_and_shares():
    assert (Figures().number(1204), Figures().percent(0.934)) == ("1204", "93%")
    arabic = Figures(Digits.ARABIC)
    assert (arabic.number(1204), arabic.percent(0.934)) == ("١٢٠٤", "٩٣٪")


@pytest.mark.parametrize("country", COUNTRIES)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(Digits))
def test_every_day_that_is_written_is_read_again(country, day, digits):
    assert parse_date(Figures(digits, country).day(day, "ar")) == day


def test_the_usual_country_is_one_of_them():
    assert USUAL_COUNTRY in COUNTRIES
