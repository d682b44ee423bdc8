"""What one word may do in a noun phrase, whatever stands around it.

A phrase is followed word by word, and most of what is asked of a word depends on nothing but its
spelling. That is answered here, once for each spelling of a vocabulary, as flags in `Word.noun`;
`source` and `mentions` put them into context.
"""

from __future__ import annotations

(
    STOPS,  # carries no phrase on: أن، الذي، أمس
    POSITION,  # لاعب وسط، فريق أول
    LINK,  # may carry a phrase on: في، من
    RELAYING,  # عن
    PUBLISHED,  # what a document is, if behind one: نشر
    WITHHOLDING,  # طلب (عدم الكشف …)
    IN_ACCUSATIVE,  # an adverbial accusative, or an object: تقريراً
    OVERSEEN,  # على, behind an overseer
    OVERSEER,
    ASIDE,  # a preposition, an adverb, a day: passed over before a phrase
    ASIDE_ALONE,  # a day, a pronoun, an adverb: an aside of one word
    HANGING,  # a preposition or an adverb
    SOMEBODY,  # a title
    LISTING,  # كل
    OPENS_NOTHING,  # no source begins with it
    SAME,  # سماحته، نفسه
    OTHER,  # آخر، أخرى
    PREDICATE,  # a verb or a participle
    SUFFIXED,  # a noun of saying with its pronoun
    SO_CALLED,
    COPULA,
    VERB_IN_T,  # تحتاج
    VERB_IN_Y,  # يوهان, a verb by its shape
    LIKE_VERB,  # يلدز: no list knows it as one
    WITH_VERB,  # a number, a clitic alone
    ON_BEHALF,
    AUDIENCE,  # للصحفيين
    ADDRESSED,  # للأديب
    FOR_MANY,  # للمواطنين
    AND_VERB,  # وبدأ
    WHAT,  # ما
    OCCASION_TOO,  # وخلال
    LEANS_ON_L,  # لدعم
    LEANS_ON_B,  # بدعم، بأن
    IN_PLACE,  # بالرياض
    BEHIND_B,  # باريس as well as ببيروت
    OWNED,  # مباحثاته
    OWNED_ACT,  # مؤتمرها
    HAS_PRONOUN,  # مواطنيها
    ADDRESSEE,
    MANY,  # السياح, المسؤولين: spoken to behind a name
    ENDS_IN_IN,  # المشجعين
    ENDS_PLURAL,
    IN_TA,  # سيطرة
    PLACE,
    ACT,  # a verbal noun or another object
    OBJECT,
    COMMON,
    COMPLETE,  # a phrase may end with it
    NAMES,  # opens a phrase as a name rather than as a noun that others explain
    OPEN_ENDED,  # a phrase that it opens may go on with في or من
    QUALIFIER,
    NUMBER,
    DOCUMENT,
    TAKES_QUOTED,  # صحيفة "…"
    SAYS,  # begins speech rather than a name
    MAY_BEGIN_NAME,
    ENDS_NAME,
    OCCASION,  # تصريحات: who gave it may go on
    WITH_ARTICLE,  # definite, whatever stands before the article: والخبير، للانتخابات
    BEARING,  # وسط، شمال
    DEMONSTRATIVE,
    TIME,  # الأسبوع
    DAY,  # الماضي، أمس
    ANOTHER,  # والمساعد: one more who has a title
    FOR_BODY,  # لهيئة
    FOR_PERSON,  # لرئيس، لصديقه
    FOR_THING,  # لغارات
    FOR_HAMZA,  # لأولى، لإدارة
    NAMED_BY_NUMBER,  # قناة، موقع
    PEOPLE,  # السكان
    PARTICIPLE,  # المدافعة (عن)
    ISSUED,  # صادر (عن)
    FIELD,  # صحة, with a town behind it a body
    TOWN,
    DISTRICT,  # منطقة, المحافظة
    MAY_BE_VERB,  # no list knows it as one
    ALONE,  # أحدهم
    BODY,  # الحكومة، النظام
    SAYING,  # التأكيد، موضحة
    ACTS,  # a verb, as a list or its shape tells
    ORDINARY,  # a word of the language that is in no name
    MUTE,  # one that is hardly ever who speaks
    COUNTRY,  # تركيا، موسكو
    WISHING,  # رضي (الله)
    OFFERED,  # الشكر: what people offer, which is in no title
    GOVERNS,  # المطلع (على): an adjective that takes a preposition with it
    OBLIQUE,  # موظفي: people in the plural, no subject, whose the next word tells
    DONE_TO,  # أجراها: a verb that describes what its pronoun means
) = (1 << bit for bit in range(89))

WATCHED = (
    STOPS | POSITION | LINK | PUBLISHED | WITHHOLDING | IN_ACCUSATIVE | OVERSEEN | HANGING | LISTING
    | TIME | DEMONSTRATIVE
    | PREDICATE | SUFFIXED | COPULA | VERB_IN_T | VERB_IN_Y | WITH_VERB | ON_BEHALF | AUDIENCE | ADDRESSED
    | FOR_MANY | AND_VERB | WHAT | OCCASION_TOO | LEANS_ON_L | LEANS_ON_B | IN_PLACE | BEHIND_B | OWNED
    | BODY | SAYING | ANOTHER | SO_CALLED | PEOPLE | WISHING
    | IN_TA | FOR_BODY | FOR_PERSON | FOR_HAMZA | FOR_THING | HAS_PRONOUN | OWNED_ACT | ADDRESSEE | MANY
    | PLACE | ACT | OFFERED
)  # fmt: skip
"""A word with none of these carries on any phrase that has begun."""

APART = ORDINARY | ACTS | SOMEBODY
"""What ends a phrase of another kind: a word that is in no name, a verb, a title."""
