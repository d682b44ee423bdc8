"""For whom a deputy sits, and to which part of the world an envoy is sent, stand within their offices."""

import pytest

from quotetrack import detect

REVEALED = [
    ("كشفت النائبة عن ائتلاف الضفاف ليلى حداد، أمس، عن عرقلة للقانون.", "ليلى حداد", "عرقلة للقانون"),
    ("كشف النائب عن محافظة نينوى سامي الخالد عن ضغوط على اللجنة.", "سامي الخالد", "ضغوط على اللجنة"),
    ("كشف عضو مجلس النواب عن كتلة المرفأ سامي الخالد عن ضغوط كبيرة.", "سامي الخالد", "ضغوط كبيرة"),
    ("أعلن المرشح عن دائرة بغداد رامي حداد عن برنامجه.", "رامي حداد", "برنامجه"),
    # What the deputy himself tells of.
    ("أعلن النائب عن تأجيل الجلسة.", "النائب", "تأجيل الجلسة"),
    ("كشف النائب عن خطة لتأجيل الجلسة.", "النائب", "خطة لتأجيل الجلسة"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), REVEALED)
def test_the_second_preposition_is_the_verbs(text: str, speaker: str, content: str) -> None:
    (found,) = detect(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.content[0].of(text)) == (speaker, content)


SENT = [
    "أنهى الموفد الأوروبي إلى الشرق الأوسط بيتر فاندرلين زيارة. وكان الموفد الأوروبي أعلن أن القرض جاهز.",
    "وصل المبعوث الأممي إلى القرن الأفريقي بيتر فاندرلين أمس. وقال المبعوث الأممي إن القرض جاهز.",
    "وصل المبعوث إلى جنوب السودان بيتر فاندرلين أمس. وقال المبعوث إن القرض جاهز.",
]


@pytest.mark.parametrize("text", SENT)
def test_an_envoy_has_his_name_behind_the_part_of_the_world(text: str) -> None:
    (found,) = detect(text)
    assert found.speaker is not None
    assert found.speaker.name == "بيتر فاندرلين"


def test_where_an_envoy_points_to_is_not_of_his_office() -> None:
    text = "وأشار المبعوث إلى الشرق، قائلا إن الطريق طويل."
    assert all(one.source is None or one.source.of(text) == "المبعوث" for one in detect(text))
