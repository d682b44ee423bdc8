"""Whom a speaker calls something: «من» before the verb is its object (عن من أسماه «بطل المدينة»)."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("وقال سامر الهلالي إنه يبحث عن من أسماه «بطل المدينة الصغيرة».", "أسماه"),
        ("وقال سامر الهلالي إن الحزب هزم على يد من وصفهم بأنهم أعداء البلاد.", "وصفهم"),
    ],
)
def test_the_speaker_calls_him_so(text: str, cue: str) -> None:
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue]
    assert found.source is None
    assert found.speaker is not None
    assert found.speaker.name == "سامر الهلالي"


@pytest.mark.parametrize("text", ["وهناك من وصفه بأنه بطل المدينة.", "وهناك من يقول إن القرار خطأ."])
def test_who_there_is_speaks(text: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == "من"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("اتهم الاتحاد الحر لمزارعي الضفة وزارة الزراعة بإفشال الحملة.", "الاتحاد الحر لمزارعي الضفة"),
        ("اتهمت النقابة الوطنية للصيادين وكيل الوزارة بالتقصير.", "النقابة الوطنية للصيادين"),
        ("ناشد أهالي القرية الشمالية وزير الأشغال إصلاح الطريق.", "أهالي القرية الشمالية"),
        ("وأكد شيوخ القبائل وقوفهم مع سكان المدينة.", "شيوخ القبائل"),
        # Here و adds one more.
        ("اتهمت النقابة الوطنية ووزارة الزراعة الشركة بالتقصير.", "النقابة الوطنية ووزارة الزراعة"),
    ],
)
def test_a_word_whose_first_letter_is_its_own_adds_nothing(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("وعزا المدير التأخير إلى أن الرافعة معطلة.", "المدير", "أن الرافعة معطلة"),
        ("وعزت مديرة المصنع التوقف إلى «عطل قديم».", "مديرة المصنع", "«عطل قديم»"),
        ("وأرجع وزير النقل الازدحام إلى ضيق الطريق.", "وزير النقل", "ضيق الطريق"),
    ],
)
def test_what_is_explained_is_no_part_of_who_explains_it(text: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert (found.source.of(text), found.content[0].of(text)) == (source, content)
