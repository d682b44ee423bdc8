"""Words that are spelt like words of saying and say nothing, in sentences of our own."""

import pytest

from quotetrack import detect

SILENT = [
    "وشمل الفحص ألف رجل وتبين أن نصفهم بخير.",
    "وشمل الفحص ألف رجل وتبين للأطباء أن نصفهم بخير.",
    "وشمل الفحص ألف رجل، وتبين لاحقا أن نصفهم بخير.",
    "وشمل الفحص ألف رجل وتبين من النتائج أن نصفهم بخير.",
    "وفي هذه الحالة سيكون النادي مطالبا بدفع تعويض كبير.",
    "لم يكن مستغربا أن تأتي الرسائل بهذه اللغة.",
    "لكن جمع الأعشاب في هذا الفصل أمر بالغ الصعوبة.",
    "وسعى سبعة مرشحين وبينهم سيدة واحدة هي ليلى حداد إلى إثبات أنهم الأقدر.",
    "فبعض الملاك يرفع السعر بلا تردد «ما لم يكن هناك عقد طويل».",
    "فالتعليم ركيزة باعتباره المحرك، ولا شك أن الخريجين كثر.",
    "وكلما قلت ساعات النوم تراجعت السرعة، بل إن التركيز يضعف.",
    "وقسمت الفرق إلى مجموعات، وهذا يؤكد أن العمل يسير جيدا.",
    "زارت طلبة الانتساب مبنى الجامعة الجديد.",
    "وزرعت القرية 900 ألف فدان قمحا هذا الموسم.",
    "وبلغت المساحة مليون فدان مقابل نصفها في العام الماضي.",
    "وزارت الوزيرة المصنع، متابعة سير العمل.",
    "وبدأت اللجنة متابعة: «العمل في الحقول».",
    "وتطلب الأمر منها أن تسافر مرتين.",
    "وكان صعبا، إذ تطلب الدور تدريبا في البحر.",
    "وتبين من المعاينة أن الباب مكسور.",
    "وكل فرد عليه أن يزرع شجرة.",
]
SPOKEN = [
    ("وتبين الدراسة أن نصفهم بخير.", "وتبين", "الدراسة"),
    ("وتبين الدراسة بوضوح أن نصفهم بخير.", "وتبين", "الدراسة"),
    ("وصرح الوزير مطالبا بدفع التعويض.", "مطالبا", None),
    ("وأكد هذا الرجل أن العمل يسير.", "وأكد", "هذا الرجل"),
    ("قالت الوزيرة إنها سعيدة، وأعلنت ذلك لتبين أن الأمر جيد.", "لتبين", None),
    ("أفادت «الوكالة الوطنية للإعلام» في النخيل بأن الوفد غادر.", "أفادت", "«الوكالة الوطنية للإعلام»"),
    ("وقالت «الشركة أغلقت أبوابها» وانصرفت.", "وقالت", None),
    ("وعبر رئيس النادي عن سعادته بالفوز.", "وعبر", "رئيس النادي"),
    ("ودان رئيس النادي الهجوم على الجماهير.", "ودان", "رئيس النادي"),
    ("قالت الوزيرة إن الخطة جاهزة، متابعة: «العمل يبدأ غدا في كل المدن».", "متابعة", None),
    ("قالت الوزيرة إن الخطة جاهزة، متابعة أن العمل يبدأ غدا.", "متابعة", None),
    ("وتطلب المدينة من الوزارة أن تفتح الطريق.", "وتطلب", "المدينة"),
    ("وسئل عن الأمر فرد عليه الحارس: «هذا عملي».", "فرد", "الحارس"),
    ("وسئل عن الأمر فرد قائلا: «هذا عملي».", "فرد قائلا", None),
    ("وقال فرد من القبيلة إن البئر جفت.", "وقال", "فرد"),
]


@pytest.mark.parametrize("text", SILENT)
def test_words_that_say_nothing(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(("text", "cue", "source"), SPOKEN)
def test_words_that_say_something(text: str, cue: str, source: str | None) -> None:
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue]
    assert (found.source.of(text) if found.source else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "وجاءت النتائج أقل من التوقعات وصدقوني أنا آسف حقا على ذلك.",
        "في كل هذه التصريحات لم أكن أنا صاحب الشأن.",
        "رفضت كل ما جاء في الدعوة ولن أذهب أنا إلى هناك.",
    ],
)
def test_he_who_speaks_of_himself_opens_no_report_of_a_noun(text: str) -> None:
    assert all(not one.content[0].of(text).startswith("أنا") for one in detect(text))


@pytest.mark.parametrize(
    "text",
    [
        "وقال المدرب سامي الخالد أنا مستعد للمباراة.",
        "وأضاف أنا مستعد للمباراة.",
        "وقال سامي الخالد إنا مستعدون للمباراة.",
    ],
)
def test_he_speaks_of_himself_behind_a_verb_that_quotes(text: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text).endswith("للمباراة")


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        # What is called by a name in quotation marks claims nothing …
        ("كانت مدونة قرصنة تدعى «سرب أون لاين» قد أعلنت أن البيانات سرقت.", ["أعلنت"]),
        ('وأسس شركة تدعى "الضفاف" وقال إنها ستنجح.', ["وقال"]),
        ("وقال رامي حداد إن شابا يدعى «أبو سيف» غادر.", ["وقال"]),
        # … but a clause in them is a claim.
        ("وهو يدعى «أن الجيش انتصر في المعركة الأخيرة بالأمس».", ["يدعى"]),
        ("وهو يدعي أن الجيش انتصر.", ["يدعي"]),
        ("وادعى سامي الوادي «أنه لم يكن هناك».", ["وادعى"]),
    ],
)
def test_what_is_only_called(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue] == cues


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقالت الرئاسة في بيان نشر مساء الثلاثاء «إن موقف الحكومة واضح».", "الرئاسة"),
        ("وأعلنت الوزارة في بيان نشر أمس أن الطريق مغلق.", "الوزارة"),
        ("وأعلنت الوزارة في تقرير أذيع خلال الليل أن الطريق مغلق.", "الوزارة"),
    ],
)
def test_what_was_published_published_nothing(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("وقال سامي الخالد: «رأيت الملف لكنني لا أستطيع أن أحكم عليه».", ["وقال"]),
        ("وقالت ليلى حداد: «رأينا الحادث ولا يمكننا أن ننساه».", ["وقالت"]),
        ("وقال سامي الخالد: «رأينا أننا لا نستطيع البقاء هناك».", ["وقال", "رأينا"]),
    ],
)
def test_what_i_can_do_is_no_clause_of_a_verb_before_it(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue] == cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("واعتقلت الشرطة 25 محتجا «من دون أي تهمة موجهة إليهم».", []),
        ("ودعا الوزير إلى إطلاق 160 محتجا وناشطا في المدينة.", ["ودعا"]),
        ("وانتقد الوزير قرار عام 2015 مؤكدا «لن نقبل به أبدا».", ["وانتقد", "مؤكدا"]),
        ("ودعا الوزير إلى رفع النسبة إلى 20 مؤكدا أن العمل بدأ.", ["ودعا", "مؤكدا"]),
    ],
)
def test_what_a_number_counts_is_a_noun(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue] == cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("وقالت ليلى حداد إن بلادها مطالبة بأن تفتح الطريق.", ["وقالت"]),
        ("وأكد الوزير أن الشركة مطالبة اليوم بدفع التعويض.", ["وأكد"]),
        ("وأكد الوزير أن الشركة مطالبة مستقبلا بأن تدفع التعويض.", ["وأكد"]),
        ("الشركات مطالبة بدفع التعويض.", []),
        # Those demand something who do so besides another thing.
        ("وخرجت الجماهير مطالبة بأن يفتح الطريق.", ["مطالبة"]),
        ("وأكدت النقابة أن الإضراب مستمر، مطالبة بدفع التعويض.", ["وأكدت", "مطالبة"]),
    ],
)
def test_of_whom_something_is_demanded(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue] == cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        # A price is paid, guards and forces are reviewed, and rights defended for a living …
        ("وسيدفع الفلاحون ثمن أخطاء الوزارة.", []),
        ("ودفع غاليا ثمن الجهود السابقة.", []),
        ("واستعرض الرئيسان حرس الشرف في المطار.", []),
        ("واستعرضت الفرقة قوتها بإطلاق الألعاب النارية.", []),
        ("وقالت المنظمة التي تدافع عن حقوق الصيادين إن الميناء مغلق.", ["وقالت"]),
        # … but efforts are praised and gone through, and a decision is defended.
        ("وثمن الوزير جهود الفلاحين.", ["وثمن"]),
        ("كما ثمن الوزير جهود الفلاحين.", ["ثمن"]),
        ("واستعرض الوزير جهود الفلاحين.", ["واستعرض"]),
        ("ودافع الوزير عن قرار الحكومة.", ["ودافع"]),
    ],
)
def test_prices_and_guards_of_honour(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue] == cues
