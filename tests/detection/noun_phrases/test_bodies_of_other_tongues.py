"""Bodies whose names are of another tongue, before those whom they speak to."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("ودعت منظمة غرين كلايمت السلطات إلى وقف الصيد.", "منظمة غرين كلايمت", "وقف الصيد"),
        ("وطالبت منظمة غرين كلايمت الحكومة اليابانية بوقف الصيد.", "منظمة غرين كلايمت", "بوقف الصيد"),
        ("وطالبت مؤسسة ريدبوينت الحكومة بوقف الصيد.", "مؤسسة ريدبوينت", "بوقف الصيد"),
        # Nouns of the language go on with the one before them.
        ("ودعت جمعية رعاية الأيتام إلى وقف الصيد.", "جمعية رعاية الأيتام", "وقف الصيد"),
        ("وطالبت منظمة الصحة العالمية الحكومة بوقف الصيد.", "منظمة الصحة العالمية", "بوقف الصيد"),
    ],
)
def test_a_foreign_name_ends_before_those_it_speaks_to(text: str, source: str, said: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert (found.source.of(text), found.content[0].of(text)) == (source, said)


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        # Names and bodies that begin with a ل of their own …
        ("ودعا لبنان إلى وقف الصيد.", "لبنان", "وقف الصيد"),
        ("ودعت لجنة الطوارئ إلى وقف الصيد.", "لجنة الطوارئ", "وقف الصيد"),
        ("ودعت ليلى حداد إلى وقف الصيد.", "ليلى حداد", "وقف الصيد"),
        ("ودعا لوركنسكي إلى وقف الصيد.", "لوركنسكي", "وقف الصيد"),
        # … and what people call for with it.
        ("ودعت الحكومة لوقف الصيد.", "الحكومة", "لوقف الصيد"),
        ("ودعا للتبرع إلى الأسر.", None, "للتبرع إلى الأسر"),
        ("ودعا لعقد جلسة.", None, "لعقد جلسة"),
    ],
)
def test_a_name_that_begins_like_a_preposition_calls(text: str, source: str | None, said: str) -> None:
    (found,) = detect(text)
    assert (found.source.of(text) if found.source else None, found.content[0].of(text)) == (source, said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وطالبت لجنة حماية المزارعين بوقف الصيد.", "لجنة حماية المزارعين"),
        ("واتهمت جمعية رعاية المسنين الحكومة بوقف المشروع.", "جمعية رعاية المسنين"),
        ("وطالبت لجنة تنمية الموظفين بوقف الصيد.", "لجنة تنمية الموظفين"),
        # Behind an adjective those spoken to begin.
        ("وطالبت منظمة حقوقية السلطات بوقف الصيد.", "منظمة حقوقية"),
        ("واتهم مصدر أمني الحكومة بوقف المشروع.", "مصدر أمني"),
        ("وطالبت وزارة خارجية السودان بوقف المشروع.", "وزارة خارجية السودان"),
    ],
)
def test_a_verbal_noun_is_no_adjective_of_a_body(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source
