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
