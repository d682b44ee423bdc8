"""Names of which no list knows a word, whatever they begin and end like, between a title and an edge."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

NAMES = (
    "برديون ميبويه",
    "بيتنتيه هاننتوف",
    "كولدر ميلست",
    "لوكران فرفااد",
    "فيلدا لوكيليه",
    "ستارست كلافاسكي",
    "وازيلين بانغواد",
    "هانريش نونيون",
    "ترانتست دي غوبور",
)
TITLES = (
    "وزير المالية",
    "الرئيس الفنلندي",
    "رئيس اللجنة الوطنية للعمال",
    "المتحدث باسم وزارة الدفاع",
    "المبعوث الأممي إلى ليبيا",
    "عضو البرلمان",
    "الباحث في معهد الدراسات",
)
BETWEEN = (
    "قال {} {} إن العمل مستمر.",
    "وقال {}، {}، إن العمل مستمر.",
    "قال {}، {} في مؤتمر صحفي، إن العمل مستمر.",
    "قال {} {} أمس الأحد إن العمل مستمر.",
    "وأشار {} {} إلى أن العمل مستمر.",
    "{} {}: العمل مستمر في كل المواقع",
    "أكد {1}، {0}، أن العمل مستمر.",
    "أكد لـ«الضفاف» {1} {0} أن العمل مستمر.",
)


@pytest.mark.parametrize("between", BETWEEN)
def test_a_strange_name_behind_a_title(between: str) -> None:
    wrong = []
    for title in TITLES:
        for name in NAMES:
            [found] = detect(between.format(title, name))
            if found.speaker is None or found.speaker.name != name:
                wrong.append((title, name, found.speaker and found.speaker.name))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال المدير التنفيذي لسوق الضفاف إن العمل مستمر.", "المدير التنفيذي لسوق الضفاف"),
        ("وقال الطبيب بصوت متعب إن العمل مستمر.", "الطبيب"),
        ("وقال الأمير سامي بن فهد الخالد إن العمل مستمر.", "سامي بن فهد الخالد"),
        ("وقال العامل الإيراني يقرب العمل إن الوقت قصير.", "العامل الإيراني"),
    ],
)
def test_words_of_the_language_are_no_name(text: str, speaker: str) -> None:
    cue = text.split(maxsplit=1)[0]
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("عقد الاجتماع بحضور رئيس الحزب سامي خوري ومحمد حداد. وقال رئيس الحزب إن العمل مستمر.", "سامي خوري"),
        (
            "عقد الاجتماع بحضور رئيس الحزب فرغواد أوميليش ومحمد حداد. وقال رئيس الحزب إن العمل مستمر.",
            "فرغواد أوميليش",
        ),
        (
            "يستقبل الملك الوزيرة زاغيه هانيلو والرئيس ترالدين دورسون غدا. وقالت الوزيرة إن العمل مستمر.",
            "زاغيه هانيلو",
        ),
        ("رافقه في الزيارة رئيس الحزب فرغواد أوميليش أمس. وقال رئيس الحزب إن العمل مستمر.", "فرغواد أوميليش"),
        ("ينتظر الحلفاء الرئيس فرنان بلاموت سيقطع زيارته. وقال بلاموت إن العمل مستمر.", "فرنان بلاموت"),
        (
            "قام المحافظ ستارناد بن زادييه بيتيلين يرافقه مدير المكتب بجولة. وقال المحافظ إن العمل مستمر.",
            "ستارناد بن زادييه بيتيلين",
        ),
    ],
)
def test_who_is_named_beside_others_is_known_by_his_own_name(text: str, speaker: str) -> None:
    [found] = [one for one in detect(text) if one.type != "reported"]
    assert found.speaker is not None
    assert found.speaker.name == speaker
