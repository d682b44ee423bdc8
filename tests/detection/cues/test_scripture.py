"""Whom sermons quote, and who goes on behind what they quote."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        # God by what praises Him …
        ("وقال جل وعلا: «إن مع العسر يسرا».", "وقال", "الله"),
        ("فقال جل من قائل: «إن مع العسر يسرا».", "فقال", "الله"),
        ("يقول المولى عز وجل: «إن مع العسر يسرا».", "يقول", "الله"),
        ("وقال الله عز وجل: «إن مع العسر يسرا».", "وقال", "الله"),
        # What somebody cites is another's …
        ("وشرح الخطيب الآية، مستشهدا بقوله تعالى: ﴿إن مع العسر يسرا﴾.", "بقوله", "الله"),
        ("واستشهد الخطيب بقول الشافعي: «نعيب زماننا والعيب فينا».", "بقول", "الشافعي"),
        ("واستدل المفتي بقول النبي صلى الله عليه وسلم: «الدين النصيحة».", "بقول", "النبي"),
        # … unless nobody else said it.
        ("واستشهد سامي الخالد بالمثل القديم: «الجار ثم الدار».", "واستشهد", "سامي الخالد"),
        # Who quotes scripture goes on.
        (
            "وأوضح الشيخ سامي الخالد أن الصبر درجات. قال تعالى: «إن مع العسر يسرا». وأضاف أن الفرج قريب.",
            "وأضاف",
            "سامي الخالد",
        ),
        (
            "قال الخطيب سامي الخالد إن الجار أمانة. قال رسول الله: «خيركم لأهله». وحذر من أن الأذى كثير.",
            "وحذر",
            "سامي الخالد",
        ),
    ],
)
def test_whom_sermons_quote(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


def test_double_brackets_hold_a_verse() -> None:
    text = "وقال تعالى ((إن مع العسر يسرا)) ثم ختم حديثه."
    assert [part.of(text) for one in detect(text) for part in one.content] == ["((إن مع العسر يسرا))"]


def test_what_is_done_for_a_verse_says_nothing() -> None:
    text = "امتثالا لقوله تعالى: «وتعاونوا على البر والتقوى»، وزعت الجمعية السلال."
    (found,) = detect(text)
    assert found.speaker is not None
    assert found.speaker.name == "الله"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A prayer stands as far behind its verb as what He is called takes.
        ("وسأل فضيلته المولى عز وجل في ختام خطبته أن يديم الأمن.", "أن يديم الأمن"),
        ("ودعا الخطيب الله أن يرفع البلاء عن الناس.", "أن يرفع البلاء عن الناس"),
        ("وابتهل الإمام إلى الله أن ينزل الغيث.", "أن ينزل الغيث"),
        ("وتضرعت الأمهات إلى الله أن يعود الغائبون.", "أن يعود الغائبون"),
    ],
)
def test_what_is_prayed_for(text: str, content: str) -> None:
    (found,) = detect(text)
    assert [part.of(text) for part in found.content] == [content]


def test_a_family_name_ends_with_god() -> None:
    text = "وأكد الجار الله أن الطريق مفتوح."
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == "الجار الله"
