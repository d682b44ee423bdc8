"""What one word may do in a noun phrase, whatever stands around it.

A phrase is followed word by word, and most of what is asked of a word depends on nothing but its
spelling. That is answered here, once for each spelling of a vocabulary, as flags in `Word.noun`;
`source` and `mentions` put them into context.
"""

from __future__ import annotations

from typing import Final

# Those of `WATCHED`.
HANGING: Final = 1 << 0  # a preposition or an adverb
IN_TA: Final = 1 << 1  # سيطرة
LINK: Final = 1 << 2  # may carry a phrase on: في، من
BEHIND_B: Final = 1 << 3  # باريس as well as ببيروت
STOPS: Final = 1 << 4  # carries no phrase on: أن، الذي، أمس
PREDICATE: Final = 1 << 5  # a verb or a participle
MANY: Final = 1 << 6  # السياح, المسؤولين: spoken to behind a name
ACT: Final = 1 << 7  # a verbal noun or another object
HAS_PRONOUN: Final = 1 << 8  # مواطنيها
IN_ACCUSATIVE: Final = 1 << 9  # an adverbial accusative, or an object: تقريراً
WITH_VERB: Final = 1 << 10  # a number, a clitic alone
VERB_IN_Y: Final = 1 << 11  # يوهان, a verb by its shape
OVERSEEN: Final = 1 << 12  # على, behind an overseer
BODY: Final = 1 << 13  # الحكومة، النظام
PLACE: Final = 1 << 14
OWNED_ACT: Final = 1 << 15  # مؤتمرها
IN_PLACE: Final = 1 << 16  # بالرياض
DEMONSTRATIVE: Final = 1 << 17
VERB_IN_T: Final = 1 << 18  # تحتاج
SAYING: Final = 1 << 19  # التأكيد، موضحة
FOR_THING: Final = 1 << 20  # لغارات
WHAT: Final = 1 << 21  # ما
TIME: Final = 1 << 22  # الأسبوع
AND_VERB: Final = 1 << 23  # وبدأ
PEOPLE: Final = 1 << 24  # السكان
LEANS_ON_B: Final = 1 << 25  # بدعم، بأن
FOR_HAMZA: Final = 1 << 26  # لأولى، لإدارة
LISTING: Final = 1 << 27  # كل
LEANS_ON_L: Final = 1 << 28  # لدعم
OWNED: Final = 1 << 29  # مباحثاته
COPULA: Final = 1 << 30
SO_CALLED: Final = 1 << 31
ADDRESSEE: Final = 1 << 32
ANOTHER: Final = 1 << 33  # والمساعد: one more who has a title
AUDIENCE: Final = 1 << 34  # للصحفيين
OCCASION_TOO: Final = 1 << 35  # وخلال
FOR_BODY: Final = 1 << 36  # لهيئة
FOR_PERSON: Final = 1 << 37  # لرئيس، لصديقه
SUFFIXED: Final = 1 << 38  # a noun of saying with its pronoun
FOR_MANY: Final = 1 << 39  # للمواطنين
POSITION: Final = 1 << 40  # لاعب وسط، فريق أول
PUBLISHED: Final = 1 << 41  # what a document is, if behind one: نشر
ADDRESSED: Final = 1 << 42  # للأديب
WITHHOLDING: Final = 1 << 43  # طلب (عدم الكشف …)
WISHING: Final = 1 << 44  # رضي (الله)
OFFERED: Final = 1 << 45  # الشكر: what people offer, which is in no title
ON_BEHALF: Final = 1 << 46

# Those of most words.
SOMEBODY: Final = 1 << 47  # a title
COMPLETE: Final = 1 << 48  # a phrase may end with it
NAMES: Final = 1 << 49  # opens a phrase as a name rather than as a noun that others explain
MAY_BEGIN_NAME: Final = 1 << 50
TAKES_QUOTED: Final = 1 << 51  # صحيفة "…"
ORDINARY: Final = 1 << 52  # a word of the language that is in no name
WITH_ARTICLE: Final = 1 << 53  # definite, whatever stands before the article: والخبير، للانتخابات
MAY_BE_VERB: Final = 1 << 54  # no list knows it as one
ENDS_NAME: Final = 1 << 55
MUTE: Final = 1 << 56  # one that is hardly ever who speaks
SAYS: Final = 1 << 57  # begins speech rather than a name
ASIDE: Final = 1 << 58  # a preposition, an adverb, a day: passed over before a phrase
OPENS_NOTHING: Final = 1 << 59  # no source begins with it
ACTS: Final = 1 << 60  # a verb, as a list or its shape tells
OPEN_ENDED: Final = 1 << 61  # a phrase that it opens may go on with في or من

# The rest: with one of them a word has more bits than machine code counts in a register, which are 62.
PARTICIPLE: Final = 1 << 62  # المدافعة (عن)
ENDS_PLURAL: Final = 1 << 63
COMMON: Final = 1 << 64
ASIDE_ALONE: Final = 1 << 65  # a day, a pronoun, an adverb: an aside of one word
GOVERNS: Final = 1 << 66  # المطلع (على): an adjective that takes a preposition with it
OCCASION: Final = 1 << 67  # تصريحات: who gave it may go on
OBJECT: Final = 1 << 68
TOWN: Final = 1 << 69
RELAYING: Final = 1 << 70  # عن
NUMBER: Final = 1 << 71
ENDS_IN_IN: Final = 1 << 72  # المشجعين
QUALIFIER: Final = 1 << 73
LIKE_VERB: Final = 1 << 74  # يلدز: no list knows it as one
COUNTRY: Final = 1 << 75  # تركيا، موسكو
DOCUMENT: Final = 1 << 76
DAY: Final = 1 << 77  # الماضي، أمس
DISTRICT: Final = 1 << 78  # منطقة, المحافظة
OTHER: Final = 1 << 79  # آخر، أخرى
NAMED_BY_NUMBER: Final = 1 << 80  # قناة، موقع
FIELD: Final = 1 << 81  # صحة, with a town behind it a body
BEARING: Final = 1 << 82  # وسط، شمال
ISSUED: Final = 1 << 83  # صادر (عن)
SAME: Final = 1 << 84  # سماحته، نفسه
ALONE: Final = 1 << 85  # أحدهم
DONE_TO: Final = 1 << 86  # أجراها: a verb that describes what its pronoun means
OBLIQUE: Final = 1 << 87  # موظفي: people in the plural, no subject, whose the next word tells
OVERSEER: Final = 1 << 88
WORK: Final = 1 << 89  # روايته، الرواية: marks hold its title, behind an adjective too
TITLED: Final = 1 << 90  # بفيروس، حفل: marks right behind it hold a name

WATCHED: Final = (
    STOPS | POSITION | LINK | PUBLISHED | WITHHOLDING | IN_ACCUSATIVE | OVERSEEN | HANGING | LISTING
    | TIME | DEMONSTRATIVE
    | PREDICATE | SUFFIXED | COPULA | VERB_IN_T | VERB_IN_Y | WITH_VERB | ON_BEHALF | AUDIENCE | ADDRESSED
    | FOR_MANY | AND_VERB | WHAT | OCCASION_TOO | LEANS_ON_L | LEANS_ON_B | IN_PLACE | BEHIND_B | OWNED
    | BODY | SAYING | ANOTHER | SO_CALLED | PEOPLE | WISHING
    | IN_TA | FOR_BODY | FOR_PERSON | FOR_HAMZA | FOR_THING | HAS_PRONOUN | OWNED_ACT | ADDRESSEE | MANY
    | PLACE | ACT | OFFERED
)  # fmt: skip
"""A word with none of these carries on any phrase that has begun."""

APART: Final = ORDINARY | ACTS | SOMEBODY
"""What ends a phrase of another kind: a word that is in no name, a verb, a title."""
