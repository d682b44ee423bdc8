"""«وإذ أشار إلى أن …، دعا فلاناً إلى …»: a clause that waits for its main verb, whose subject is the same."""

import pytest

from quotetrack import detect

BEFORE = "أكد النائب رامي حداد أن الوضع خطير. "
SINCE = [
    ("وإذ اعتبر أن الحكومة عاجزة، دعا وزير المالية إلى الاستقالة.", "أن الحكومة عاجزة", "الاستقالة"),
    ("وإذ شدد على أن الجيش ضمانة، حذر من الفتنة.", "أن الجيش ضمانة", "الفتنة"),
    ("واذ لفت الى ان الحوار توقف، طالب رئيس الجمهورية بخطة.", "ان الحوار توقف", "بخطة"),
    ("وإذ نوه بدور الجيش، طالب قائد الجيش بمزيد من الحزم.", "بدور الجيش", "بمزيد من الحزم"),
    ("وإذ رأى أن الحوار «مات»، دعا رئيس الجمهورية إلى التحرك.", "أن الحوار «مات»", "التحرك"),
]


@pytest.mark.parametrize(("text", "first", "second"), SINCE)
def test_the_main_verb_has_the_same_subject(text: str, first: str, second: str) -> None:
    text = BEFORE + text
    found = detect(text)[1:]
    assert [one.content[0].of(text) for one in found] == [first, second]
    assert {one.speaker.name for one in found if one.speaker} == {"رامي حداد"}
    assert all(one.parent is None for one in found)


def test_another_is_the_subject_of_a_verb_that_asks_nobody() -> None:
    text = BEFORE + "وإذ اعتبر أن الحكومة عاجزة، قال الوزير سامي نعمة إن القرار قريب."
    assert [one.speaker.name for one in detect(text) if one.speaker][-1] == "سامي نعمة"


def test_a_clause_that_only_tells_why_waits_for_no_verb() -> None:
    text = "وأكد أن الوضع خطير، إذ قال إن الماء نفد، وغادر السكان القرية."
    assert detect(text)[-1].content[0].of(text) == "إن الماء نفد، وغادر السكان القرية"
