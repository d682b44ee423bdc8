"""Detection on sentences of our own: one line a construction."""

import pytest

from quotetrack import detect

CASES = [
    ("واضاف الناطق ان القصف توقف.", "indirect", "واضاف", "الناطق", "ان القصف توقف"),
    ("أكّـد الوَزيرُ أنّ السوق آمنة.", "indirect", "أكّـد", "الوَزيرُ", "أنّ السوق آمنة"),
    ("قال الوزير إن المشروع سيبدأ غداً.", "indirect", "قال", "الوزير", "إن المشروع سيبدأ غداً"),
    (
        "وأكدت الناطقة باسم الشركة أن الأسعار ثابتة.",
        "indirect",
        "وأكدت",
        "الناطقة باسم الشركة",
        "أن الأسعار ثابتة",
    ),
    ("وأوضح المدير: «لن نغلق المصنع».", "direct", "وأوضح", "المدير", "«لن نغلق المصنع»"),
    ("شدد الرئيس على أن بلاده لن تتراجع.", "indirect", "شدد", "الرئيس", "أن بلاده لن تتراجع"),
    (
        "ووفقاً لمسؤول كبير، ستبدأ المحادثات غداً صباحاً.",
        "indirect",
        "ووفقاً",
        "لمسؤول كبير",
        "ستبدأ المحادثات غداً صباحاً",
    ),
]


@pytest.mark.parametrize(("text", "kind", "cue", "source", "content"), CASES)
def test_one_report(text: str, kind: str, cue: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.type == kind
    assert found.cue
    assert found.cue.of(text) == cue
    assert found.source
    assert found.source.of(text) == source
    assert [span.of(text) for span in found.content] == [content]


FALSE_FRIENDS = [
    "يُذكر أن السوق افتتحت قبل عامين.",
    "وتجدر الإشارة إلى أن السوق قديمة.",
    "ومن المتوقع أن تبدأ الأعمال غداً.",
    "كشف العمال عن أنابيب قديمة تحت الشارع.",
    "تابع الجمهور المباراة حتى نهايتها.",
    "أضاف الطاهي الملح إلى الحساء.",
    "علّق العامل اللوحة فوق الباب.",
    "وزعت المكافآت وفقاً للجدول المعتمد.",
    "يقع البيت بين المدرسة والسوق.",
    "رأى الصياد سفينة في الأفق.",
    "وهذا يتجاوز أي قدر من الإحساس بأن الجميع على حق.",
    "ويمكن وصف تلك القرية بأنها متحف مفتوح.",
    "توقيع العقد يعتبر باطلا بحكم أن البائع قاصر.",
    "بغداد: «الضفاف»، وكالات واصلت القوات عمليات التمشيط أمس.",
    "ولا يجب أن ننسى أن الماء قليل.",
    'ورحبت الدول التي تعرف بـ "الراعية لجهود السلام" بالتوقيع.',
    'حرصت البلاد على "توسيع التعاون التجاري والاقتصادي" بين البلدين.',
    "إن عدم تجديد هذا النظام «سيكون رهاناً طائشاً بأمننا القومي».",
    "وكان مسؤول بالشرطة رفض الإفصاح عن هويته.",
    "جمعوا البذور على أمل أن يساعد هذا في إنقاذ النوع.",
    'ورحبت "آند بارتنرز"، وهي شركة متخصصة، بالقرار.',
    "واصل الفريق تدريباته ليواصل سلسلة انتصاراته، وهو ما يعني أن الصدارة قريبة.",
    "وتحدد اللجنة الحاجة إلى نقله من عدمه، «على ألا يتم النقل إلا عند الضرورة».",
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_a_false_friend_reports_nothing(text: str) -> None:
    assert [found for found in detect(text) if found.type != "reported"] == []


SPEAKERS = [
    ("قال وزير الخارجية الأميركي أنتوني بلينكن إن الاتفاق قريب. وأضاف أن الخلاف محدود.", "أنتوني بلينكن"),
    ("أعلنت الناطقة باسم الوزارة هدى منصور أن الطريق مغلقة، مؤكدة أن العمل سينتهي غداً.", "هدى منصور"),
    ('قالت صحيفة "الأفق" إن السوق ستغلق. وذكرت الصحيفة أن القرار نهائي.', "الأفق"),
    ("كشف مصدر أمني رفيع أن التحقيق انتهى. وقال المصدر إن المتهم اعترف.", "مصدر أمني رفيع"),
    ("أكدت جمعية حماة الماء أن النهر ملوث. وقالت الجمعية إن الحل ممكن.", "جمعية حماة الماء"),
    ("قالت مديرة المتحف ليلى حداد إن المعرض سيفتح غداً. وقالت حداد إن الدخول مجاني.", "ليلى حداد"),
    ("لكن الباحثة نورا سالم، التي اكتشفت الخلل، تؤكد أنها أبلغت الشركة. وأضافت أن أحداً لم يرد.", "نورا سالم"),
    ("ونقلت وكالة الأفق عن مسؤول كبير قوله إن المفاوضات انتهت. وأضاف أن النتائج ستعلن.", "مسؤول كبير"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_the_same_speaker_goes_on(text: str, name: str) -> None:
    found = [one for one in detect(text) if one.type != "reported"]
    assert len(found) == 2
    assert [one.speaker.name for one in found if one.speaker] == [name, name]


def test_a_report_in_a_report_has_a_parent() -> None:
    text = "قال الناطق: «أكد وزيرنا أن الحدود ستبقى مفتوحة أمام الجميع»."
    outer, inner = detect(text)
    assert outer.parent is None
    assert inner.parent == 0


def test_a_relay_keeps_both() -> None:
    text = "ونقلت وكالة الأفق عن مسؤول كبير قوله إن المفاوضات انتهت."
    medium, speaker = detect(text)
    assert medium.type == "reported"
    assert medium.speaker
    assert medium.speaker.kind == "outlet"
    assert speaker.speaker
    assert speaker.speaker.name == "مسؤول كبير"
    assert speaker.speaker.anonymous


def test_role_and_name_are_apart() -> None:
    (found,) = detect("قال وزير الخارجية الأميركي أنتوني بلينكن إن الاتفاق قريب.")
    assert found.speaker
    assert found.speaker.name == "أنتوني بلينكن"
    assert found.speaker.role == "وزير الخارجية الأميركي"
    assert found.speaker.kind == "person"
    assert found.speaker.gender == "masculine"


def test_a_last_name_with_a_slip_is_the_same_speaker() -> None:
    text = "قالت مديرة المتحف ليلى الحدادي إن المعرض سيفتح غداً. وقالت الحداجي إن الدخول مجاني."
    assert {one.speaker.name for one in detect(text) if one.speaker} == {"ليلى الحدادي"}


def test_only_a_document_says_by_showing() -> None:
    (found,) = detect("أظهرت الدراسة أن النوم مفيد للجميع.")
    assert found.speaker
    assert found.speaker.kind == "document"
    assert detect("أثبت اللاعب أن الفوز ممكن.") == []


SPEAKERS = [
    ("تحدثت المديرة هدى الجابر في القاعة. وختمت الجابر كلمتها قائلة: «سنعود غداً».", "وختمت", "هدى الجابر"),
    ("انتظرت أم ياسين ساعة كاملة. تقول: «لم يفتح أحد الباب».", "تقول", "أم ياسين"),
    (
        "أعلنت شركة نسيم للطيران أن الرحلات آمنة. وزار الوفد الشركة المصنّعة. وأكدت الشركة أن السعر ثابت.",
        "وأكدت",
        "شركة نسيم للطيران",
    ),
    ("أصدرت وزارة النقل بياناً عن الحادث، قائلة إن الطريق فتح.", "قائلة", "وزارة النقل"),
    ("رحبت وزارة الصيد بالقرار، وقالت إن الموسم سيبدأ غداً.", "وقالت", "وزارة الصيد"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), SPEAKERS)
def test_who_acts_in_the_clause_before_is_taken_up(text: str, cue: str, speaker: str) -> None:
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue]
    assert found.speaker
    assert found.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "العلاقة بين الوزارة والشركة هي أن كلتيهما تخسر.",
        "يجب أن تتغير القواعد قبل الصيف.",
        "توزع المقاعد حسب فئة التذكرة على أن تغلق الأبواب مبكراً.",
        "ليس الأمر مالاً فحسب بل هو وقت أيضاً.",
        "أعتقد أن الحل بسيط، وأتوقع أن يراه الجميع.",
        "أزمة الخبز في المدينة: تغطية مباشرة للجلسة",
    ],
)
def test_what_only_looks_like_speech_is_left_alone(text: str) -> None:
    assert [one for one in detect(text) if one.type != "reported"] == []


def test_a_report_that_names_its_own_source_keeps_both() -> None:
    text = "وأفادت الوكالة، نقلاً عن مسؤول محلي، أن الطريق فتح."
    found = {one.type: one for one in detect(text)}
    assert found["indirect"].speaker
    assert found["indirect"].speaker.name == "مسؤول محلي"
    assert found["reported"].source
    assert found["reported"].source.of(text) == "الوكالة"


def test_a_headline_is_understood_by_its_article() -> None:
    text = "وزير النقل الكاستاني: الطريق آمن\n\nقال وزير النقل الكاستاني سامر الحداد إن الطريق آمن.\n"
    assert {one.speaker.name for one in detect(text) if one.speaker} == {"سامر الحداد"}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "يبدأ الفريق مبارياته الودية الاثنين المقبل، أوضح ذلك مدير الفريق.",
            "أوضح ذلك",
            "يبدأ الفريق مبارياته الودية الاثنين المقبل",
        ),
        (
            "وقع الحادث فجر اليوم وأصيب فيه خمسة. أعلنت ذلك وزارة الداخلية.",
            "أعلنت ذلك",
            "وقع الحادث فجر اليوم وأصيب فيه خمسة",
        ),
        (
            'عادت الحكومة إلى المدينة، كشف ذلك لـ"الضفاف" محافظ المدينة نايف الخالد.',
            "كشف ذلك",
            "عادت الحكومة إلى المدينة",
        ),
    ],
)
def test_this_takes_up_what_was_said(text: str, cue: str, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert (found.cue.of(text), found.content[0].of(text)) == (cue, content)


@pytest.mark.parametrize(
    "text",
    ["جاء هذا الإعلان في المقر الرئيس للجمعية.", "وقع الحادث. جاء ذلك في تصريح للوزير."],
)
def test_this_may_point_at_a_noun(text: str) -> None:
    assert not detect(text)


def test_a_medium_passes_on_the_one_named_before() -> None:
    text = "قال الوزير بيجن كريم كلمة. ونقل التلفزيون عنه قوله إن الإنتاج نزل."
    relay, medium = sorted(detect(text), key=lambda one: one.rule)
    assert (relay.speaker.name if relay.speaker else None) == "بيجن كريم"
    assert (medium.speaker.name if medium.speaker else None) == "التلفزيون"
