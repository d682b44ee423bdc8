"""Bodies and offices in whose names a noun of saying stands: وزارة الدفاع، محامي الدفاع، الادعاء."""

import pytest

from quotetrack import detect


def found(text: str) -> list[tuple[str | None, str | None]]:
    """Cue and source of each attribution in `text`."""
    return [
        (one.cue.of(text) if one.cue else None, one.source.of(text) if one.source else None)
        for one in detect(text)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وقال وزير الدفاع إن الأمر جيد.", "وقال", "وزير الدفاع"),
        ("وأكد وزير الدفاع أن الأمر جيد.", "وأكد", "وزير الدفاع"),
        ("وقالت وزارة الدفاع إن الأمر جيد.", "وقالت", "وزارة الدفاع"),
        ("وأعلنت وزارة الدفاع أنها أنهت العمل.", "وأعلنت", "وزارة الدفاع"),
        ("وقالت هيئة الدفاع إن الأمر جيد.", "وقالت", "هيئة الدفاع"),
        ("وقال محامي الدفاع إن الأمر جيد.", "وقال", "محامي الدفاع"),
        ("وقال ممثل الادعاء إن الأمر جيد.", "وقال", "ممثل الادعاء"),
        ("وقال الادعاء إن الأمر جيد.", "وقال", "الادعاء"),
        ("وقال رئيس هيئة الاتهام إن الأمر جيد.", "وقال", "رئيس هيئة الاتهام"),
        ("وقالت صحيفة الإعلان إن الأمر جيد.", "وقالت", "صحيفة الإعلان"),
        ("وقال الفريق سامي الخالد وزير الدفاع إن الأمر جيد.", "وقال", "الفريق سامي الخالد وزير الدفاع"),
    ],
)
def test_they_speak(text: str, cue: str, source: str) -> None:
    assert found(text) == [(cue, source)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("تعثر الحوار بعد الاتهام بأن العمل توقف.", "الاتهام"),
        ("وقالت الصحف إن المدير كرر الادعاء بأن العمل توقف.", "كرر"),
        ("وجدد رئيس اللجنة التأكيد أن الأمر جيد.", "وجدد"),
        ("وكرر سامي الخالد القول إن الأمر جيد.", "وكرر"),
        ("وأضاف القول إن الأمر جيد.", "وأضاف"),
        ("وقال المدير في إعلان الشركة إن الأمر جيد.", "وقال"),
    ],
)
def test_nouns_of_saying_report_elsewhere(text: str, cue: str) -> None:
    assert cue in [said for said, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وأعلن تنظيم السهم مسؤوليته عن الهجوم.", "تنظيم السهم"),
        ("وجدد تنظيم الفجر الجديد رفضه للاتفاق.", "تنظيم الفجر الجديد"),
        ("وأعلن تنظيم مهرجان الربيع في الساحة الكبرى.", None),
        ("وأعلن تنظيم الاحتفال في موعده.", None),
    ],
)
def test_who_tells_of_what_is_its_own_is_no_action(text: str, source: str | None) -> None:
    (found,) = detect(text)
    assert (found.source.of(text) if found.source else None) == source
