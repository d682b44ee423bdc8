"""Whom somebody describes between his own marks, and women whose office is spelt as a man's."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

DESCRIBED = [
    ("قال وليد: «كان المعلم يقول إن الحساب أهم من الشعر».", "يقول", "المعلم"),
    ("قال الشاب وليد جابر: «قال الشرطي إن الطريق مغلق».", "قال", "الشرطي"),
    ("وكتب الطبيب سامي الخالد: «يؤكد المريض أنه بخير، ثم يسقط».", "يؤكد", "المريض"),
    # By what he is called already, or as a body, a speaker may tell of himself.
    ("قالت الوزارة: «تؤكد الوزارة أن العمل مستمر».", "تؤكد", "الوزارة"),
    ("وكتب المدرب سامي الخالد: «كان المدرب يرى أن الهجوم أفضل».", "يرى", "سامي الخالد"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), DESCRIBED)
def test_of_himself_he_says_i(text: str, cue: str, speaker: str) -> None:
    found = [one for one in detect(text) if one.parent is not None and one.cue and one.cue.of(text) == cue]
    assert [one.speaker.name for one in found if one.speaker] == [speaker]


WOMEN = [
    ("النائب ليلى السالم قالت إن القانون ناقص. وأضافت أن الكتلة سترفضه.", "وأضافت", "ليلى السالم"),
    ("المحامي ليلى السالم، عضو اللجنة، أكدت أن الملف فارغ. وأوضحت أنه قديم.", "وأوضحت", "ليلى السالم"),
    ("أما الوزير ليلى السالم فرأت أن الأرقام قديمة. وأشارت إلى أنها تراجعت.", "وأشارت", "ليلى السالم"),
    ("النائب رامي السالم قال إن القانون ناقص. وأضاف أن الكتلة سترفضه.", "وأضاف", "رامي السالم"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), WOMEN)
def test_the_verb_behind_tells_the_woman(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker
