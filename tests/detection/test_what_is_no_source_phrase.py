"""Words that look like a source phrase and attribute nothing, or nothing of their own."""

import pytest

from quotetrack import detect

PHRASES = [
    # «على ما» is «as he said» where it names who did.
    ("اعتقلت الشرطة ثلاثة رجال، على ما أفاد مصدر أمني.", "على ما أفاد"),
    ("اعتقلت الشرطة ثلاثة رجال على ما أفاد مصدر أمني.", "على ما أفاد"),
    ("اعتقلت الشرطة ثلاثة رجال، على ما أعلنته وزارة الداخلية.", "على ما أعلنته"),
    ("اعتقلت الشرطة ثلاثة رجال، على ما أعلنت الوزارة الجمعة.", "على ما أعلنت"),
    # A view stands apart from the clause that it covers.
    ("من وجهة نظر الوزارة، يحتاج السوق إلى عام كامل.", "من وجهة نظر"),
    ("ويحتاج السوق، في نظر الخبراء، إلى عام كامل.", "في نظر"),
    # «على لسان» covers a clause that no verb has.
    ("وجاء على لسان الوزير أن العمل انتهى قبل موعده.", "على لسان"),
    ("ونقلت الوكالة على لسان سامي الخالد أن العمل انتهى.", "على لسان"),
    ("اعتقلت الشرطة ثلاثة رجال كما أعلن الوزير.", "كما أعلن"),
    ("اعتقلت الشرطة ثلاثة رجال كما أعلن مرارا وزير الداخلية.", "كما أعلن"),
]

NONE = [
    "وشكر السفير الحضور على ما قاله الوزير في حق بلاده.",
    "والكل شاهد على ما أقول في هذا البلد.",
    "ويطلع القارئ على ما كتبته صحيفة الضفاف عن الحرب.",
    "وحصلت الأسر على ما يجدونه في السوق من طعام.",
    "وعبر اللاعب عن استيائه مما جاء على لسان مدرب الفريق سامي الخالد في تصريح سابق.",
    "قالت شرطة المدينة على لسان متحدثها الرسمي سامي الخالد إنها انتهت من التحقيق.",
    "أعلنت النقابة على لسان أمينها، أن الإضراب يبدأ غدا.",
    "وأكدت الهيئة على لسان متحدثها انخفاض عدد الحرائق.",
    "ولم يذكر الناطق اسم الموقوف كما لم تعلن السلطات المحلية سبب الحادث حتى الآن.",
    "وتحكي الرواية قصة الحرب من وجهة نظر السكان في القرية.",
    "وتقيس اللجنة جودة الخدمات من وجهة نظر المراجعين، وتنشر النتائج.",
    "ويجعله ذلك في نظر السكان بطلا من أبطال المدينة.",
    "سدد المهاجم كرتين في القائم كما سجل هدفا في الشوط الثاني.",
]


def source_phrases(text: str) -> list[str]:
    """The cues of the source phrases in `text`, relays included."""
    rules = ("source-phrase", "relay")
    return [
        one.cue.of(text)
        for one in detect(text)
        if one.cue and one.rule.startswith(rules) and one.type != "reported"
    ]


@pytest.mark.parametrize(("text", "cue"), PHRASES)
def test_a_source_phrase_attributes(text: str, cue: str) -> None:
    assert source_phrases(text) == [cue]


@pytest.mark.parametrize("text", NONE)
def test_what_looks_like_one_attributes_nothing(text: str) -> None:
    assert source_phrases(text) == []
