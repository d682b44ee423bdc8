"""What stands between a verb and its أن or إن leaves the clause to the verb."""

import pytest

from quotetrack import detect

SOURCES = ("الوزير سامي حداد", "خالد صالح", "حداد", "المتحدث باسم الجيش", "المدير العام للشركة")
VERBS = (("قال", "إن"), ("أكد", "أن"), ("أشار", "إلى أن"), ("صرح", "بأن"))


def missed(aside: str, verbs: tuple[tuple[str, str], ...] = VERBS) -> list[str]:
    """The sentences with the aside in which verb, source and clause are not found."""
    wrong = []
    for source in SOURCES:
        for verb, that in verbs:
            clause = f"{that.split()[-1]} العمل مستمر في الموقع"
            for text, cue in (
                (f"و{verb} {source} {aside} {that} العمل مستمر في الموقع.", f"و{verb}"),
                (f"لكن {source} {verb} {aside} {that} العمل مستمر في الموقع.", verb),
            ):
                found = [
                    (a.cue.of(text).split()[0], a.source.of(text), a.content[0].of(text))
                    for a in detect(text)
                    if a.cue and a.source
                ]
                if found != [(cue, source, clause)]:
                    wrong.append(f"{text} => {found}")
    return wrong


@pytest.mark.parametrize(
    "aside",
    [
        "ردا على سؤال",
        "في رده على استفسار",
        "تعليقا على السؤال",
        "ردا على ذلك",
        "تعقيبا على القرار",
        "تعقيبا على ذلك",
        "دفاعا عن القرار",
        "تبريرا للقرار",
        "تمهيدا للزيارة",
        "احتجاجا على القرار",
        "عصر أمس",
    ],
)
def test_why_and_when_it_is_said(aside: str) -> None:
    assert missed(aside) == []


@pytest.mark.parametrize("aside", ["ردا على الاتهامات", "تعليقا على تصريحات الرئيس", "ردا على انتقادات"])
def test_behind_what_others_said_in_is_the_verbs(aside: str) -> None:
    assert missed(aside, VERBS[:1]) == []


@pytest.mark.parametrize(
    "aside",
    ["متحدثا في البرلمان", "متحدثا إلى الصحفيين", "معلقا على القرار", "مدافعا عن القرار"],
)
def test_a_participle_that_tells_how_leaves_the_clause_to_the_verb(aside: str) -> None:
    assert missed(aside) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("وأكد الوزير أهمية القرار، معلقا على الأزمة بأن العمل مستمر.", "معلقا"),
        ("وزار الوزير المدينة معلقا على القرار بأن العمل مستمر.", "معلقا"),
        ("وأكد الوزير أن الأمر انتهى، معقبا على القرار بأن العمل مستمر.", "معقبا"),
        ("ورفض الوزير الاتهامات بأن العمل توقف.", "الاتهامات"),
    ],
)
def test_but_where_the_verb_has_its_own_the_other_keeps_it(text: str, cue: str) -> None:
    assert cue in [a.cue.of(text) for a in detect(text) if a.cue]
