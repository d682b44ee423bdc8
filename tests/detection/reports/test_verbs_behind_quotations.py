"""Verbs of saying behind what is said, between its parts, and put into it."""

import pytest

from quotetrack import detect

BEHIND = [
    # a pronoun that means what was said, with and without its speaker, and another verb behind it
    ("تجلس أم سالم على الرصيف. «الله يعوض»، قالتها ومضت تجر عربتها.", "قالتها", "أم سالم", ["«الله يعوض»"]),
    ("«لن أبيع شيئا»، قالها الحاج محسن وهو يغلق الباب.", "قالها", "محسن", ["«لن أبيع شيئا»"]),
    ("وقف الحارس درويش عند البوابة. «ممنوع»، قالها وأدار ظهره.", "قالها", "درويش", ["«ممنوع»"]),
    # one or two words that open the sentence
    ("وصل سامي الخالد. «أنا هنا»، صرخ وركض نحو البحر.", "صرخ", "سامي الخالد", ["«أنا هنا»"]),
    ("«الخبز أولا»، هكذا يجيب الحاج سالم.", "يجيب", "سالم", ["«الخبز أولا»"]),
    # other verbs that only go with what was said
    ("«كنا نلعب هنا كل يوم»، تتذكر هدى الخالد.", "تتذكر", "هدى الخالد", ["«كنا نلعب هنا كل يوم»"]),
    ("«كل يوم الحكاية نفسها»، تنهدت هدى الخالد.", "تنهدت", "هدى الخالد", ["«كل يوم الحكاية نفسها»"]),
    # two parts
    (
        "«كنا ثلاثين عائلة»، يقول الحاج مراد، «واليوم بقينا أربعا».",
        "يقول",
        "مراد",
        ["«كنا ثلاثين عائلة»", "«واليوم بقينا أربعا»"],
    ),
    # put in between the marks
    (
        "وصل سامي الخالد إلى المخيم. «سكت طويلا، يقول، ومضيت».",
        "يقول",
        "سامي الخالد",
        ["«سكت طويلا", "ومضيت»"],
    ),
    (
        "«لا أحد يسمعنا، تقول أم فهد وهي تمسح دموعها، ولا أحد يرانا».",
        "تقول",
        "أم فهد",
        ["«لا أحد يسمعنا", "ولا أحد يرانا»"],
    ),
]
NONE = [
    "زار الوفد المدينة. «الضفاف»، أكبر أحيائها، يقول السكان إنها فارغة.",
    "«مدرسة الضفاف»، تقول سعاد الخالد إنها مغلقة.",
]


@pytest.mark.parametrize(("text", "cue", "speaker", "content"), BEHIND)
def test_a_verb_behind_or_in_what_is_said(text: str, cue: str, speaker: str, content: list[str]) -> None:
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue]
    assert found.speaker
    assert found.speaker.name == speaker
    assert [span.of(text) for span in found.content] == content


@pytest.mark.parametrize("text", NONE)
def test_a_name_in_marks_before_a_verb_is_not_said(text: str) -> None:
    assert all("«" not in span.of(text) for one in detect(text) for span in one.content)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("تقول أمها سناء إن الخبز نفد.", "سناء"),
        ("تقول جارتها أم سالم إن الخبز نفد.", "أم سالم"),
        ("يقول جاره بائع السمك نبيل قاسم إن البحر فقير.", "نبيل قاسم"),
        ("يقول خاله إن الطريق مغلق.", "خاله"),
    ],
)
def test_kin_and_neighbours(text: str, speaker: str) -> None:
    (found,) = detect(text)
    assert found.speaker
    assert found.speaker.name == speaker
