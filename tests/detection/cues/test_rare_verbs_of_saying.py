"""Verbs that say something in one construction alone, and those that few papers use."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        # What prosecutors lay to somebody's charge, and what witnesses and police have stated.
        (
            "وأسندت النيابة العامة إلى الحارس أنه ترك الباب مفتوحا.",
            "وأسندت",
            "النيابة العامة",
            "أنه ترك الباب مفتوحا",
        ),
        ("وأكدت التحريات أن الباب كان مفتوحا.", "وأكدت", "التحريات", "أن الباب كان مفتوحا"),
        ("وبحسب أقوال الجيران، فإن الباب كان مفتوحا.", "وبحسب أقوال", "الجيران", "فإن الباب كان مفتوحا"),
        ("ووفق التحريات، بقي الباب مفتوحا طوال الليل.", "ووفق", "التحريات", "بقي الباب مفتوحا طوال الليل"),
        # How something came about, told and not asked.
        ("وتروي أم سامر كيف فقدت بيتها.", "وتروي", "أم سامر", "كيف فقدت بيتها"),
        ("وشرح المدير كيف تعمل المحطة.", "وشرح", "المدير", "كيف تعمل المحطة"),
        # What somebody does not hide.
        ("ولم يخف الوزير أن الأزمة صعبة.", "يخف", "الوزير", "أن الأزمة صعبة"),
        ("ولا يخفي المدرب أن الفريق متعب.", "يخفي", "المدرب", "أن الفريق متعب"),
        (
            "ولم يخف المدرب سامي الخالد قلقه من تراجع النتائج.",
            "يخف",
            "المدرب سامي الخالد",
            "قلقه من تراجع النتائج",
        ),
        ("ولم تخف الهند استياءها من القرار.", "تخف", "الهند", "استياءها من القرار"),
        # What somebody goes on to say.
        ("واسترسل المتحدث ذاته أن الأسعار ارتفعت.", "واسترسل", "المتحدث ذاته", "أن الأسعار ارتفعت"),
        ("واسترسل المدرب بأن الفريق متعب.", "واسترسل", "المدرب", "بأن الفريق متعب"),
        # What something is said to be, with a bare أن.
        ("ووصف الوزير الحادث أنه عمل إجرامي.", "ووصف", "الوزير", "أنه عمل إجرامي"),
        (
            "ووصفت الشركة العثور على القطعة أنه «انفراجة كبيرة».",
            "ووصفت",
            "الشركة",
            "أنه «انفراجة كبيرة»",
        ),
        ("وبررت الشركة أن الطلب تراجع.", "وبررت", "الشركة", "أن الطلب تراجع"),
        ("وتذمر السكان من أن المياه مقطوعة.", "وتذمر", "السكان", "أن المياه مقطوعة"),
        ("ووقف المدير متعللا بأن الوقت ضيق.", "متعللا", None, "بأن الوقت ضيق"),
    ],
)
def test_what_they_say(text: str, cue: str, source: str | None, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert (found.cue.of(text), found.content[0].of(text)) == (cue, content)
    assert (found.source.of(text) if found.source else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "وأخفى المدرب أن الفريق متعب.",
        "ولا يخفى على أحد أن الفريق متعب.",
        "ولا يخفى أن الفريق متعب.",
        "ولم تخف منه شيئا حتى رقم خزانتها.",
        "ولم يخف وزن اللاعب خلال الشهر.",
        "والفيلم لم يخف عدد القتلى.",
        "وأثار القرار تذمر السكان من كل المدن.",
        "وسمع وصف الحادث وكيف أنه وقع ليلا.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وحرصت الشركة في بيان لها على القول إن العمل مستمر.", "القول", "الشركة"),
        ("وحرص الوزير على التأكيد على أن العمل مستمر.", "التأكيد", "الوزير"),
        ("لكنه حرص على التأكيد أن العمل مستمر.", "التأكيد", None),
        ("ولم يتردد سامي الخالد في القول إن العمل مستمر.", "القول", "سامي الخالد"),
        ("وذهب الوزير إلى حد القول إن العمل مستمر.", "القول", "الوزير"),
        ("وعاد سامي الخالد إلى التذكير بأن العمل مستمر.", "التذكير", "سامي الخالد"),
        ("وخلصت الدراسة إلى القول إن العمل مستمر.", "وخلصت", "الدراسة"),
    ],
)
def test_a_noun_of_saying_that_a_verb_leads_to(text: str, cue: str, source: str | None) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert found.cue.of(text) == cue
    assert (found.source.of(text) if found.source else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "وهو ما دفع الناس إلى القول إن الشركة ضعفت.",
        "ولا يمكن الوصول إلى القول إن الأمر انتهى.",
        "ويصل الأمر إلى حد القول إن الأزمة انتهت.",
        "وانتقل الوزير إلى المدينة، على أن يعود غدا.",
    ],
)
def test_a_noun_of_saying_that_is_nobodys(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وتردد أن الشركة ستغلق مصنعها.",
        "وأفيد بأن الشركة ستغلق مصنعها.",
        "أفيد أن الشركة ستغلق مصنعها.",
    ],
)
def test_hearsay_still_runs(text: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert found.speaker is None


def test_what_is_made_use_of_is_no_hearsay() -> None:
    assert detect("وأفيد من هذه التجربة كثيرا.") == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("يتفق الخبيران على أن جزءا من المشكلة قديم.", "يتفق", "أن جزءا من المشكلة قديم"),
        ("وتتفق معه المهندسة سعاد حداد في أن الجسر ضيق.", "وتتفق", "أن الجسر ضيق"),
        ("ويكاد الأطباء يجمعون على أن السبب هو التدخين.", "يجمعون", "أن السبب هو التدخين"),
    ],
)
def test_what_several_agree_on_is_their_opinion(text: str, cue: str, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert (found.cue.of(text), found.content[0].of(text)) == (cue, content)


@pytest.mark.parametrize(
    "text",
    [
        "اتفق الوزيران على أن يجتمعا كل شهر.",
        "واتفقت الدول على أن الهدنة ضرورية.",
        "واتفق الطرفان على وقف القتال.",
    ],
)
def test_a_plan_that_they_agree_on_is_none(text: str) -> None:
    assert detect(text) == []
