"""Who goes on where a verb, a participle or a pronoun has no subject of its own."""

import pytest

from tests.detection.found import speaker_at

MEDIA = [
    # The medium goes on where whom it passes on does not agree with the verb.
    (
        "ذكرت وكالة الضفاف نقلا عن متحدث باسم البنك أن الأسعار ترتفع. وأضافت أن الطلب زاد.",
        "وأضافت",
        "وكالة الضفاف",
    ),
    (
        "قالت هيئة الموانئ إن السفن وصلت. ونقلت صحيفة الضفاف عن مسؤول قوله إنه مغلق. وأضافت أنه سيفتح.",
        "وأضافت",
        "صحيفة الضفاف",
    ),
    (
        "وبحسب صحيفة الضفاف نقلا عن مصدر بالوزارة، فإن البرنامج جاهز، مضيفة أن القرض وشيك.",
        "مضيفة",
        "صحيفة الضفاف",
    ),
    # Where he does, he goes on.
    ("نقل موقع الضفاف عن مسؤول قوله إن الميناء مغلق. وأضاف أن الإضراب مستمر.", "وأضاف", "مسؤول"),
    ("نقل موقع الضفاف عن مسؤول قوله إن الميناء مغلق، مضيفا أن الإضراب مستمر.", "مضيفا", "مسؤول"),
    ("نقلت صحيفة الضفاف عن مسؤولين قولهم إن الميناء مغلق. وأضافوا أن الإضراب مستمر.", "وأضافوا", "مسؤولين"),
    (
        "نقلت صحيفة الضفاف عن الوزيرة ليلى حداد قولها إن الميناء مغلق. وأضافت أن الإضراب مستمر.",
        "وأضافت",
        "ليلى حداد",
    ),
    (
        "قال الوزير سامي الخالد إن الميناء مغلق. ونقل عنه التلفزيون قوله إن الإضراب مستمر.",
        "قوله",
        "سامي الخالد",
    ),
    (
        "قالت الوزيرة ليلى حداد إن السد آمن. ونقلت عنها صحيفة الضفاف قولها إنه قديم. وأضافت أنه واسع.",
        "وأضافت",
        "ليلى حداد",
    ),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), MEDIA)
def test_a_medium_goes_on_where_its_source_does_not_agree(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


SHARED = [
    # Of two who share a last name the verb tells the man from the woman.
    (
        "قال رامي حداد إنه بخير. وقالت ليلى حداد إن البئر جفت. ونفى حداد ذلك، وتابع: «الماء موجود».",
        "وتابع",
        "رامي حداد",
    ),
    (
        "قالت المعلمة ليلى حداد إن البئر جفت. وقال المزارع رامي حداد إنه راحل. وأضافت حداد أنها باقية.",
        "وأضافت",
        "ليلى حداد",
    ),
    (
        "قال المزارع رامي حداد إن البئر جفت. وقال المعلم سامي حداد إنه راحل. وأضاف حداد أن الماء غار.",
        "وأضاف",
        "سامي حداد",
    ),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), SHARED)
def test_the_verb_tells_who_of_one_last_name_it_is(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


VERBS = [
    # A verb whose root ends in ت is not hers.
    ("زار الوزير رامي حداد السد. وأثبت حداد جدارته أمس، وأكد أن السد آمن.", "وأكد", "رامي حداد"),
    ("قال الوزير سامي الخالد إنه راحل. وأثبت رامي حداد جدارته أمس، وأكد أن السد آمن.", "وأكد", "رامي حداد"),
    # … and the object of a pro-drop verb is no subject.
    ("قال الوزير سامي الخالد إنه راحل. وكرم الوزيرة ليلى حداد أمس، وأكد أن السد آمن.", "وأكد", "سامي الخالد"),
    ("قالت الوزيرة ليلى حداد إنها راحلة. وكرمت سامي الخالد أمس، وأكدت أن السد آمن.", "وأكدت", "ليلى حداد"),
    # What a source phrase holds acts in no clause of its own, and who does after «when» does.
    (
        "ووفقا لما نقلته صحيفة الضفاف عن مصادر رسمية، فإن الاجتماع قريب، مبرزة أن الوفد وصل.",
        "مبرزة",
        "مصادر رسمية",
    ),
    ("ولما وصل رامي حداد إلى السد أمس، قال إن الماء وفير.", "قال", "رامي حداد"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), VERBS)
def test_a_verb_agrees_with_its_subject(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker
