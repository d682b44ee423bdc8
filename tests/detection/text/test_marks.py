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
    ('وأضاف المصدر" إن الطريق مفتوح منذ أمس".', '" إن الطريق مفتوح منذ أمس"'),
    ('قال المدير, سامي الخالد" وصلنا أمس وبدأ العمل".', '" وصلنا أمس وبدأ العمل"'),
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
    'وأعلنت شركة الضفاف" و"النخيل" موعد الاندماج.',
    'وقال الوزير في معرض "الضفاف" وفي كتاب الغد" الكثير.',
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


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ('وأضاف "لن نتراجع عن هذا"، قبل أن يغادر القاعة.', "وأضاف", '"لن نتراجع عن هذا"'),
        ("وقال «هذا أمر مؤسف» رغم أنه لم يحضر الاجتماع.", "وقال", "«هذا أمر مؤسف»"),
        ("وأضافت «ستستخدم في إطار محدد»، بدون أن تذكر التفاصيل.", "وأضافت", "«ستستخدم في إطار محدد»"),
    ],
)
def test_a_conjunction_behind_short_words_in_marks_is_not_the_verbs(
    text: str, cue: str, content: str
) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert (found.cue.of(text), found.content[0].of(text)) == (cue, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال «أطباء بلا حدود» في بيان أمس إن المستشفى أغلق.", "إن المستشفى أغلق"),
        ('وأعلن "اتحاد العمال" قبل أيام أن الإضراب مستمر.', "أن الإضراب مستمر"),
        ('وأعلنت "حركة الضفاف" بعد أن توقف الحوار أن الاتفاق انتهى.', "أن الاتفاق انتهى"),
    ],
)
def test_a_name_in_marks_before_the_verbs_own_clause(text: str, content: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text) == content


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "وذكرت «شركة الوادي الكبير للمقاولات العامة والنقل» أن الأسعار ارتفعت.",
            "«شركة الوادي الكبير للمقاولات العامة والنقل»",
            "أن الأسعار ارتفعت",
        ),
        (
            "وأعلنت «الفرقة الأولى الساحلية»، أمس، عن «إسقاط طائرة استطلاع فوق الجبل».",
            "«الفرقة الأولى الساحلية»",
            "«إسقاط طائرة استطلاع فوق الجبل»",
        ),
        (
            'وأكد "سامي الخالد"، مدير الشركة، "لا داعي لأن نغير أسلوب العمل".',
            '"سامي الخالد"، مدير الشركة',
            '"لا داعي لأن نغير أسلوب العمل"',
        ),
    ],
)
def test_a_name_in_marks_before_what_is_said(text: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert (found.source.of(text), found.content[0].of(text)) == (source, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال الوزير «لن نتراجع أبدا»، مضيفا «سنعمل مع كل الأطراف في المدينة».", "«لن نتراجع أبدا»"),
        ("وقال «لن نتراجع أبدا»، ثم أضاف «سنعمل مع كل الأطراف».", "«لن نتراجع أبدا»"),
    ],
)
def test_two_quotations_of_two_verbs(text: str, content: str) -> None:
    assert content in [one.content[0].of(text) for one in detect(text)]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        # They belong to a verb that says nothing, or are what somebody goes on doing …
        ("وفي تقرير نشرته الصحيفة أمس فإن الهجوم نفذته «مجموعة مسلحة من خارج البلاد» لم تعرف بعد.", []),
        ("وأكد البيان أن الجيش يواصل «عدوانه على القرى، رغم النداءات».", ["وأكد"]),
        ("وتابعت الفرق «جهودها الكبيرة في إطفاء الحريق».", []),
        # … or to the clause of a second verb.
        ("نفى الوزير التقرير الذي نشرته الصحيفة، ووصفه بأنه «غير جدير بالثقة».", ["ووصفه"]),
        # He weeps while he says it, and goes on saying.
        ("وقال الرجل وهو يبكي «لم يبق لنا بيت نعود إليه».", ["وقال"]),
        ("وواصل المتحدث «جهودها كانت كبيرة ونشكرها».", ["وواصل"]),
        ("وتابعت الوزيرة «هدفنا وقف الحرب فورا».", ["وتابعت"]),
    ],
)
def test_whose_words_in_marks_are(text: str, cues: list[str]) -> None:
    assert [one.cue.of(text) for one in detect(text) if one.cue and one.type != "reported"] == cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("وأشارت هيئة تضم المحامين «سامي الخالد – هشام القرشي – ليلى حداد»، إلى أن الجلسة أجلت.", ["وأشارت"]),
        ('وقال المبتعث الأخ "سامي بن محمد الخالد" لـ"منارة": إنه بخير.', ["وقال"]),
        ("وكتب سامي الخالد «هشام بن علي القرشي».", []),
    ],
)
def test_names_in_marks_are_nobodys_words(text: str, cues: list[str]) -> None:
    found = detect(text)
    assert [one.cue.of(text) for one in found if one.cue] == cues
    assert all(one.type == "indirect" for one in found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A name in marks behind a colon is the subject of what is said …
        ('وأضاف سامي الخالد: "حزب الغد" لن يقبل بالتسوية الجديدة.', '"حزب الغد" لن يقبل بالتسوية الجديدة'),
        ("وختم سامي الخالد: «الضفاف» كانت وستبقى للجميع.", "«الضفاف» كانت وستبقى للجميع"),
        # … and an answer is all that is.
        ('وقال سامي الخالد: "نعم" وغادر القاعة.', '"نعم"'),
        ('وقال سامي الخالد: "الحل قريب والطريق مفتوح" لمن يريد.', '"الحل قريب والطريق مفتوح"'),
    ],
)
def test_a_name_in_marks_behind_a_colon(text: str, content: str) -> None:
    (found,) = detect(text)
    assert [part.of(text) for part in found.content] == [content]
    assert found.type == "direct"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "وأدانت «أصدقاء الغابة» في بيان «قطع الأشجار في الشمال».",
            "«أصدقاء الغابة»",
            "«قطع الأشجار في الشمال»",
        ),
        ("وقالت «نجمة البحر» في بيان «انتهى موسم الصيد مبكرا».", "«نجمة البحر»", "«انتهى موسم الصيد مبكرا»"),
        ("وقالت «انتهى موسم الصيد اليوم» في حديث مع «نجمة البحر».", None, "«انتهى موسم الصيد اليوم»"),
    ],
)
def test_the_shorter_marks_hold_who_speaks(text: str, source: str | None, content: str) -> None:
    (found,) = detect(text)
    assert (found.source.of(text) if found.source else None, found.content[0].of(text)) == (source, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "وقال المتحدث باسم وزارة التجارة سامي الخالد للصحفيين في إفادة يومية «نحن نتابع الأسعار».",
            "«نحن نتابع الأسعار»",
        ),
        (
            "وقالت المتحدثة باسم مكتب شؤون الصيد ليلى حداد للصحفيين في إفادة يومية «نحن نتابع الأسعار».",
            "«نحن نتابع الأسعار»",
        ),
        ("وقال سامي الخالد في حديث ليومية «صوت الضفاف» إن الأسعار ثابتة.", "إن الأسعار ثابتة"),
    ],
)
def test_a_daily_briefing_is_no_newspaper(text: str, content: str) -> None:
    assert [one.content[0].of(text) for one in detect(text)] == [content]


@pytest.mark.parametrize("text", ["وأضاف «».", "قال « ».", 'وقال "" للحضور.'])
def test_marks_that_hold_nothing(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # One pair of marks over two paragraphs.
        (
            "وقال المدير في هذا الصدد “نحن سعداء بالعودة.\nكان الموسم طويلا علينا”.",
            "“نحن سعداء بالعودة.\nكان الموسم طويلا علينا”",
        ),
        (
            'وأوضحت ليلى حداد: "بدأ العمل قبل عام.\n\nولم يكن معنا سوى خمسة مهندسين".\n\nوالقرية بعيدة.',
            '"بدأ العمل قبل عام.\n\nولم يكن معنا سوى خمسة مهندسين"',
        ),
        # The mark is set anew at each paragraph, as old-style papers do.
        (
            "وقال سامي الخالد: «بدأنا من الصفر.\n«ثم كبرت الفرقة.\n«واليوم نغني في ثلاث مدن». ثم خرج.",
            "«بدأنا من الصفر.\n«ثم كبرت الفرقة.\n«واليوم نغني في ثلاث مدن»",
        ),
    ],
)
def test_a_quotation_goes_on_over_paragraphs(text: str, content: str) -> None:
    (found,) = detect(text)
    assert [part.of(text) for part in found.content] == [content]


@pytest.mark.parametrize(
    "text",
    [
        # The next paragraph is the paper's own.
        'وقال المدير "بدأ العمل أمس.\nوأضافت ليلى حداد أن الأسعار ثابتة "منذ عام".',
        'وقال المدير "بدأ العمل أمس.\nوبحسب ليلى حداد فإن الأسعار ثابتة".',
        # Its mark closes nothing that ends a paragraph, or is of another shape.
        'وقال المدير "بدأ العمل أمس.\nفي شركة الضفاف" والنخيل للصيد في البحر.',
        "وقال المدير «بدأ العمل أمس.\n“هذا بيتنا” تقول ليلى حداد.",
        # Nobody announced it.
        'وفازت شركة "الضفاف للصيد بالجائزة الأولى.\nفي المساء عاد الجميع إلى بيوتهم".',
    ],
)
def test_a_mark_that_lacks_its_partner_leaves_the_next_paragraph_alone(text: str) -> None:
    paragraph = text.index("\n")
    assert all(
        part.end <= paragraph or part.start > paragraph for one in detect(text) for part in one.content
    )


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("وقال سامي الخالد 'لن نغادر القرية'.", ["'لن نغادر القرية'"]),
        ("وقال سامي الخالد ‘لن نغادر القرية’.", ["‘لن نغادر القرية’"]),
        ("وقال سامي الخالد: ''لن نغادر القرية''.", ["''لن نغادر القرية''"]),
        (
            "وقالت ليلى: \"قال لي الطبيب: 'لا تقلقي'، ثم مضى\".",
            ["\"قال لي الطبيب: 'لا تقلقي'، ثم مضى\"", "'لا تقلقي'"],
        ),
        # A single mark does not close a double one, nor the other way round.
        ('وقال سامي الخالد "وصل طاقم \'النورس إلى هنا".', ['"وصل طاقم \'النورس إلى هنا"']),
        ("وأكد سامي الخالد أن شركة 'النورس' باقية.", ["أن شركة 'النورس' باقية"]),
    ],
)
def test_single_marks_quote_and_stand_within_others(text: str, contents: list[str]) -> None:
    assert [part.of(text) for one in detect(text) for part in one.content] == contents


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        # Marks whose & got lost are marks …
        (
            "وقالت صحيفة quot;الضفافquot; القريبة من الحزب ان الجسر انهار.",
            "indirect",
            "ان الجسر انهار",
            "الضفاف",
        ),
        (
            "وقال مدير شركة quot;النخيلquot; سامي الخالد: quot;لن نترك العمال وحدهم أبداquot;.",
            "direct",
            "quot;لن نترك العمال وحدهم أبداquot;",
            "سامي الخالد",
        ),
        (
            "وذكر سامي الخالد أن الطريق quot;ما زال مغلقا منذ أسبوعquot; quot;كلهquot;.",
            "mixed",
            "أن الطريق quot;ما زال مغلقا منذ أسبوعquot; quot;كلهquot;",
            "سامي الخالد",
        ),
        # … as those that are spelt in full.
        (
            "وقال سامي الخالد &quot;لن نترك العمال وحدهم أبدا&quot;.",
            "direct",
            "&quot;لن نترك العمال وحدهم أبدا&quot;",
            "سامي الخالد",
        ),
    ],
)
def test_marks_that_are_spelt_out(text: str, kind: str, content: str, speaker: str) -> None:
    (found,) = detect(text)
    assert (found.type, found.content[0].of(text)) == (kind, content)
    assert found.speaker is not None
    assert found.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # An empty line may stand behind the colon, and between the paragraphs of a quotation, …
        (
            "وأردف البلاغ:\n\n“إن الحق واضح.\n\nكما أنه ثابت.\n\nولن نتنازل عنه”.\n\nوختم.",
            "“إن الحق واضح.\n\nكما أنه ثابت.\n\nولن نتنازل عنه”",
        ),
        (
            "وأضافت الجمعية:\n\n«نطالب بالتحقيق.\n\nونرفض الصمت».\n\nوختمت.",
            "«نطالب بالتحقيق.\n\nونرفض الصمت»",
        ),
        ("وقال الوزير:\n\n«سنبني السد هذا العام». ثم غادر.", "«سنبني السد هذا العام»"),
    ],
)
def test_empty_lines_around_and_in_quotations(text: str, content: str) -> None:
    (found,) = [one for one in detect(text) if one.type == "direct"]
    assert found.content[0].of(text) == content


def test_a_paragraph_of_the_papers_own_ends_an_open_quotation() -> None:
    text = "وقال الوزير:\n\n«سنبني السد هذا العام.\n\nوغادر القاعة بعد أن ألقى «خطابا قصيرا»."
    assert all("وغادر" not in part.of(text) for one in detect(text) for part in one.content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # The paper goes on to report behind the closing mark …
        (
            "قال سامي الخالد: «الوقت صعب علينا.\n\nوالناس متعبون». وأضاف الخالد: «سنبقى هنا».",
            "«الوقت صعب علينا.\n\nوالناس متعبون»",
        ),
        (
            "قال سامي الخالد: «الوقت صعب علينا.\n\nوالناس متعبون»، مضيفا أن القرية باقية.",
            "«الوقت صعب علينا.\n\nوالناس متعبون»",
        ),
        # … and a verb in the first person is none of the paper's.
        (
            "قال سامي الخالد: «الوقت صعب علينا.\n\nنؤمن بأن الغد أفضل».",
            "«الوقت صعب علينا.\n\nنؤمن بأن الغد أفضل»",
        ),
    ],
)
def test_a_quotation_over_paragraphs_may_end_before_another_report(text: str, said: str) -> None:
    assert detect(text)[0].content[0].of(text) == said
