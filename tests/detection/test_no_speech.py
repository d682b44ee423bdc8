"""Words of saying that say nothing where they stand, on sentences of our own, beside those that do."""

import pytest

from quotetrack import detect


def _said(text: str) -> list[tuple[str | None, str | None, str]]:
    """The cue, the source and the content of each attribution."""
    return [
        (
            one.cue.of(text) if one.cue else None,
            one.source.of(text) if one.source else None,
            one.content[0].of(text),
        )
        for one in detect(text)
    ]


NOTHING = [
    # What stands behind a noun of saying is nobody's name.
    "ولم يصدر أي إدانة أو تعليق من الجهات المعنية.",
    "وقوبل العرض بالرفض مما دفع النادي إلى تقديم عرض آخر.",
    "وحرص المدير على توضيح مظاهر الاحتفال بالعيد للنزلاء.",
    "وارتفعت الأسهم مع تحسن توقعات نمو الاقتصاد على المدى البعيد.",
    "ويمكن طلب شاشة حجمها كبير.",
    # A thing has no voice, whatever counts it or points to it.
    "العجز المالي يهدد الوكالة بتعليق خدماتها.",
    "كل المعطيات تؤكد على حدوث تباطؤ في النمو.",
    "وهذه الطريقة تشير إلى تنوع وسائل المهربين.",
    "وأشارت أصابع الاتهام إلى مسؤولية المتمردين.",
    "ويروي الفيلم قصة محقق متقاعد.",
    "وكانت هذه الفترة تعبر عن طلب مؤجل.",
    "وقرأ الناس ما فيها من أفكار تحذر من المجهول.",
    "وقد لفت نظري اهتمام الناس بالحديقة إلى حد بعيد.",
]

SOMETHING = [
    (
        "وصل مارك سلفان إلى المدينة. وجاء ذلك بعد إعلان سلفان تعديل اسم الشركة.",
        ("إعلان", "سلفان", "تعديل اسم الشركة"),
    ),
    ("وجاء ذلك بعد رفض الوزير تعديل القانون.", ("رفض", "الوزير", "تعديل القانون")),
    # A thing that somebody spoke of before is not who speaks.
    ("وأدان الوزير الجريمة وطالب بمعاقبة الفاعلين.", ("وطالب", None, "بمعاقبة الفاعلين")),
    ("واعتذر اللاعبون عن الخسارة وتعهدوا بحسم البطولة.", ("وتعهدوا", None, "بحسم البطولة")),
    ("وجاءت هذه الخطوة بعدما أعلن عن مقتل أربعة جنود.", ("أعلن", None, "مقتل أربعة جنود")),
    ("ضبطت الشرطة قائد مركبة هدد بقتل نفسه.", ("هدد", None, "بقتل نفسه")),
    ("وأشادت الوزيرة بزيارة الوفد التي وصفها بالناجحة.", ("وصفها", None, "بالناجحة")),
    ("القوات الحكومية تهدد المدينة بالقصف.", ("تهدد", "القوات الحكومية", "بالقصف")),
    ("وأعلنت الكلية نتائج القبول.", ("وأعلنت", "الكلية", "نتائج القبول")),
    ("كلية الضفاف تعلن نتائج القبول.", ("تعلن", "كلية الضفاف", "نتائج القبول")),
]


@pytest.mark.parametrize("text", NOTHING)
def test_says_nothing(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(("text", "said"), SOMETHING)
def test_says_something(text: str, said: tuple[str | None, str | None, str]) -> None:
    assert said in _said(text)
