"""Detection on sentences of our own: one line a construction."""

import pytest

from quotetrack import detect

CASES = [
    ("قال الوزير إن المشروع سيبدأ غداً.", "indirect", "قال", "الوزير", "إن المشروع سيبدأ غداً"),
    (
        "وأكدت الناطقة باسم الشركة أن الأسعار ثابتة.",
        "indirect",
        "وأكدت",
        "الناطقة باسم الشركة",
        "أن الأسعار ثابتة",
    ),
    ("وأوضح المدير: «لن نغلق المصنع».", "direct", "وأوضح", "المدير", "«لن نغلق المصنع»"),
    ("شدد الرئيس على أن بلاده لن تتراجع.", "indirect", "شدد", "الرئيس", "أن بلاده لن تتراجع"),
    (
        "ووفقاً لمسؤول كبير، ستبدأ المحادثات غداً صباحاً.",
        "indirect",
        "ووفقاً",
        "لمسؤول كبير",
        "ستبدأ المحادثات غداً صباحاً",
    ),
]


@pytest.mark.parametrize(("text", "kind", "cue", "source", "content"), CASES)
def test_one_report(text: str, kind: str, cue: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.type == kind
    assert found.cue
    assert found.cue.of(text) == cue
    assert found.source
    assert found.source.of(text) == source
    assert [span.of(text) for span in found.content] == [content]
