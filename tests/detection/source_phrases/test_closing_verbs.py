"""Verbs of saying that close a sentence without marks (ارتفعت الأسعار، يضيف المصدر ذاته.)."""

import pytest

from quotetrack import detect

CLOSED = [
    ("ارتفعت الأسعار بشكل كبير، يورد البلاغ.", "البلاغ"),
    ("الوضع الصحي صعب جدا في القرية، يقول سامر الهلالي.", "سامر الهلالي"),
    ("ارتفعت الأسعار بشكل كبير، يؤكد سامر الهلالي، رئيس الجمعية الوطنية للفلاحين.", "سامر الهلالي"),
    ("ارتفعت الأسعار بشكل كبير، تشرح الوزيرة في تصريح لوكالة الضفاف.", "الوزيرة"),
    ("قالت ليلى الهلالي إن السوق راكدة. وارتفعت الأسعار كثيرا، تضيف المتحدثة ذاتها.", "ليلى الهلالي"),
]


@pytest.mark.parametrize(("text", "speaker"), CLOSED)
def test_it_covers_the_clause_before_it(text: str, speaker: str) -> None:
    found = detect(text)[-1]
    assert found.rule == "source-phrase-last"
    assert found.content[-1].of(text) + "،" in text
    assert found.speaker is not None
    assert found.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وفي ظل هذه الأوضاع، تضيف الوزيرة.",
        "وحول أسباب الأزمة في البلاد، يقول الخبير.",
        "في الوقت الذي تتجه فيه الأنظار إلى العاصمة، يبين الخبير سامر الهلالي.",
        "كانت الليلة باردة جدا، يقول سامر الهلالي.. «كنت في البيت».",
        "بينما تتحدث مصادر طبية عن أربعة مفقودين، يشدد سامر على أن العدد «اثنان لا أكثر».",
        "لكنه مشروع كبير، يؤكد نجاح الخطة.",
        "افتتح الوزير المعرض، يوضح الطريق.",
    ],
)
def test_what_tells_nothing_or_leads_to_words_is_not_closed(text: str) -> None:
    assert all(found.rule != "source-phrase-last" for found in detect(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "واكتفى المتحدث باسم الشرطة كريم الحسن بالإشارة إلى أن التحقيق مستمر.",
            "المتحدث باسم الشرطة كريم الحسن",
        ),
        ("واكتفت ليلى حداد بالتلميح إلى أن العقد انتهى.", "ليلى حداد"),
        ("واستهل النائب كلامه بالتذكير بأن القانون واضح.", "النائب"),
        ("الوزير اكتفى بالتأكيد على أن القانون واضح.", "الوزير"),
    ],
)
def test_a_verb_leads_to_a_noun_of_saying(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source
