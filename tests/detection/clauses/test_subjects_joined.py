"""«، و» and a subject in front of its verb: somebody else says what follows, and the report before ends."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "content", "source", "speaker"),
    [
        (
            "قال سامي الخالد إن الجدار سقط ليلا، وجاره يؤكد أنه سمع الانهيار.",
            "إن الجدار سقط ليلا",
            "وجاره",
            "جاره",
        ),
        (
            "ترى ليلى حداد أن الخطة ناجحة، ومنافسوها يرون أنها فشلت.",
            "أن الخطة ناجحة",
            "ومنافسوها",
            "منافسوها",
        ),
        (
            "تقول البلدية إن الماء صالح للشرب، والسكان يؤكدون أن لونه تغير.",
            "إن الماء صالح للشرب",
            "والسكان",
            "السكان",
        ),
        (
            "قالت أم كريم إن ابنها لم يعد، وأخوه الأكبر يقول إنه رآه في السوق.",
            "إن ابنها لم يعد",
            "وأخوه الأكبر",
            "أخوه الأكبر",
        ),
        (
            "قال المدرب إن الفريق جاهز، والحارس رامي حداد قال إن الإصابة بسيطة.",
            "إن الفريق جاهز",
            "والحارس رامي حداد",
            "رامي حداد",
        ),
        (
            "أكد التقرير أن الجسر سليم، ومهندسة الشركة تحذر من أنه سينهار.",
            "أن الجسر سليم",
            "ومهندسة الشركة",
            "مهندسة الشركة",
        ),
        ("يقول البائع إن السعر ثابت، وزبائنه يشتكون من أنه تضاعف.", "إن السعر ثابت", "وزبائنه", "زبائنه"),
    ],
)
def test_another_says_what_a_comma_joins(text: str, content: str, source: str, speaker: str) -> None:
    first, second = detect(text)
    assert first.content[0].of(text) == content
    assert second.source is not None
    assert second.speaker is not None
    assert (second.source.of(text), second.speaker.name) == (source, speaker)
    assert second.parent is None


@pytest.mark.parametrize(
    "text",
    [
        # What is joined to a report is part of it where nobody says anything …
        "قال الوزير إن المدارس ستفتح، والكتب وصلت إلى المخازن.",
        "قال الوزير إن المدارس ستفتح، والعمال عادوا من إجازاتهم.",
        # … or nobody in particular.
        "قال الوزير إن اللص أوقف، ورجل أعمال قيل إنه شريكه.",
    ],
)
def test_what_a_comma_joins_to_a_report(text: str) -> None:
    said = next(one for one in detect(text) if one.cue is not None and one.cue.of(text) == "قال")
    assert said.content[-1].of(text) == text[text.index("إن") : -1]
