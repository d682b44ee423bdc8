"""Whose أن or quotation it is: of the verb of saying, or of a noun of saying behind it."""

import pytest

from quotetrack import detect


def made(text: str) -> set[tuple[str, str | None, str]]:
    """Cue, source and content of what is found."""
    return {
        (
            one.cue.of(text) if one.cue else "",
            one.source.of(text) if one.source else None,
            " … ".join(part.of(text) for part in one.content),
        )
        for one in detect(text)
    }


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("وقال وزير الدفاع إن الجنود عادوا.", "وقال", "وزير الدفاع", "إن الجنود عادوا"),
        (
            "أعلن مسؤول في وزارة الدفاع أن الجنود عادوا.",
            "أعلن",
            "مسؤول في وزارة الدفاع",
            "أن الجنود عادوا",
        ),
        ("وقال محامي الدفاع إن موكله بريء.", "وقال", "محامي الدفاع", "إن موكله بريء"),
        ("وأوضح مدير الإعلان أن الأسعار ارتفعت.", "وأوضح", "مدير الإعلان", "أن الأسعار ارتفعت"),
        ("وقال الادعاء إنه يحقق في الأمر.", "وقال", "الادعاء", "إنه يحقق في الأمر"),
        ("وأكد الدفاع أن المتهم كان في بيته.", "وأكد", "الدفاع", "أن المتهم كان في بيته"),
        (
            "وأضاف الادعاء «وجدنا أدلة كثيرة على ذلك».",
            "وأضاف",
            "الادعاء",
            "«وجدنا أدلة كثيرة على ذلك»",
        ),
    ],
)
def test_a_noun_of_saying_that_names_a_body_or_an_office(
    text: str, cue: str, source: str, content: str
) -> None:
    assert made(text) == {(cue, source, content)}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("ورفض الوزير الادعاء بأن الشركة أفلست.", "الادعاء"),
        ("ونفى الادعاء بأن الشركة أفلست.", "الادعاء"),
        ("وفند الاتهام بأن الشركة أفلست.", "الاتهام"),
        ("وانتقد رئيس الحزب تأكيد الوزير أن الأسعار سترتفع.", "تأكيد"),
        ("وأثار رئيس النادي بتصريحه أن الفريق سيرحل جدلا.", "بتصريحه"),
    ],
)
def test_a_noun_of_saying_that_keeps_its_clause(text: str, noun: str) -> None:
    assert [one for one in made(text) if one[0] == noun and one[2].startswith(("أن", "بأن"))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأوضحت الوزارة أن تحسنا كبيرا طرأ على الوضع.", "أن تحسنا كبيرا طرأ على الوضع"),
        ("وأكد الوزير أن تراجعًا طفيفا سجل في الأسعار.", "أن تراجعًا طفيفا سجل في الأسعار"),
        ("وذكرت الوزارة أن تقدمًا عسكريًا سيظهر قريبا.", "أن تقدمًا عسكريًا سيظهر قريبا"),
    ],
)
def test_a_noun_in_the_accusative_is_stated_and_not_wished(text: str, content: str) -> None:
    assert [one[2] for one in made(text)] == [content]


@pytest.mark.parametrize(
    "text",
    ["وذكرت الوزارة أن تنفذ المشروع خلال عام.", "وأكد الوزير أن تبدأ الأعمال غدا."],
)
def test_a_verb_in_the_imperfect_is_wished(text: str) -> None:
    assert not made(text)


@pytest.mark.parametrize(
    "text",
    [
        "وقالت المؤسسة في تعقيب على مقترحات الحكومة: «الوثيقة تبدو جيدة لنا».",
        "وقالت المؤسسة في تعقيبها على مقترحات الحكومة: «الوثيقة تبدو جيدة لنا».",
        "وقالت المؤسسة تعليقا على ملاحظات الحكومة: «الوثيقة تبدو جيدة لنا».",
    ],
)
def test_proposals_and_remarks_are_nouns(text: str) -> None:
    assert made(text) == {("وقالت", "المؤسسة", "«الوثيقة تبدو جيدة لنا»")}


def test_who_remarks_and_proposes_says_something() -> None:
    assert made("وتابع الوزير كلامه ملاحظا أن الأسعار ارتفعت.") == {("ملاحظا", None, "أن الأسعار ارتفعت")}
    assert made("وتحدث النائب مقترحا أن تخفض الرسوم.") == {("مقترحا", None, "أن تخفض الرسوم")}


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وأكد الصعب أنهم يمتلكون خطابا.", "وأكد", "الصعب"),
        ("قال معيض الوادعي، وهو طالب، إن تنقل الطلاب صعب.", "قال", "معيض الوادعي"),
        ("وطالب سامي الخالد الشركة أن تتدخل.", "وطالب", "سامي الخالد"),
        ("وأوصت الدراسة أن يكون للتلفزيون دور.", "وأوصت", "الدراسة"),
        ("وحث الوزير الشباب أن يعملوا.", "وحث", "الوزير"),
        ("وألمحت المصادر أن اللاعب حصل على التأييد.", "وألمحت", "المصادر"),
        ("وقال سيتم العمل على آليات حديثة.", "وقال", None),
    ],
)
def test_a_bare_clause_of_the_verb(text: str, cue: str, source: str | None) -> None:
    assert [one[:2] for one in made(text)] == [(cue, source)]


@pytest.mark.parametrize(
    "text",
    [
        "وأوضح من المهم أن نعمل.",
        "وقدر العدد بمئة، أي أن الحضور قليل.",
        "وقال كلاما كثيرا أي إنه تعب.",
        "وقدموا المستندات، إن وجدت، وغادروا.",
        "وقالت سيرين كثيرا من الكلام.",
        "وما كان قولهم إلا أن صبروا.",
    ],
)
def test_a_clause_that_is_nobodys(text: str) -> None:
    assert not [one for one in made(text) if one[2].startswith(("أن", "إن", "سي"))]


def test_he_who_asks_with_another_states_nothing() -> None:
    assert ("أطالب", None, "أنا وزوجتي بالتحقيق") not in made("وقال: «أطالب أنا وزوجتي بالتحقيق في الأمر».")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("وأكد الوزير بعد ذلك أن الأسعار ارتفعت.", "وأكد", "أن الأسعار ارتفعت"),
        ("مؤكدا مع ذلك أن حامليه يحظون باحترام.", "مؤكدا", "أن حامليه يحظون باحترام"),
        ("وغضب الرجل وقال هل تريد أن ترسله إليهم؟", "وقال", "هل تريد أن ترسله إليهم"),
        ("وبحسب سامي الخالد: «الأسواق تعرف ذلك أول مرة».", "وبحسب", "«الأسواق تعرف ذلك أول مرة»"),
    ],
)
def test_what_stands_before_a_clause(text: str, cue: str, content: str) -> None:
    assert [(one[0], one[2]) for one in made(text)] == [(cue, content)]


@pytest.mark.parametrize(
    "text", ["وكان سبب ذلك أن الأسعار ارتفعت.", "ولم يقل الوزير شيئا، ذلك أن الأسعار ارتفعت."]
)
def test_that_is_because(text: str) -> None:
    assert not [one for one in made(text) if one[2] == "أن الأسعار ارتفعت"]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        # Behind a verb with its object on it stands its subject …
        ("ونشبت اشتباكات مع ناشطين تتهمهم السلطات بالوقوف وراء التفجير.", "تتهمهم", "السلطات"),
        ("وزار المدينة التي تتهمها واشنطن بدعم الإرهاب.", "تتهمها", "واشنطن"),
        ("وفر القائد الذي يتهمه المتظاهرون بتبديد المال.", "يتهمه", "المتظاهرون"),
        ("ودعاه الرئيس المصري إلى زيارة القاهرة.", "ودعاه", "الرئيس المصري"),
        # … but nothing else, and what the relative pronoun takes up is its object, if that agrees.
        ("وقال سامي الخالد إن الأمر جيد. وأشاد بالمعسكر الذي وصفه بالمميز.", "وصفه", None),
        ("وقال سامي الخالد إن الأمر جيد. وذكر الحملة التي وصفها بأنها ناجحة.", "وصفها", None),
        ("وهنأ سامي الخالد المكرمين ودعاهم إلى مواصلة الجهد.", "ودعاهم", None),
        ("وطالبهم أمس بتسليم التقارير.", "وطالبهم", None),
        ("وطالبهم جميعا بتسليم التقارير.", "وطالبهم", None),
        ("وظهر الشيخ الذي دعاهم إلى ضبط النفس.", "دعاهم", "الشيخ"),
        ("وانتقد الوزير الذي نبه إلى الخطر الخطة.", "نبه", "الوزير"),
        # A relative pronoun that «and» adds to another takes up what that one does.
        ("وقرأ التقارير التي صدرت عن الشركة أمس، والتي تقول إن العمل توقف.", "تقول", "التقارير"),
        ("ورد على المعارضين الذين يقودون النقابات، والذين حذروا من أن العمل توقف.", "حذروا", "المعارضين"),
        ("وتواصل المركز مع وزارة التموين، والتي قالت إن العمل توقف.", "قالت", "وزارة التموين"),
    ],
)
def test_whose_a_verb_with_its_object_is(text: str, cue: str, source: str | None) -> None:
    sources = [
        one.source and one.source.of(text) for one in detect(text) if one.cue and one.cue.of(text) == cue
    ]
    assert sources == [source]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "علق الوزير سامي الخالد على مزاعم المعارضة بأن الحكومة فاسدة.",
            "مزاعم",
            "المعارضة",
            "بأن الحكومة فاسدة",
        ),
        (
            "ورد المتحدث هشام القرشي على اتهامات النائب بأن الأسعار مزورة.",
            "اتهامات",
            "النائب",
            "بأن الأسعار مزورة",
        ),
        ("ورد الوزير على النائب بأن الأسعار ثابتة.", "ورد", "الوزير", "بأن الأسعار ثابتة"),
        ("وعلق الوزير على القرار بأن الأسعار ثابتة.", "وعلق", "الوزير", "بأن الأسعار ثابتة"),
    ],
)
def test_what_others_claim_is_answered(text: str, cue: str, source: str | None, content: str) -> None:
    assert made(text) == {(cue, source, content)}


@pytest.mark.parametrize(
    "text",
    [
        # A verb in a relative clause takes no أن from the verb of saying.
        "وقال الوزير الذي استقال إن الأزمة طويلة.",
        "وقال سامي وعادل إن الأزمة طويلة.",
    ],
)
def test_the_clause_behind_another_verb(text: str) -> None:
    assert [cue for cue, _, content in made(text) if content == "إن الأزمة طويلة"] == ["وقال"]
