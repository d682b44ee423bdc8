"""How agencies and protocol offices word what officials said, in sentences of our own."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at


def _content(text: str, cue: str) -> str:
    """What is said by the first attribution of `text` whose cue is spelt `cue`."""
    one = next(one for one in detect(text) if one.cue and one.cue.of(text) == cue)
    return " … ".join(span.of(text) for span in one.content)


TURNS = [
    # An act of whoever spoke, in the next sentence, is none of the words behind the colon …
    (
        "وقال سامي الخالد: نبني اليوم مدرسة جديدة. ونوه الخالد بجهود المعلمين.",
        "نبني اليوم مدرسة جديدة",
    ),
    ("وقال سموه: نبني اليوم مدرسة جديدة. وأشاد سموه بجهود المعلمين.", "نبني اليوم مدرسة جديدة"),
    ("وقال سامي الخالد: نبني اليوم مدرسة جديدة. ودعا إلى دعم المعلمين.", "نبني اليوم مدرسة جديدة"),
    ("وقال سامي الخالد: سنبقى هنا. وحذر الوزير من العطش.", "سنبقى هنا"),
    # … but what others did is told in them, and so is what two did.
    (
        "وقال سامي الخالد: جاء الزائر إلى القرية. ولفت الزائر بعد الغداء إلى جفاف البئر.",
        "جاء الزائر إلى القرية. ولفت الزائر بعد الغداء إلى جفاف البئر",
    ),
    (
        "وقال سامي الخالد: التقينا هنا. وطالبا الوزير بفتح الطريق فورا.",
        "التقينا هنا. وطالبا الوزير بفتح الطريق فورا",
    ),
]


@pytest.mark.parametrize(("text", "content"), TURNS)
def test_an_act_ends_the_turn_before_it(text: str, content: str) -> None:
    assert _content(text, "وقال") == content


HONOURED = [
    # An honorific with a pronoun is whoever was honoured, and the pronoun says whether she is a woman.
    (
        (
            "أوضحت سعادة ليلى حداد وكيلة وزارة الثقافة أن المعرض قريب.\n"
            "جاء ذلك في مجلس الوكيلة وأشارت سعادتها إلى أن الدخول مجاني."
        ),
        "وأشارت",
        "ليلى حداد",
    ),
    (
        (
            "أكدت معالي الدكتورة ليلى حداد وزيرة الثقافة أن المعرض قريب. "
            "وقال مديره سامي الخالد إن القاعة جاهزة. وأضافت معاليها أن الدخول مجاني."
        ),
        "وأضافت",
        "ليلى حداد",
    ),
    ("وصلت رئيسة النخيل ليلى حداد أمس. وقالت فخامتها إن الحوار بدأ.", "وقالت", "ليلى حداد"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), HONOURED)
def test_whom_an_honorific_with_a_pronoun_means(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


def test_her_happiness_is_no_honorific() -> None:
    text = "وزارت ليلى حداد المعرض، وأبدت سعادتها بالنجاح الذي حققه."
    (happy,) = [one for one in detect(text) if one.content[0].of(text).startswith("سعادتها")]
    assert happy.source is None


EXCELLENCIES = [
    # An honorific behind a participle is its subject, and no part of what is said …
    ("قال الأمير سامي الخالد كلمة، مشيراً سموه إلى أن الطريق طويل.", "مشيراً", "سموه", "أن الطريق طويل"),
    ("قال الأمير سامي الخالد كلمة، مؤكدا سموه حرص الدولة عليهم.", "مؤكدا", "سموه", "حرص الدولة عليهم"),
    ("قال الوزير سامي الخالد كلمة، داعيا معاليه الشباب إلى العمل.", "داعيا", "معاليه", "العمل"),
    ("قال الوزير سامي الخالد كلمة، ومعربا سعادته عن شكره للجميع.", "ومعربا", "سعادته", "شكره للجميع"),
    # … but what one feels, or is oneself, is.
    ("قال الوزير سامي الخالد كلمة، مبديا سعادته بالنجاح.", "مبديا", None, "سعادته بالنجاح"),
    ("قال الوزير سامي الخالد كلمة، معتبرا نفسه خادما للناس.", "معتبرا", None, "نفسه خادما للناس"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), EXCELLENCIES)
def test_an_honorific_behind_a_participle(text: str, cue: str, source: str | None, content: str) -> None:
    (one,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue]
    assert (one.source and one.source.of(text), one.content[0].of(text)) == (source, content)
    assert one.speaker is not None
    assert one.speaker.name == "سامي الخالد"


BODIES = [
    # Of which body or region an office is, is no part of what it asks or praises …
    ("ودعت إدارة المرور بشرطة النخيل السائقين لتفادي السرعة.", "إدارة المرور بشرطة النخيل", "لتفادي السرعة"),
    ("نوه مدير الإدارة ببلدية الضفاف سامي الخالد بجهود الأهالي.", None, "بجهود الأهالي"),
    ("ناشدت إدارة الدفاع المدني بوزارة الداخلية الجمهور عدم التجمع.", None, "عدم التجمع"),
    ("أشاد مدير الصحة بالإنابة سامي الخالد بجهود الأهالي.", None, "بجهود الأهالي"),
    # … but a body itself may be.
    ("أشاد سامي الخالد بوزارة الصحة في النخيل.", "سامي الخالد", "بوزارة الصحة في النخيل"),
    ("ندد المدير بهيئة الضفاف.", "المدير", "بهيئة الضفاف"),
]


@pytest.mark.parametrize(("text", "source", "content"), BODIES)
def test_of_which_body_an_office_is(text: str, source: str | None, content: str) -> None:
    (one,) = detect(text)
    assert one.content[0].of(text) == content
    assert one.source is not None
    assert source is None or one.source.of(text) == source


THANKS = [
    # What makes them warm belongs to them, with the ب of its verb, too …
    ("رفع سامي الخالد أسمى آيات التهاني إلى القيادة.", "سامي الخالد", "أسمى آيات التهاني إلى القيادة"),
    ("وتقدم سامي الخالد بخالص الشكر إلى الأهالي.", "سامي الخالد", "بخالص الشكر إلى الأهالي"),
    ("وتقدم المدير بالشكر إلى الأهالي.", "المدير", "بالشكر إلى الأهالي"),
    ("وقدم المدير أحر التعازي لأسرة الفقيد.", "المدير", "أحر التعازي لأسرة الفقيد"),
    # … however long the titles of whoever sends them.
    (
        (
            "رفع صاحب السمو الملكي الأمير سامي بن خالد بن فهد، أمير منطقة الضفاف رئيس مجلس إدارة الهيئة، "
            "خالص التهنئة إلى القيادة."
        ),
        "صاحب السمو الملكي الأمير سامي بن خالد بن فهد، أمير منطقة الضفاف رئيس مجلس إدارة الهيئة",
        "خالص التهنئة إلى القيادة",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), THANKS)
def test_thanks_and_wishes(text: str, source: str, content: str) -> None:
    (one,) = detect(text)
    assert (one.source and one.source.of(text), one.content[0].of(text)) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "تقدم الفريق على ضيفه في الشوط الأول.",
        "رفع العامل أسمى راية فوق المبنى.",
        "تقدم المدير الوفد إلى القاعة.",
        "وتقدم الجيش بخالص عدته إلى المدينة.",
    ],
)
def test_what_is_no_thanks(text: str) -> None:
    assert detect(text) == []


def _sources(text: str) -> list[str | None]:
    return [one.source and one.source.of(text) for one in detect(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A medium in marks that was told is no part of who told it …
        ("أبلغ المدير «الضفاف» أن الخدمة متاحة.", "المدير"),
        ("أبلغ وكيل الوزارة سامي الخالد «أخبار الضفاف» أن الخدمة متاحة.", "وكيل الوزارة سامي الخالد"),
        ("أخبر مصدر مسؤول «الضفاف» أن الخدمة متاحة.", "مصدر مسؤول"),
        # … but a body in marks is.
        ("أبلغت حركة العمل «الغد» أن الرد قريب.", "حركة العمل «الغد»"),
        ("أبلغ رئيس نادي «الضفاف» أن المباراة مؤجلة.", "رئيس نادي «الضفاف»"),
        # What a verb in a relative clause says «through it» has its subject behind it.
        ("عقد المجلس لقاءه، والذي أكد من خلاله المحافظ سامي الخالد أن الأهالي بخير.", "المحافظ سامي الخالد"),
        ("نظمت الندوة التي قالت من خلالها الباحثة ليلى حداد إن الطريق مفتوح.", "الباحثة ليلى حداد"),
    ],
)
def test_who_told_and_who_was_told(text: str, source: str) -> None:
    assert _sources(text) == [source]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وتساءل النائب عن أسباب الغياب.", "أسباب الغياب"),
        ("استفسر النائب عن الأسباب التي أخرت المشروع.", "الأسباب التي أخرت المشروع"),
    ],
)
def test_reasons_that_somebody_asks_for_are_told(text: str, content: str) -> None:
    assert [one.content[0].of(text) for one in detect(text)] == [content]


def test_reasons_that_somebody_only_reveals_are_not() -> None:
    assert detect("كشف النائب أسباب الغياب.") == []


@pytest.mark.parametrize("whose", ["النيابة", "المحكمة", "قضية سابقة"])
def test_whoever_is_held_for_somebody_says_nothing(whose: str) -> None:
    text = f"وأكد المدير أن الرجل موقوف على ذمة {whose}."
    assert [one.content[0].of(text) for one in detect(text)] == [f"أن الرجل موقوف على ذمة {whose}"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # رؤى is written with a hamza on its و, روى never.
        ("وأكد المدير أن رؤى صاحب المشروع هي نهج العمل.", ["المدير"]),
        ("وترجم الوفد رؤى القيادة إلى مشاريع.", []),
        ("وقالت رؤى حداد إن الطريق مفتوح.", ["رؤى حداد"]),
        ("وروى سامي الخالد أن الطريق مفتوح.", ["سامي الخالد"]),
        ("ويؤكد سامي الخالد أن الطريق مفتوح.", ["سامي الخالد"]),
    ],
)
def test_visions_tell_nothing(text: str, sources: list[str]) -> None:
    assert _sources(text) == sources


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        # What a verb takes stands before the participle with which its speaker goes on.
        (
            "وأشاد معاليه بالعلاقات التي تربط البلدين، منوها بأهمية الحوار.",
            [("وأشاد", "بالعلاقات التي تربط البلدين"), ("منوها", "بأهمية الحوار")],
        ),
        (
            "ورحب المدير بالنتائج التي حققها الفريق، مطالبا بدعم اللاعبين.",
            [("ورحب", "بالنتائج التي حققها الفريق"), ("مطالبا", "بدعم اللاعبين")],
        ),
        # One with an article, or with a pronoun, is only of the subject.
        ("وأشاد المدير، المرحب به في القرية، بأهمية الحوار.", [("وأشاد", "بأهمية الحوار")]),
    ],
)
def test_a_participle_ends_the_search_for_what_a_verb_takes(text: str, acts: list[tuple[str, str]]) -> None:
    found = [(one.cue.of(text), one.content[0].of(text)) for one in detect(text) if one.cue]
    assert found == acts


@pytest.mark.parametrize(
    "text",
    [
        "إن استضافة الحدث تؤكد مكانة البلاد.",
        "هذا الإنجاز يؤكد نجاح الخطة.",
        "إن اختيار المدينة يؤكد مكانة البلاد.",
    ],
)
def test_feats_and_occasions_say_nothing(text: str) -> None:
    assert detect(text) == []


def test_those_who_attend_say_something() -> None:
    assert _sources("وأشاد جميع الحضور بنجاح الحفل.") == ["جميع الحضور"]


@pytest.mark.parametrize(
    "text",
    ["وأيدت محكمة الضفاف القرار، لكن محكمة النخيل نقضته.", "رفض المدير، بعدما قرأ الرسالة."],
)
def test_no_object_stands_in_the_next_clause(text: str) -> None:
    assert [one for one in detect(text) if one.content[0].of(text) != "القرار"] == []


def test_an_object_behind_an_aside_is_found() -> None:
    text = "أعلن المدير، بعد الاجتماع، إغلاق الطريق."
    assert [one.content[0].of(text) for one in detect(text)] == ["إغلاق الطريق"]


MESSAGES = [
    # What somebody addresses to others holds his words behind a colon …
    ("شدد المدير على أن الطريق مغلق، موجها رسالة إلى الشباب: «لا تيأسوا من العمل هنا».", "موجها"),
    ("ووجه سامي الخالد حديثه إلى الشباب: «لا تيأسوا من العمل هنا».", "ووجه"),
    ("ووجه سامي الخالد سؤالا إلى الوزير: «متى يفتح الطريق الجديد؟».", "ووجه"),
    # … but where he also says something, that is the cue.
    ("قال سامي الخالد موجها كلامه إلى الشباب: «لا تيأسوا من العمل هنا».", "قال"),
]


@pytest.mark.parametrize(("text", "cue"), MESSAGES)
def test_words_addressed_to_somebody(text: str, cue: str) -> None:
    (one,) = [one for one in detect(text) if one.type == "direct"]
    assert one.cue is not None
    assert one.cue.of(text) == cue
    assert one.content[0].of(text).startswith("«")


@pytest.mark.parametrize(
    "text",
    [
        "ووجه المدير بإنشاء مركز «الأمل» للأطفال.",
        "ووجه المدير رسالة إلى الشباب.",
        "ووجهه المدير إلى قاعة «الضفاف الكبرى للفنون».",
        "يتقدمهم المدير في التهاني.",
    ],
)
def test_what_is_only_sent_somewhere(text: str) -> None:
    assert [one for one in detect(text) if one.type == "direct"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # An office between dashes is whose name stands before it …
        ("وزار سامي الخالد - مدير مصنع الضفاف - القرية. وقال مدير المصنع إن العمل مستمر.", "سامي الخالد"),
        ("وزار سامي الخالد – مدير مصنع الضفاف – القرية. وقال مدير المصنع إن العمل مستمر.", "سامي الخالد"),
        # … but no town's.
        ("أبو ظبي - مدير مصنع الضفاف يزور القرية.\n\nوقال مدير المصنع إن العمل مستمر.", "مدير مصنع الضفاف"),
    ],
)
def test_an_office_between_dashes(text: str, speaker: str) -> None:
    assert speaker_at(text, "وقال") == speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # What the paper wishes somebody in marks is nobody's quotation …
        ('وقال سموه: نجني اليوم ثمار الأمس في عهد سمو الأمير "حفظه الله".', "direct"),
        ("وأكد الوزير أن سمو الأمير «حفظه الله ورعاه» زار القرية.", "indirect"),
        ("وأكد الوزير أن الشيخ سامي «رحمه الله» بنى القرية.", "indirect"),
        # … but what somebody says of God is.
        ("وأكد الوزير أن العمل سينجح «بإذن الله».", "mixed"),
        ("وأكد الوزير أن العمل «نجح بفضل الله».", "mixed"),
    ],
)
def test_blessings_in_marks(text: str, kind: str) -> None:
    assert [one.type for one in detect(text)] == [kind]


ASKED = [
    # What is asked of somebody may stand far behind him …
    ("طلب المدير من الموظفين الذين زاروه أمس في مكتبه أن يعملوا بجد.", "المدير", "أن يعملوا بجد"),
    ("طلبت الوزارة من البلدية، عبر مديرها الجديد، أن تتولى الأمر.", "الوزارة", "أن تتولى الأمر"),
]


@pytest.mark.parametrize(("text", "source", "content"), ASKED)
def test_what_is_asked_of_somebody(text: str, source: str, content: str) -> None:
    (one,) = detect(text)
    assert (one.source and one.source.of(text), one.content[0].of(text)) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        # … but what is only told far behind it is none of that.
        "طلب المدير الكتب التي وصلت أمس إلى مخزن المدينة قبل أن يغادر.",
        "طلب المدير من المخزن الكتب التي وصلت إليه أمس والتي قيمتها أن كاتبها مجهول.",
    ],
)
def test_what_is_far_behind_a_request(text: str) -> None:
    assert [one for one in detect(text) if one.type == "indirect"] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A noun of saying behind a document only says what document it is …
        ("وأوضحت لائحة الاتهام أن الرجل هرب.", "لائحة الاتهام"),
        ("وأكد المدير في قرار الاتهام أن الرجل هرب.", "المدير"),
        ("وأظهرت أوراق الدعوى أن الرجل دفع المبلغ.", "أوراق الدعوى"),
    ],
)
def test_documents_of_a_court(text: str, source: str) -> None:
    assert _sources(text) == [source]


def test_an_accusation_by_itself_says_something() -> None:
    text = "ورفض الرجل الاتهام بأن ابنه هرب."
    assert "بأن ابنه هرب" in [one.content[0].of(text) for one in detect(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأشاد المدير بجهود الأهالي، متطلعا إلى مزيد من العمل.", "بجهود الأهالي"),
        ("وأكدت الوزيرة أن الطريق مفتوح، متطلعة إلى مزيد من العمل.", "أن الطريق مفتوح"),
        ("وأكد المدير أن الوزير متطلعا كان أم يائسا سيعود.", "أن الوزير متطلعا كان أم يائسا سيعود"),
    ],
)
def test_what_a_speaker_looks_forward_to_is_not_said(text: str, content: str) -> None:
    assert [one.content[0].of(text) for one in detect(text)] == [content]
