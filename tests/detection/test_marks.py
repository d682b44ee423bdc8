"""Quotations that lack a mark, stand in one another or hold a word or two."""

import pytest

from quotetrack import detect

SAID = [
    # A straight mark that leans on what follows opens a quotation, closed or not; it ends with its sentence.
    ('وقال سيلفا "لن يكون عطلة، مجرد يوم لنتذكر. والشوارع هادئة.', '"لن يكون عطلة، مجرد يوم لنتذكر'),
    (
        'وقال سامي الخالد "لن يكون عطلة، كان الناس يتذكرون دائما "هدف آخر لنا".',
        '"لن يكون عطلة، كان الناس يتذكرون دائما "هدف آخر لنا"',
    ),
    (
        'وأضاف سامي الخالد "جئنا من حي "النخيل الكبير" إلى هنا ولن نرحل" ثم خرج.',
        '"جئنا من حي "النخيل الكبير" إلى هنا ولن نرحل"',
    ),
    # A word or two behind a name are speech where nothing follows.
    ('وسأله الصحفي عن الأمر، فأجابت ليلى "نعم".', '"نعم"'),
    ('فأجاب الوزير "لا".', '"لا"'),
    # A mark that stands at the verb of saying opens a quotation: its space slipped inside.
    ('وقال" تلقينا الموافقة وتم تحديد الملاعب كلها".', '" تلقينا الموافقة وتم تحديد الملاعب كلها"'),
    ("وأضاف” نعزي أهل الفقيد ونواسيهم في مصابهم”.", "” نعزي أهل الفقيد ونواسيهم في مصابهم”"),
    ('وقالت ليلى بيري "نحن نفوز !". لكن الأمر اختلف.', '"نحن نفوز !"'),
    ('وقال الخالد في مؤتمر صحفي اليوم ردا على سؤال "نعم الجميع بخير." وخرج.', '"نعم الجميع بخير."'),
]
NOT_SAID = [
    'وقالت مؤسسة "الضفاف".',
    'وقال مدير شركة "الضفاف".',
    'وقال المدير في "الضفاف".',
    'كما قال كريم زيدان "أبو فهد".',
    'وأضاف كريم زيدان "المعارض".',
    'وقال الكاتب "سامي الخالد".',
    'يبلغ طول اللوح 5 " وعرضه 3 ".',
    # A mark that leans on a word closes, whatever stands before it.
    'وفاز فيلم "الضفاف" وفيلم "قال" بالجائزة الأولى في المهرجان.',
    'وقرأ رواية "هكذا قال" في يومين.',
    'وبلغ عرض لوح الخشب 5" وطوله 9" كما كان.',
]


@pytest.mark.parametrize(("text", "content"), SAID)
def test_what_marks_hold(text: str, content: str) -> None:
    (found,) = detect(text)
    assert [part.of(text) for part in found.content] == [content]
    assert found.type == "direct"


@pytest.mark.parametrize("text", NOT_SAID)
def test_marks_that_hold_a_name(text: str) -> None:
    assert detect(text) == []
