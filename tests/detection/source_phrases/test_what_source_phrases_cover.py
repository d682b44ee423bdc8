"""How far the clause runs that a source phrase covers, and what only tells of its source."""

import pytest

from quotetrack import detect

CLOSING = [
    "انخفضت الأسعار، وفق المحلل سامي الخالد لدى بنك الضفاف.",
    "يبلغ سعر السهم عشرين دينارا، وفقا لخبير مالي في جامعة الضفاف.",
    "ارتفعت الأسعار كثيرا بحسب دراسة أجراها المعهد الوطني.",
    "ارتفعت الأسعار كثيرا، بحسب إحصائية أجراها المعهد، حيث بلغ سعر الرطل دينارا.",
    "ارتفعت الأسعار كثيرا وذلك وفقا لبيان صدر عن الوزارة.",
    "ارتفعت الأسعار بحسب تقرير صادر الشهر الماضي عن الشركة.",
    "ارتفعت الأسعار بحسب الأرقام المسجلة إلى غاية أكتوبر من العام الحالي.",
    "انسحبت اللاعبة من البطولة بحسب ما أعلن منظمو البطولة أول من أمس.",
    "توفي الطبيب في بيته، وفق ما أكد المستشفى الجمعة.",
    "تراجعت المبيعات حسبما ذكرت الشركة أمس الأحد، مضيفة أن السوق راكدة.",
    # … and what opens a clause of its own behind it.
    "بلغ سعر الصرف ألفا للدولار، بحسب موقع «الضفاف»، أحد أكثر المواقع الموثوقة لرصد الأسعار.",
    "يعمل في المصنع ألف عامل، حسب وكالة الضفاف، وتستحوذ آلاته على نصف طاقة المدينة.",
    "استفاد الناس من العطلة كما يقول البعض، وقد جرت المباراة بلا جمهور.",
    "أقفلت الطرق أمس، بحسب الدفاع المدني، إذ غطت الثلوج الجبال.",
]

AROUND = [
    "وتهدف الحملة، بحسب وزارة الصحة، إلى خفض الوفيات.",
    "وتهدف الحملة بحسب وزارة الصحة إلى خفض الوفيات.",
    "وتهدف الحملة، بحسب وزارة الصحة إلى خفض الوفيات.",
    "بلغ عدد السيارات، وفقا لفريق الإحصاء بالمهرجان 1554 سيارة.",
    "وتضمنت الدراسة وفق بيان صدر أمس، عدة فصول عن الري.",
    "وقتل ثلاثة جنود، بحسب الشرطة المحلية، وإصابة عشرة آخرين خطيرة.",
    "سيصل الوفد بحسب الوزارة اليوم إلى العاصمة.",
    "وأدت الحرب بحسب المؤرخين إلى هجرة كبيرة من المدينة.",
    "والأسعار في العاصمة، بحسب وزارة التجارة، أعلى منها في الريف كثيرا.",
]

OPENING = [
    ("ارتفع عدد السكان، فوفقا لدائرة الإحصاء فإن المدينة تضم مليون نسمة.", "فإن المدينة تضم مليون نسمة"),
    # What is said of a document that came out is no part of what it says; the clause itself is.
    ("وبحسب بيان صدر عن الوزارة فإن المدينة تضم مليون نسمة.", "فإن المدينة تضم مليون نسمة"),
    ("وبحسب بيان صدر أمس عن الوزارة، تضم المدينة مليون نسمة.", "تضم المدينة مليون نسمة"),
    ("ووفقا لتقرير نشرته الوزارة أمس، بلغ عدد السكان مليون نسمة.", "بلغ عدد السكان مليون نسمة"),
    ("ووفقا لبيان صادر عن الوزارة، تضم المدينة مليون نسمة.", "تضم المدينة مليون نسمة"),
    ("وبحسب بيانات رسمية ارتفع عدد السكان، وزادت الجرائم.", "ارتفع عدد السكان، وزادت الجرائم"),
    ("زادت الجرائم كثيرا، فبحسب إحصاءات للشرطة يبلغ عددها ألف جريمة.", "يبلغ عددها ألف جريمة"),
]


def covered(text: str) -> list[str]:
    """The parts of what the first source phrase of `text` covers."""
    found = next(one for one in detect(text) if one.rule.startswith("source-phrase"))
    return [part.of(text) for part in found.content]


@pytest.mark.parametrize("text", CLOSING)
def test_a_phrase_that_closes_its_clause_covers_nothing_behind_it(text: str) -> None:
    (content,) = covered(text)
    assert text.startswith(content)


@pytest.mark.parametrize("text", AROUND)
def test_a_clause_goes_on_behind_a_phrase_that_stands_in_it(text: str) -> None:
    assert len(covered(text)) == 2


@pytest.mark.parametrize(("text", "content"), OPENING)
def test_a_phrase_behind_so_opens_a_clause(text: str, content: str) -> None:
    assert covered(text) == [content]


OWNED = [
    ("ويرى سامي الخالد أن الوضع صعب. والحل، برأيه، هو الحوار.", "برأيه", ["والحل", "هو الحوار"]),
    ("ويرى سامي الخالد أن الوضع صعب. وهي - في رأيه - معركة خاسرة.", "في رأيه", ["وهي", "معركة خاسرة"]),
    ("وقال سامي الخالد إن الوضع صعب. وبحسبه فإن الحل هو الحوار.", "وبحسبه", ["فإن الحل هو الحوار"]),
    ("وقالت ليلى حداد إن الوضع صعب. وهذه معركة خاسرة، برأيها.", "برأيها", ["وهذه معركة خاسرة"]),
]


@pytest.mark.parametrize(("text", "cue", "content"), OWNED)
def test_a_phrase_with_a_pronoun_means_whoever_spoke(text: str, cue: str, content: list[str]) -> None:
    first, found = detect(text)
    assert found.cue
    assert found.speaker == first.speaker
    assert (found.cue.of(text), [part.of(text) for part in found.content]) == (cue, content)


@pytest.mark.parametrize(
    "text",
    [
        "وقال سامي الخالد إن الحل، برأيه، هو الحوار.",
        "وقال سامي الخالد إن الوضع صعب. واستعان الوزير برأيه في الأمر.",
        "وقال سامي الخالد إن الوضع صعب. وتمسك الخالد في رأيه حتى النهاية.",
    ],
)
def test_an_opinion_that_is_only_asked_for_or_told_already_is_nothing_new(text: str) -> None:
    assert len(detect(text)) == 1


@pytest.mark.parametrize("closing", [" حد تعبيره", "، حد تعبيره", "، حد قوله", " على حد وصفه"])
def test_what_names_the_speaker_once_more_is_no_part_of_what_he_says(closing: str) -> None:
    text = f"وقال سامي الخالد إن المدينة محاصرة{closing}."
    (found,) = detect(text)
    assert found.content[0].of(text) == "إن المدينة محاصرة"


def test_an_edge_is_no_expression() -> None:
    text = "وقال سامي الخالد إن للصبر حدا، وإن حد السيف قاطع."
    (found,) = detect(text)
    assert found.content[0].of(text) == "إن للصبر حدا، وإن حد السيف قاطع"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        # The verb of the phrase opens no report where marks part it from the main verb's أن …
        ("وذكرت الوزارة، حسبما أفادت وكالة «الضفاف»، أن الطريق مغلق.", ["وذكرت", "حسبما أفادت"]),
        ("وقال الوزير، حسبما ذكرت قناة النخيل، إن الطريق مغلق.", ["وقال", "حسبما ذكرت"]),
        ("وأضاف الوزير -حسبما ذكرت قناة النخيل- أن الطريق مغلق.", ["وأضاف", "حسبما ذكرت"]),
        # … and «كما» may be «also», whatever stands before it.
        ("وزار الوزير المدينة، كما أكد سامي الخالد، أن الطريق مغلق.", ["أكد"]),
        ("كما أكد سامي الخالد أن الطريق مغلق.", ["أكد"]),
    ],
)
def test_a_medium_between_a_verb_and_what_it_says(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue] == cues


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # What tells of somebody, with whose it is …
        ("وبقي الرجل عامين في المصحة، وفق سجله الطبي.", "سجله الطبي"),
        ("أغلقت الشركة مصنعين، بحسب تقريرها السنوي.", "تقريرها السنوي"),
        ("وكان قد نقل مرتين إلى فرع آخر، وفق ملفه الوظيفي.", "ملفه الوظيفي"),
        # … and what else is filled in or kept.
        ("وبحسب استبيان وزعته الجامعة، يفضل الطلاب السكن.", "استبيان"),
        ("وحسب سبر آراء لمعهد الضفاف، تراجعت الثقة.", "سبر آراء لمعهد الضفاف"),
        ("ويملك الرجل ثلاثة منازل، وفق كشوف الضرائب.", "كشوف الضرائب"),
    ],
)
def test_documents_of_somebody_and_of_offices(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source


def test_whose_record_is_a_measure() -> None:
    assert detect("وصنفت الهيئة الشركات حسب سجلها في السوق.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قتل عشرة جنود، كما اعلن اليوم الاحد متحدث باسم الجيش.", "متحدث باسم الجيش"),
        ("قتل عشرة جنود، وفق ما ذكر اليوم الخميس مصدر عسكري.", "مصدر عسكري"),
        ("قتل عشرة جنود، كما أفاد الأسبوع الماضي مصدر عسكري.", "مصدر عسكري"),
        ("قتل عشرة جنود، كما أفادت هذا الأسبوع صحيفة الضفاف.", "صحيفة الضفاف"),
    ],
)
def test_several_words_may_say_when_it_was_said(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source
    assert found.content[0].of(text) == "قتل عشرة جنود"


def test_what_rises_besides_is_nothing_said() -> None:
    assert detect("ارتفعت الأسعار، كما ارتفع مساء أمس عدد الزوار.") == []


@pytest.mark.parametrize("said", ["وحسب ما قال", "بحسب ما ذكر", "وحسبما أوضح", "ووفق ما أعلن"])
def test_what_the_clause_is_about_is_no_part_of_the_source_before_it(said: str) -> None:
    text = f"{said} سامي الخالد، الرواتب لم تصرف."
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == "سامي الخالد"
    assert found.content[0].of(text) == "الرواتب لم تصرف"
