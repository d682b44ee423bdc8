"""Where what was said begins and ends, and what only looks as if it were said."""

import pytest

from quotetrack import detect
from quotetrack.detection.records import AttributionType


def _said(text: str) -> list[tuple[str | None, str]]:
    """The cue and the content of every report of `text` but its speech acts."""
    return [
        (one.cue.of(text) if one.cue else None, " … ".join(span.of(text) for span in one.content))
        for one in detect(text)
        if one.type is not AttributionType.REPORTED
    ]


REPORTS = [
    # What the quoted words call something begins with what they call.
    ("ووصف سامي حداد الأوضاع في القرى بـ«الكارثية».", [("ووصف", "الأوضاع في القرى بـ«الكارثية»")]),
    ("وتعتبر الحكومة حزب العمال «منظمة خطيرة».", [("وتعتبر", "حزب العمال «منظمة خطيرة»")]),
    ("ووصفه سامي حداد بـ«الكارثي».", [("ووصفه", "«الكارثي»")]),
    ("وصف الوزير الاتفاق بأنه «تاريخي».", [("وصف", "بأنه «تاريخي»")]),
    # A participle whose ة has lost its dots, and one with a pronoun; «if any».
    (
        "وقالت سعاد إن السعر مناسب، لافته إلى أن القطع كبيرة.",
        [("وقالت", "إن السعر مناسب"), ("لافته", "أن القطع كبيرة")],
    ),
    (
        "وأوضح سامي حداد أنه تم ضبط سيارة، محمله بمواد غذائية.",
        [("وأوضح", "أنه تم ضبط سيارة، محمله بمواد غذائية")],
    ),
    ("وقال معهد البحوث ومقره المدينة إن الموقع نظيف.", [("وقال", "إن الموقع نظيف")]),
    ("ويعتبر النقد أقوى الطرق لتصحيح الأخطاء إن وجدت، وإلا تراكمت.", []),
    # «وأن» goes on with what was quoted, but for scripture; «كما أكد» with asides before «أن» is «also».
    (
        "وأضاف الوزير: «الهدف هو تشجيع القطاع الخاص»، وأن البلاد تطوي صفحة.",
        [("وأضاف", "«الهدف هو تشجيع القطاع الخاص»، وأن البلاد تطوي صفحة")],
    ),
    (
        "كما أكد سامي حداد، في لقاء مع المتحدث باسم القوات، هشام القرشي، في المدينة، أن الجنود عادوا.",
        [("أكد", "أن الجنود عادوا")],
    ),
    # «إلا أن» behind a «though» is of the report; else it is the paper's.
    (
        "وأكد الوزير أنه رغم الأزمة، إلا أن الوضع جيد.",
        [("وأكد", "أنه رغم الأزمة، إلا أن الوضع جيد")],
    ),
    ("وأكد الوزير أن الوضع جيد، إلا أن السوق راكدة.", [("وأكد", "أن الوضع جيد")]),
    # A verb that و brings in behind a quotation is a report of its own.
    (
        "وقال سامي حداد «ركبت البحر مع صديقي فجرا»، وأضاف «عدنا بعد ساعة من الصيد».",
        [("وقال", "«ركبت البحر مع صديقي فجرا»"), ("وأضاف", "«عدنا بعد ساعة من الصيد»")],
    ),
    # A turn without marks ends before the next report, though no comma parts them.
    (
        "وقال سامي حداد: تشهد الأسواق حركة كبيرة وأن الأمور جيدة وأضاف أن المحال مفتوحة.",
        [("وقال", "تشهد الأسواق حركة كبيرة وأن الأمور جيدة"), ("وأضاف", "أن المحال مفتوحة")],
    ),
    # Turn by turn.
    (
        "قال سامي حداد: التقيت الشاب فسألته: هل أنت راض عن هذا؟ فقال لي: طبعا راض.",
        [
            ("قال", "التقيت الشاب"),
            ("فسألته", "هل أنت راض عن هذا"),
            ("فقال", "طبعا راض"),
        ],
    ),
    # What «about this» puts in front belongs to the next report.
    (
        "أوضح سامي حداد أن الأعداد كبيرة وعن تفاوتها بين المدن أوضح حداد أن السبب هو السكن.",
        [("أوضح", "أن الأعداد كبيرة"), ("أوضح", "أن السبب هو السكن")],
    ),
    # «But he» goes on with a clause of its own.
    (
        "قال سامي حداد إننا لن نقاطع الحملة لكنه قال بالمقابل إنهم لن يقبلوا التأجيل.",
        [("قال", "إننا لن نقاطع الحملة"), ("قال", "إنهم لن يقبلوا التأجيل")],
    ),
    # Texts that have lost their marks.
    ("وقال لن نتراجع عن موقفنا أبدا.", [("وقال", "لن نتراجع عن موقفنا أبدا")]),
    ("ويقول عبدالعزيز الزهراني تشهد المطابخ إقبالا كبيرا.", [("ويقول", "تشهد المطابخ إقبالا كبيرا")]),
    # A preposition that the press writes behind a verb that takes none.
    (
        "قال سامي حداد إن العمل سار، مؤكدا إلى أن الدولة جاهزة.",
        [("قال", "إن العمل سار"), ("مؤكدا", "أن الدولة جاهزة")],
    ),
    ("ولفت سامي حداد بأن الدولة جاهزة.", [("ولفت", "بأن الدولة جاهزة")]),
    # The shadda tells «held».
    ("عدَّ الشيخ سامي حداد أن الشباب كنز الأمة.", [("عدَّ", "أن الشباب كنز الأمة")]),
    # Three dots apart are a pause.
    ("أكد سامي حداد أن الخطر قائم . . . والحل قريب.", [("أكد", "أن الخطر قائم . . . والحل قريب")]),
    # A name in marks, where it was said, and what was said in others.
    (
        "وقالت «أطباء المدينة» عبر موقعها «نحن نعمل ليلا ونهارا بلا توقف».",
        [("وقالت", "«نحن نعمل ليلا ونهارا بلا توقف»")],
    ),
    (
        'وأوضح "حداد"، في لقائه ببرنامج "مساء الضفاف كل يوم"، أن الجامعات جاهزة.',
        [("وأوضح", "أن الجامعات جاهزة")],
    ),
    # Marks of which every one has the other's shape.
    (
        "وتابع سامي حداد » هؤلاء لا يعرفون القانون أبدا «. وأجابت سلمى الخياط » بل نعرفه جيدا جدا ».",
        [("وتابع", "» هؤلاء لا يعرفون القانون أبدا «"), ("وأجابت", "» بل نعرفه جيدا جدا »")],
    ),
    # The verb of a source phrase reports nothing else.
    ('ورفع النادي عرضه بحسب ما ذكرت "ذي ديلي مايو" المحلية.', [("بحسب ما ذكرت", "ورفع النادي عرضه")]),
    # «In statements» is where it was said.
    ("وقال الدكتور سامي حداد في تصريحات إنها ليست الأولى.", [("وقال", "إنها ليست الأولى")]),
    # A participle and what it points to end a report, comma or none.
    (
        "وقال سامي حداد ان قائمة طويلة ستشارك في الملتقى مشيرا الى وجود أوراق عمل.",
        [("وقال", "ان قائمة طويلة ستشارك في الملتقى")],
    ),
    (
        "وشدد سامي حداد على أن القطاع يعمل لخدمة الضيوف منوها بالتزامن بين الملتقى والقمة.",
        [("وشدد", "أن القطاع يعمل لخدمة الضيوف")],
    ),
    # Brackets for marks.
    (
        "وقال سامي حداد: (إن الدورة عرفت نجاحا كبيرا). وأضاف في تصريح لـ(الضفاف) (أن الحضور كان كبيرا جدا).",
        [("وقال", "(إن الدورة عرفت نجاحا كبيرا)"), ("وأضاف", "(أن الحضور كان كبيرا جدا)")],
    ),
    # What is denied that others say, and who finds out.
    ("نفى الوزير سامي حداد الاتهامات بأن بلاده تساعد الخصوم.", [("الاتهامات", "بأن بلاده تساعد الخصوم")]),
    ("وتوصل الباحثون في التجربة إلى أن الخطر تراجع.", [("وتوصل", "أن الخطر تراجع")]),
    # «If» opens no report of its own.
    (
        "وأضاف سامي حداد أن على الطلاب إحضار الأوراق، إن وجدت، مع الملف.",
        [("وأضاف", "أن على الطلاب إحضار الأوراق، إن وجدت، مع الملف")],
    ),
    # Another verb, with a subject of its own, takes the clause.
    ("وهو ما نقل أيضا عن زواره، رأى سامي حداد أن الحكومة تستقيل.", [("رأى", "أن الحكومة تستقيل")]),
]


@pytest.mark.parametrize(("text", "reports"), REPORTS)
def test_what_was_said(text: str, reports: list[tuple[str | None, str]]) -> None:
    assert _said(text) == reports


NOTHING = [
    "السيدة التي تبلغ من العمر 92 عاما تعيش في دار، وقد بدا للممرضة أنها مريضة.",
    "«هيئة الطيران المدني» تتابع استكمال المطار.",
    "لجنة الألعاب المختلفة: سامي حداد وهشام القرشي ونبيل خوري.",
    "وتأخر إصدار أو تجديد رخص العمل لهم.",
    "القاهرة رويترز: انسحب الكاتب من مشروع الفيلم أثناء مؤتمر صحفي.",
    "الرباط من سامي حداد: لم يتمكن الفريق من الظفر بالجائزة.",
    "كتب سامي حداد: تنظم الوزارة ندوة عن الأدب في المنتدى.",
    "وذكرت هيئة التحقيق والادعاء العام، أن",
    "كيف تفيد الرياضة؟\nالدماغ: يمكن أن تنمو منطقة تنظم المزاج.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_said(text: str) -> None:
    assert _said(text) == []


def test_a_masculine_verb_has_no_feminine_body_behind_it_as_its_subject() -> None:
    text = "أكد الوزير سامي حداد أن العمل مستمر. ودعا المنشآت إلى المسارعة برفع الملفات."
    (act,) = [one for one in detect(text) if one.type is AttributionType.REPORTED]
    assert act.source is None
    assert act.speaker is not None
    assert act.speaker.name == "سامي حداد"


def test_the_seat_of_its_hamza_tells_an_object() -> None:
    text = "هاجم الدكتور سامي حداد كل بلد عمل فيه. واتهم زملاءه بالتآمر عليه. وقال إن الرئيس يسافر."
    assert {one.speaker.name for one in detect(text) if one.speaker} == {"سامي حداد"}


def test_a_relay_whose_medium_has_a_particle_in_its_name() -> None:
    text = "نقلت شبكة «إن دي تي في» الهندية عن سامي حداد، المسؤول في المدينة، قوله إنه «يجب تسجيل الأراضي»."
    (said,) = [one for one in detect(text) if one.type is not AttributionType.REPORTED]
    assert said.speaker is not None
    assert said.speaker.name == "سامي حداد"
