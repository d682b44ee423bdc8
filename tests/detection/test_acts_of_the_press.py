"""Speech acts as the press words them, in sentences of our own, and what only looks like them."""

import pytest

from quotetrack import AttributionType, detect


def _acts(text: str) -> list[tuple[str, str | None, str]]:
    acts = [a for a in detect(text) if a.type is AttributionType.REPORTED and a.cue is not None]
    return [(a.cue.of(text), a.source and a.source.of(text), a.content[0].of(text)) for a in acts if a.cue]


ACTS = [
    # Nouns of accusing and asking, whoever stands between them and what is said.
    ("وأثار اتهامها لجارتها بتمويل التمرد جدلا.", "اتهامها", None, "بتمويل التمرد جدلا"),
    ("وأثار اتهام المالكي للوزارة بدعم الشركة ضجة.", "اتهام", None, "بدعم الشركة ضجة"),
    ("ورد على الاتهامات الموجهة إلى الجيش بتحويل المدارس.", "الاتهامات", None, "بتحويل المدارس"),
    ("وتبادل الطرفان الاتهامات بخرق الهدنة.", "الاتهامات", None, "بخرق الهدنة"),
    ("وتجمعوا للمطالبة برحيل المدير.", "للمطالبة", None, "برحيل المدير"),
    ("وانصرف الوفد وسط مطالبات بتكريمه.", "مطالبات", None, "بتكريمه"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), ACTS)
def test_an_act(text: str, cue: str, source: str | None, content: str) -> None:
    assert _acts(text) == [(cue, source, content)]


NO_ACTS = [
    "ومرورا بوعد بلفور وحتى اليوم.",
    "ووصف الوزير الاتهامات بأنها سخيفة.",
    "والمطالبة بحقوق العمال ليست جريمة.",
    "وزار المدير موقع الاتهام في المحكمة برفقة محاميه.",
]


@pytest.mark.parametrize("text", NO_ACTS)
def test_no_act(text: str) -> None:
    assert _acts(text) == []
