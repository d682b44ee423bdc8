"""Dates of the Arab press: every country's months, Hijri, figures, and «قبل ثلاثة أيام»."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.readers.dates import parse_date

TODAY = date(2026, 3, 12)  # a Thursday

WRITTEN = [
    ("2015-08-04 18:05:36", date(2015, 8, 4)),
    ("2024-03-09T10:15:00+03:00", date(2024, 3, 9)),
    ("04/08/2015", date(2015, 8, 4)),
    ("٠٤/٠٨/٢٠١٥", date(2015, 8, 4)),
    ("2015/8/4", date(2015, 8, 4)),
    ("4.8.2015", date(2015, 8, 4)),
    ("08/25/2015", date(2015, 8, 25)),
    ("20240309", date(2024, 3, 9)),
    ("Tue, 04 Aug 2015 18:05:36 +0300", date(2015, 8, 4)),
    ("August 4, 2015", date(2015, 8, 4)),
    ("4 août 2015", date(2015, 8, 4)),
    ("4 أغسطس 2015", date(2015, 8, 4)),
    ("الثلاثاء، 4 آب 2015", date(2015, 8, 4)),
    ("الثلاثاء ٤ أغسطس/آب ٢٠١٥", date(2015, 8, 4)),
    ("4 آب (أغسطس) 2015", date(2015, 8, 4)),
    ("17 كانون الثاني/يناير 2021", date(2021, 1, 17)),
    ("17 كانون الأول 2021", date(2021, 12, 17)),
    ("3 تشرين ثاني 2020", date(2020, 11, 3)),
    ("5 جويلية 2022", date(2022, 7, 5)),
    ("5 أوت 2022", date(2022, 8, 5)),
    ("12 فيفري 2022", date(2022, 2, 12)),
    ("1 غشت 2022", date(2022, 8, 1)),
    ("20 دجنبر 2022", date(2022, 12, 20)),
    ("9 يوليوز 2022", date(2022, 7, 9)),
    ("8 شتنبر 2022", date(2022, 9, 8)),
    ("7 شتمبر 2022", date(2022, 9, 7)),
    ("الأول من إبريل 2022، نشر في 2 ابريل 2022", date(2022, 4, 2)),
    ("في 6 من شهر حزيران لعام 1982", date(1982, 6, 6)),
    ("أغسطس 4, 2015", date(2015, 8, 4)),
    ("15 رمضان 1445 هـ", date(2024, 3, 25)),
    ("١٥ رمضان ١٤٤٥هـ", date(2024, 3, 25)),
    ("1445/9/15", date(2024, 3, 25)),
    ("15-09-1445هـ", date(2024, 3, 25)),
    ("3 ذي الحجة 1436", date(2015, 9, 16)),
    ("10 جمادى الآخرة 1440هـ", date(2019, 2, 15)),
    ("الثلاثاء 19 شوال 1436 هـ - 4 أغسطس 2015 م", date(2015, 8, 4)),
    ("1436/10/19 الموافق 2015/08/04", date(2015, 8, 4)),
    ("قبل ثلاثة أيام", date(2026, 3, 9)),
    ("منذ يومين", date(2026, 3, 10)),
    ("قبل يوم", date(2026, 3, 11)),
    ("منذ 5 ساعات", TODAY),
    ("قبل ٣٠ ساعة", date(2026, 3, 11)),
    ("منذ 20 دقيقة", TODAY),
    ("قبل أسبوعين", date(2026, 2, 26)),
    ("قبل شهر", date(2026, 2, 12)),
    ("منذ شهرين", date(2026, 1, 12)),
    ("قبل خمس سنوات", date(2021, 3, 12)),
    ("قبل أحد عشر يوما", date(2026, 3, 1)),
    ("أمس", date(2026, 3, 11)),
    ("أمس الأول", date(2026, 3, 10)),
    ("أول من أمس", date(2026, 3, 10)),
    ("اليوم", TODAY),
    ("الأحد الماضي", date(2026, 3, 8)),
    ("الخميس الماضي", date(2026, 3, 5)),
    ("10 مارس", date(2026, 3, 10)),
    ("10 نوفمبر", date(2025, 11, 10)),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_a_date_is_read(text: str, expected: date) -> None:
    assert parse_date(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "قال الوزير", "31 فبراير 2020", "2020-13-45", "45 رمضان 1445", "99 مارس 2020", "1234567890123",
     "مايو", "2015", "12:30", "نشرته الشرق الأوسط 12"],
)  # fmt: skip
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date(text, TODAY) is None


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    parse_date(text, TODAY)


@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["ar", "ar_SY", "ar_DZ", "ar_MA", "ar_SA"]),
)
def test_every_country_writes_its_dates_so_that_they_are_read_back(day: date, locale: str) -> None:
    from babel.dates import format_date

    assert parse_date(format_date(day, "d MMMM y", locale), TODAY) == day
    assert parse_date(format_date(day, "full", locale), TODAY) == day


@given(st.dates(date(1950, 1, 1), date(2060, 12, 31)))
def test_every_hijri_date_is_read_back(day: date) -> None:
    from hijridate import Gregorian

    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    assert parse_date(f"{hijri.day}/{hijri.month}/{hijri.year} هـ", TODAY) == day
