"""The verb that a participle of saying goes on with is the cue: both where they stand side by side."""

import pytest

from quotetrack import detect


def cues(text: str) -> list[tuple[str, str | None]]:
    """The cue and the source of each report, speech acts left out."""
    return [
        (one.cue.of(text), one.source.of(text) if one.source else None)
        for one in detect(text)
        if one.cue and one.type.value != "reported"
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        # Side by side they are one.
        ("وأضاف قائلا: «نحن مستعدون للعمل معكم».", "وأضاف قائلا", None),
        ("واختتمت قائلة إن العمل بدأ.", "واختتمت قائلة", None),
        ("وأضاف موضحا: «علمت من الركاب أن القرية بخير».", "وأضاف موضحا", None),
        # A subject or an aside stands between them.
        ("وأضاف الوزير قائلا: «نحن مستعدون للعمل معكم».", "وأضاف", "الوزير"),
        ("وردت الوزيرة ليلى على السؤال، قائلة: «المنصة لا تخيفني».", "وردت", "الوزيرة ليلى"),
        (
            "وأضاف هشام القرشي، رئيس شركة الوادي، قائلا: «تحافظ المدينة على نموها».",
            "وأضاف",
            "هشام القرشي، رئيس شركة الوادي",
        ),
        # Another participle tells how he said it.
        ("وقال المدير سامي الخالد، معلقا: «نشكر ضيوفنا الكرام».", "وقال", "المدير سامي الخالد"),
        ("وقال سامي الخالد مشيرا إلى اجتماع اللجنة «سأعرض بالتفصيل كل الطرق».", "وقال", "سامي الخالد"),
        ("وقال سامي الخالد متحدثا عن التسرب «لا نعرف بعد مصدره».", "وقال", "سامي الخالد"),
        ("وقال متحدث الشركة موجها حديثه للناس: ابتعدوا عن المصنع.", "وقال", "متحدث الشركة"),
        ("وقال الوزير، متحدثا أمام الطلاب في المدينة، إن العمل بدأ.", "وقال", "الوزير"),
        # The verb is one, whatever its spelling.
        ("عقب مدير الشرطة سامي الخالد على الأمر بقوله: «نحن نعمل».", "عقب", "مدير الشرطة سامي الخالد"),
    ],
)
def test_the_verb_is_the_cue(text: str, cue: str, source: str | None) -> None:
    assert cues(text)[0] == (cue, source)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        # The verb has a complement of its own, or does something besides.
        ("وقال الوزير إن الأمر بسيط، قائلا: «لن نتراجع عن القرار».", "قائلا"),
        ("وانتقد النائب القرار، قائلا: «لا نقبل هذا».", "قائلا"),
        ("تحدث الرئيس عن الأوضاع في البلاد، قائلا: «لن نتراجع».", "قائلا"),
        ("وتابع المدير التدريب، قائلا: «الفريق جاهز تماما للمباراة».", "قائلا"),
        ("قال الوزير ذلك في بيان، مضيفا: «لن نتراجع عن القرار».", "مضيفا"),
        ("وأكد الوزير أن العمل بدأ، مضيفا: «لن نتراجع عن القرار».", "مضيفا"),
        # The participle has a clause of its own.
        ("وقال الوزير متحدثا عن أن القرار مهم.", "متحدثا"),
        # The noun is none of saying.
        ("وقلل المدير من رد فعل الشركة، قائلا: «لن نتراجع عن القرار».", "قائلا"),
        ("ونظر إليه دون خوف وبلا أدنى تفكير قائلا: «لن نتراجع».", "قائلا"),
    ],
)
def test_the_participle_is_the_cue(text: str, cue: str) -> None:
    assert cue in [one[0] for one in cues(text)]
