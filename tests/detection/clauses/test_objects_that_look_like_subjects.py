"""Those to whom, or of whom, a verb speaks that drops its subject: they are no subject of it."""

import pytest

from quotetrack import detect

BEFORE = "قال المدرب رامي حداد إن الفريق جاهز. "
TOLD = [
    # A verb that accuses has an object always: a single noun before its preposition is that.
    "واتهم الحكام بالتحيز، مضيفا أن اللجنة صامتة.",
    "ويتهم خصومه بالتهرب، مضيفا أن اللجنة صامتة.",
    "واتهم المدير بالتهرب، مضيفا أن اللجنة صامتة.",
    "واتهم «تجار الملاعب» بالفساد، مضيفا أن اللجنة صامتة.",
    # Crowds are urged, thanked or promised something.
    "ووعد الجماهير بمباراة كبيرة، مضيفا أن الإصابات قليلة.",
    "ودعا الأنصار إلى الحضور، مضيفا أن التذاكر رخيصة.",
    "وناشد الفرقاء العودة إلى الحوار، مضيفا أن الوقت يضيق.",
    "وشكر الجماهير على دعمها، مضيفا أن الفوز لها.",
]


@pytest.mark.parametrize("text", TOLD)
def test_who_spoke_before_goes_on(text: str) -> None:
    assert {one.speaker.name for one in detect(BEFORE + text) if one.speaker} == {"رامي حداد"}


SPEAKING = [
    ("واتهم النادي الاتحاد بالتحيز.", "النادي"),
    ("واتهم المحتجون الشرطة بالعنف.", "المحتجون"),
    ("واتهم المحتجون بالعنف.", "المحتجون"),
    ("وطالب الأهالي بفتح الطريق.", "الأهالي"),
    ("ودعا الأهالي الوزارة إلى فتح الطريق.", "الأهالي"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKING)
def test_who_speaks_himself(text: str, speaker: str) -> None:
    (found,) = [one for one in detect(BEFORE + text) if one.type == "reported"]
    assert found.speaker is not None
    assert found.speaker.name == speaker


@pytest.mark.parametrize("thing", ["أداء الفريق", "زيارة الرئيس", "دور المرأة", "أوضاع المدينة"])
@pytest.mark.parametrize("what", ["بأنه مهم", "بـ«المهم»"])
def test_what_somebody_has_is_described_and_describes_nothing(thing: str, what: str) -> None:
    behind = f"ووصف {thing} {what}."
    assert [a.source for a in detect(behind)] == [None]
    front = f"لكن الوزير وصف {thing} {what}."
    assert [a.source.of(front) for a in detect(front) if a.source] == ["الوزير"]


@pytest.mark.parametrize("thing", ["الخطوة", "العملية", "التصريحات"])
@pytest.mark.parametrize("source", ["الوزير سامي حداد", "المتحدث باسم الجيش", "المدرب"])
def test_what_somebody_calls_by_marks_is_no_part_of_him(source: str, thing: str) -> None:
    text = f"واعتبر {source} {thing} «خطيرة»."
    (found,) = detect(text)
    assert found.source is not None
    assert (found.source.of(text), found.content[0].of(text)) == (source, f"{thing} «خطيرة»")


def test_but_who_describes_is_its_source() -> None:
    for source in ("سكان المدينة", "أهالي القرية", "مدير الشركة", "لاعبو الفريق"):
        text = f"ووصف {source} الوضع بأنه صعب."
        assert [a.source.of(text) for a in detect(text) if a.source] == [source]
