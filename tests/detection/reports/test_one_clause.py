"""Reporting words of one clause, those spoken to or of, and what tells a name behind its bearer."""

import pytest

from quotetrack import detect
from quotetrack.detection.records import Gender
from tests.detection.found import speaker_at

SAID_SO = [
    # Where a participle or a noun of saying only goes on with a verb that says, the verb is the cue.
    ("ورد الوزير سامي حداد على السؤال قائلا: «لن نغلق الميناء أبدا».", "ورد", "الوزير سامي حداد"),
    ("وتابعت الخياط حديثها قائلة إن الورشة ستعود.", "وتابعت", "الخياط"),
    ("وأضاف العمدة مخاطبا الحضور: «سنفتح الجسر غدا».", "وأضاف", "العمدة"),
    ("واختتم المدير تصريحه بالقول إن الموسم جيد.", "واختتم", "المدير"),
    ("وعلل المجلس قراره بقوله إن الطريق قديم.", "وعلل", "المجلس"),
    # A verb that does something of its own keeps its act, and the participle its report.
    ("وانتقد العمدة القرار قائلا إنه متسرع.", "قائلا", None),
]


@pytest.mark.parametrize(("text", "cue", "source"), SAID_SO)
def test_a_finite_verb_is_the_cue_of_what_is_said_so(text: str, cue: str, source: str | None) -> None:
    (found,) = [one for one in detect(text) if one.type != "reported"]
    assert found.cue is not None
    assert found.cue.of(text) == cue
    assert (found.source.of(text) if found.source else None) == source
    assert found.speaker is not None


TOLD = [
    ("وقال الوزير لرئيس اللجنة إن الوقت ضيق.", "وقال", "الوزير"),
    ("وقال سامي حداد لمدير المدرسة إن السقف يقطر.", "وقال", "سامي حداد"),
    ("وأكد الوزير الروسي لنظيره المصري أن الخط مفتوح.", "وأكد", "الوزير الروسي"),
    ("وقالت الأم لابنتها إن الطريق طويل.", "وقالت", "الأم"),
    ("وقال سامي حداد لبي بي سي إن الوضع صعب.", "وقال", "سامي حداد"),
    # Whom an office serves belongs to it.
    ("وقال النائب الأول لرئيس اللجنة إن الوقت ضيق.", "وقال", "النائب الأول لرئيس اللجنة"),
]

CALLED = [
    ("وقال أحد المرضى الذين جاؤوا أمس، ويدعى سامي حداد، إن العلاج نجح.", "وقال", "سامي حداد"),
    ("وقالت شاهدة أخرى، تدعى ليلى حداد، إن الغارة وقعت فجرا.", "وقالت", "ليلى حداد"),
    ("وأكد أحد الزبائن - سامي حداد - أن الأسعار ثابتة.", "وأكد", "سامي حداد"),
    ("وأكدت إحدى الزبونات، سلمى الخياط، أن الأسعار ثابتة.", "وأكدت", "سلمى الخياط"),
    ("وقال والد الضحية، المواطن سامي حداد، إن الأسرة حزينة.", "وقال", "سامي حداد"),
    ("وأكدت المدرسة في معهد الفنون الدكتورة سلمى الخياط أن المعرض دائم.", "وأكدت", "سلمى الخياط"),
    # What bears the name must be who speaks.
    ("وقال أحد المرضى عن برنامج اسمه الضفاف إن العلاج نجح.", "وقال", "أحد المرضى"),
]


@pytest.mark.parametrize(
    "text", ["ولفت نظري أن الفريق كان رائعا.", "20 أغسطس: كان يومنا الأخير على الشاطئ ممتعا."]
)
def test_what_strikes_me_and_a_diary_report_nothing(text: str) -> None:
    assert detect(text) == []


AGREEING = [
    # A feminine verb has no far subject that is surely a man, and no actor its masculine does not fit.
    (
        "قالت الوزيرة سلمى الخياط إن الخطة جيدة. وأشارت عقب لقائها بمدير الميناء سامي حداد إلى أنه صعب.",
        "وأشارت",
        "سلمى الخياط",
    ),
    (
        "أوضحت شذى منصور الملا أن الطلب زاد، ثم تأتي أميركا في المركز الثاني.\nمضيفة: إن السفر سهل.",
        "مضيفة",
        "شذى منصور الملا",
    ),
    # He who is spoken of by name is not who speaks.
    (
        "أعلن كريم سالم فتح الجسر. ووصل المحافظ سامي حداد أمس، وقال إن حداد تأخر.",
        "وقال",
        "كريم سالم",
    ),
    # «إنه» right before a verb is whoever says so.
    (
        "وردت بلدية الضفاف على النقد. وكتب سامي حداد إنه قال للوزير إن الجسر قديم.",
        "قال",
        "سامي حداد",
    ),
    # An accused body behind its verb does not accuse.
    (
        "قال المرشح سامي حداد إن الفرز بطيء. كما اتهم حزب الوفاق وتيار النهر بأن حملتهما واحدة.",
        "اتهم",
        "سامي حداد",
    ),
]

TAKEN_UP = [
    # An adjective of a continent is of no nation; of an official a nation may be new.
    (
        "قال سامي حداد، وزير الشؤون الخارجية والتعاون الإفريقي، إنه سعيد. وأكد الوزير المغربي أنه عاد.",
        "وأكد",
        "سامي حداد",
    ),
    (
        "قال سامي حداد، وزير الخارجية، إن القمة قريبة. وأوضح المسؤول الدبلوماسي المغربي أن البيان جاهز.",
        "وأوضح",
        "سامي حداد",
    ),
    # The same official is the one who spoke last.
    (
        (
            "قال سامي حداد، نائب المنسق، إن الملف صعب. وأوضح المسؤول الدبلوماسي أنه طويل. "
            "من جانبه، قال كريم سالم، المبعوث الخاص، إن الحل قريب. وتابع المسؤول الدبلوماسي ذاته بأنه سعيد."
        ),
        "وتابع",
        "كريم سالم",
    ),
    # A superlative tells somebody named; «company» may take up an airline.
    (
        'قررت شركة "نسيم إير"، أكبر شركة للنقل السريع بالجنوب، وقف رحلاتها. وقالت الشركة إنها ستعود.',
        "وقالت",
        "نسيم إير",
    ),
    (
        "قالت الخطوط الجوية السورينية إن الطلب زاد. وأضافت الشركة أن السعر ثابت.",
        "وأضافت",
        "الخطوط الجوية السورينية",
    ),
    # «The text» is the document that spoke; what has become of an office tells no other.
    (
        'وجاء في بيان الوكالة: "كان المخزن فارغا تماما". وأضاف النص: "رأينا ذلك بأنفسنا".',
        "وأضاف",
        "بيان الوكالة",
    ),
    (
        "استقال وزير البيئة سامي حداد. وقال حداد إنه تعب. وقال الوزير المستقيل: «أوضح القرار كل شيء».",
        "وقال",
        "سامي حداد",
    ),
    # Relays past who issued the document.
    (
        "ونقل بيان صادر عن وزارة الإعلام عن النائب العام سامي حداد قوله إن التحقيق انتهى.",
        "قوله",
        "سامي حداد",
    ),
]

BODIES = [
    ("وأكدت صحة الحدود الشمالية أن المريضة بخير.", "وأكدت", "صحة الحدود الشمالية"),
    ("وأوضح مرور نجران أن الطريق مغلق.", "وأوضح", "مرور نجران"),
    ("وأكد مدني جدة أن الحريق أخمد.", "وأكد", "مدني جدة"),
    ("وأوضح الناطق الإعلامي بصحة عسير سامي حداد أن الفريق وصل.", "وأوضح", "سامي حداد"),
    ('قالت منظمة حظر الألغام البحرية "OMB"، أمس، إن فريقها وصل.', "قالت", "منظمة حظر الألغام البحرية"),
    ("أعلن رئيس #شرطة_الضفاف، الاثنين، أن الجاني أوقف.", "أعلن", "رئيس شرطة الضفاف"),
    ("وكان أردوغان أكثر حذرا، وقال: «ننتظر النتائج». وأضاف أردوغان أنه صابر.", "وأضاف", "أردوغان"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), TOLD + CALLED + AGREEING + BODIES)
def test_who_speaks_is_told_from_who_is_spoken_to_or_of(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(("text", "cue", "speaker"), TAKEN_UP)
def test_descriptions_take_up_who_was_named(text: str, cue: str, speaker: str) -> None:
    said = [one for one in detect(text) if one.cue and one.cue.of(text) == cue and one.type != "reported"]
    assert said[-1].speaker is not None
    assert said[-1].speaker.name == speaker


def test_names_of_women_are_known() -> None:
    (found,) = detect("فتح المعرض أبوابه، بحسب ريبيكا سالم.")
    assert found.speaker is not None
    assert found.speaker.gender is Gender.FEMININE


NOTHING = [
    # What is expected to happen to a thing, and what its own results show.
    "امتد الجفاف الذي يتوقع أن يضغط على الأسعار.",
    "شهد السوق كثيرا من الأسئلة التي أكدت نتائجها أن الطلب قليل.",
    # A woman's name that folds like «I».
    "قتلت شابة بريطانية تدعى آنا كامبل خلال رحلتها.",
    # Somebody counted is nobody who accuses.
    "اشترى الأثاث حسب ما يجده مناسبا، ثم عاد.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_these_say_nothing(text: str) -> None:
    assert [one for one in detect(text) if one.type != "reported"] == []


MEANWHILE = [
    (
        "وشدد المدرب على أن اللاعب وقع العقد، في الوقت الذي يؤكد فيه النادي أن الملف لم يغلق.",
        ["أن اللاعب وقع العقد", "أن الملف لم يغلق"],
    ),
    (
        "وزاد: الواقع يعززه صمود الأهالي في الحي. وعن خططه للعام القادم يقول: سنبني جسرا جديدا.",
        ["الواقع يعززه صمود الأهالي في الحي", "سنبني جسرا جديدا"],
    ),
    ("وردت البلدية على الالتماس بأن الجسر قديم.", ["بأن الجسر قديم"]),
    ("واعتصم الطلاب أمام المقر للمطالبة بأن يفتح المدير المكتبة.", ["بأن يفتح المدير المكتبة"]),
]


@pytest.mark.parametrize(("text", "contents"), MEANWHILE)
def test_where_what_is_said_ends(text: str, contents: list[str]) -> None:
    assert [one.content[0].of(text) for one in detect(text) if one.type != "reported"] == contents


ACTS = [
    (
        "اتهم العمدة البلدية بعرقلة البناء وحذرها من الإغلاق.",
        [("اتهم", "بعرقلة البناء"), ("وحذرها", "الإغلاق")],
    ),
    ("ودان الرئيس الهجوم على الجسر.", [("ودان", "الهجوم على الجسر")]),
    ("وعزت البلدية التأخير إلى نقص الإسمنت.", [("وعزت", "نقص الإسمنت")]),
    ("وتعجب حداد من تصريحات العمدة.", [("وتعجب", "تصريحات العمدة")]),
    ("جددت الوفود الأخرى مساندتها للمبادرة.", [("جددت", "مساندتها للمبادرة")]),
    ("بدورهم رفض نواب محليون موضوع الزيادة في الأسعار.", [("رفض", "موضوع الزيادة في الأسعار")]),
    ("تظاهر آلاف السكان للمطالبة بفتح الجسر.", [("للمطالبة", "بفتح الجسر")]),
    ("وقررت واشنطن إعادة فرض الرسوم، منددة بالتأخير.", [("منددة", "بالتأخير")]),
]


@pytest.mark.parametrize(("text", "acts"), ACTS)
def test_speech_acts(text: str, acts: list[tuple[str, str]]) -> None:
    found = [(one.cue.of(text), one.content[0].of(text)) for one in detect(text) if one.cue]
    assert found == acts


@pytest.mark.parametrize(
    "text",
    [
        'وعبرت الجمعية عن إدانتها "الصارخة للقمع في المدينة".',
        "وعبر الوزير عن استنكاره «الشديد للتصريحات الأخيرة».",
    ],
)
def test_what_somebody_expresses_is_one_with_its_noun(text: str) -> None:
    (found,) = detect(text)
    assert found.type == "mixed"


def test_a_noun_of_saying_reports_where_nothing_else_does() -> None:
    text = "وفي إدانتها «الصارخة للقمع في المدينة» شجاعة كبيرة."
    assert all(found.type != "mixed" for found in detect(text))
