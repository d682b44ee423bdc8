"""Who goes on behind a clause that says when somebody met him («عندما سأله القاضي، قال»)."""

import pytest

from tests.detection.found import speaker_at

MAN = "أعلن سعد كريم أنه بريء. "
WOMAN = "أعلنت ليلى حداد أنها بريئة. "
MET = [
    (MAN + "وعندما واجهه الرئيس بصورة تجمعه بالمتهم، قال: «هذا زبون».", "سعد كريم"),
    (MAN + "وبعدما استدعاه المدير إلى مكتبه، قال إنه سيبقى.", "سعد كريم"),
    (MAN + "ولما أوقفه الشرطي رامي نصار عند الحاجز، قال إنه طبيب.", "سعد كريم"),
    (WOMAN + "وحين قاطعتها المحامية سلمى نعمة، قالت إنها رأت كل شيء.", "ليلى حداد"),
    # Whoever acts himself, and whoever meets another who has no name here.
    (MAN + "وعندما وصل الوزير رامي نصار إلى المطار، قال إن الزيارة ناجحة.", "رامي نصار"),
    (MAN + "وعندما استقبل الوزير رامي نصار الوفد، قال إن الزيارة ناجحة.", "رامي نصار"),
]


@pytest.mark.parametrize(("text", "speaker"), MET)
def test_who_goes_on(text: str, speaker: str) -> None:
    cue = "قالت" if text.startswith(WOMAN) else "قال"
    assert speaker_at(text, cue) == speaker
