"""Who has got a document, between its noun and what it says (في بلاغ توصلت الجريدة بنسخة منه، أن)."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    "text",
    [
        "وأفادت وزارة الصحة، في بلاغ توصلت الضفاف بنسخة منه، أن الأسعار ارتفعت.",
        "وأفادت وزارة الصحة في بلاغ توصل موقع الضفاف بنسخة منه أن الأسعار ارتفعت.",
        "وأكدت وزارة الصحة، في بيان لها توصلت «الضفاف» بنسخة منه، أن الأسعار ارتفعت.",
    ],
)
def test_the_report_is_of_the_verb_before(text: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text) == "أن الأسعار ارتفعت"
    assert found.speaker is not None
    assert found.speaker.name == "وزارة الصحة"


@pytest.mark.parametrize(
    "text",
    [
        'وقالت النقابة في بيان تلقت "وكالة الضفاف" نسخة منه، إن "الحوار فشل"، مبينة أن الإضراب مستمر.',
        "وقالت النقابة في مذكرة حصلت شبكة «المرفأ» على نسخة منها، إن الحوار فشل، مبينة أن الإضراب مستمر.",
        "وقالت النقابة في بيان اطلعت الضفاف نيوز على نسخة منه، إن الحوار فشل، مبينة أن الإضراب مستمر.",
        "وقالت النقابة في كتاب اطلعت «المرفأ» عليه إن الحوار فشل، مبينة أن الإضراب مستمر.",
    ],
)
def test_who_has_got_it_does_not_go_on(text: str) -> None:
    assert [one.speaker.name for one in detect(text) if one.speaker] == ["النقابة", "النقابة"]


def test_who_tells_of_it_speaks() -> None:
    found = detect("وأعلنت «المرفأ» أنها تلقت نسخة منه، مضيفة أن الحوار فشل.")
    assert [one.speaker.name for one in found if one.speaker] == ["المرفأ", "المرفأ"]


def test_it_is_not_what_was_asked_for() -> None:
    text = "وطالبت النقابة، في بلاغ توصلت الضفاف بنسخة منه، بفتح تحقيق في الحادث."
    (found,) = detect(text)
    assert found.content[0].of(text) == "بفتح تحقيق في الحادث"


def test_what_was_found_out_is_a_report() -> None:
    text = "وتوصلت الدراسة، بعد بحث عن نسخة منه، إلى أن الكتاب قديم."
    (found,) = detect(text)
    assert found.cue is not None
    assert found.cue.of(text) == "وتوصلت"
