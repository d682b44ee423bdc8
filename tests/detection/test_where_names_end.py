"""Where a name or a source ends, and what behind it is somebody's object, office or surname."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

NAMES = [
    # Behind «بن» a name follows, whatever title it is spelt like.
    ("قال الأمين العام للهيئة إياد بن أمين مدني إن القمة قريبة.", "قال", "إياد بن أمين مدني"),
    ("وأوضح المدير التنفيذي مساعد العتيبي أن القبول مفتوح.", "وأوضح", "مساعد العتيبي"),
    ("وأوضح المدير العام مساعد الوزير أن القبول مفتوح.", "وأوضح", "المدير العام مساعد الوزير"),
    # Surnames that are shaped like participles or like nouns in ة.
    ("وقال المذيع والكاتب سامي المديفر في تغريدته إن الوطن بخير.", "وقال", "سامي المديفر"),
    ("وقال غسان دغلس المسؤول في السلطة إن الطريق مغلق.", "وقال", "غسان دغلس"),
    ("وقال رئيس الحكومة عبد الحميد الدبيبة إن المصرف توحد.", "وقال", "عبد الحميد الدبيبة"),
    # An office behind a name that no list knows, and an adjective of the body before one.
    ("ويؤكد مارتين جورجييف المختص النفطي البلغاري، أن الطلب زاد.", "ويؤكد", "مارتين جورجييف"),
    ("وقال نائب رئيس المفوضية جيركو كتان المكلف بملف النمو إن البنوك مهمة.", "وقال", "جيركو كتان"),
    ("وقال عضو الاتحاد العربي فايز الأحمدي إن الدورة ناجحة.", "وقال", "فايز الأحمدي"),
    ("وقال رئيس القسم في مؤسسة أفق زون حسين الخالد إن الفعالية ناجحة.", "وقال", "حسين الخالد"),
    ("وقالت مزنة الخالدي المدربة المتطوعة إن الورشة مهمة.", "وقالت", "مزنة الخالدي"),
    ("وقالت سعاد الخياط، قائدة فريق (الضفاف) التطوعي، إن العمل جميل.", "وقالت", "سعاد الخياط"),
    ("وقالت المحامية بيان الخالد إن القضية كبيرة.", "وقالت", "بيان الخالد"),
    # Foreign names whose first or last part is spelt like a particle or begins with ب.
    ("وقال مدرب يونايتد الهولندي لويس فان غال إن الفريق جاهز.", "وقال", "لويس فان غال"),
    ("اعتبر الألماني توماس باخ رئيس اللجنة أن المدينة جاهزة.", "اعتبر", "توماس باخ"),
    (
        "شكر العمدة لورانس ويلكرسون، مدير المكتب السابق. وقال ويلكرسون «إنها أجمل مما ظننت».",
        "وقال",
        "لورانس ويلكرسون",
    ),
    # Kin with a pronoun bears the name behind it; the name behind a mere noun of kin is the other's.
    ("أصيب متعب الخالد. وأوضح والده سعود الخالد أن الحال صعبة.", "وأوضح", "سعود الخالد"),
    # A name ends before an object, a pronoun or a first name that cannot be its own.
    (
        "قلد الأمير سليمان بن خالد السحيباني رتبته. وأكد السحيباني أن الواجب كبير.",
        "وأكد",
        "سليمان بن خالد السحيباني",
    ),
    ("هنأ الأمير فيصل بن بندر الجميع. وقال الأمير فيصل إن العيد فرح.", "وقال", "فيصل بن بندر"),
    ("أعلن سامي الخالد أسماء الفائزين. وقال سامي الخالد إن اللجنة نزيهة.", "وقال", "سامي الخالد"),
    ("وقال الناطق ذبيح الله مجاهد إن الطريق آمن.", "وقال", "ذبيح الله مجاهد"),
    # God is nobody else, whoever is called after Him.
    ("قال رسول الله: «الدين يسر». وقال الله تعالى: «لا إكراه في الدين».", "وقال", "الله"),
    # Of two of one house the one who has spoken goes on.
    (
        "تعرض متعب سعود آل زايد لحادث. وأوضح سعود علي آل زايد أن العلاج مكلف. وأضاف آل زايد أن الحال صعبة.",
        "وأضاف",
        "سعود علي آل زايد",
    ),
]
SOURCES = [
    # What was told something is no part of who told it.
    ("وأبلغ مسؤول حكومي كبير رويترز أن العدد كبير.", "مسؤول حكومي كبير"),
    ("وأبلغ سامي الخالد المتحدث باسم الوزارة رويترز أن العدد كبير.", "سامي الخالد المتحدث باسم الوزارة"),
    ("وأبلغ مراسل رويترز القناة أن العدد كبير.", "مراسل رويترز"),
    # A body ends before what it does, before a title that has a name, before a verb.
    ("وبحسب البيان ستتوقف الأعمال العسكرية خلال الهدنة.", "البيان"),
    ("وقالت المنظمة العربية الدكتور سامي الخالد رئيسها إن المؤتمر قريب.", "المنظمة العربية"),
    ("وأكد المركز الإعلامي لوزارة الصناعة أن الإنتاج زاد.", "المركز الإعلامي لوزارة الصناعة"),
    ("وقالت المنظمة غير الحكومية إن القرية نظيفة.", "المنظمة غير الحكومية"),
    (
        "وقالت شركة الضفاف المالية، المستشار المالي ومتعهد التغطية، إن الاكتتاب متاح.",
        "شركة الضفاف المالية، المستشار المالي ومتعهد التغطية",
    ),
    # Nothing that begins with ف stands in apposition.
    ("الأمر صعب كما يرى آخرون، فالنتيجة واحدة في كل حال.", "آخرون"),
    # «Who» of nobody in particular.
    ("وهناك من يقول إن الطريق طويل.", "من"),
]
UNOWNED = [
    "وقال عبارته الشهيرة: رعي الجمال خير من رعي الخنازير.",
    "وتضيف لذلك أن الطريق طويل.",
    "ونقل عنه قوله «لا أعتقد أن الأمر صعب على الجميع».",
    "كتبها في 15 نوفمبر (تشرين الثاني) 1854، تلك الرسالة التي أرسلها: «قلبي معكم دائما».",
]
SILENT = [
    "السؤال الأهم أين ذهب سامي الخالد؟",
    "سؤال أخير، إذا أذنتم لي، هل يعتبر الصمت حلا؟",
    "أخي المواطن: حافظ على نظافة مدينتك وشارعك وحيك كل يوم.",
    "box_vote body: hidden; padding: 0; width: 260px; height: 200px; float: left;",
]


@pytest.mark.parametrize(("text", "cue", "speaker"), NAMES)
def test_where_a_name_ends(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_where_a_source_ends(text: str, source: str) -> None:
    (found,) = [one for one in detect(text) if one.type != "reported"]
    assert found.source
    assert found.source.of(text) == source


@pytest.mark.parametrize("text", UNOWNED)
def test_what_hangs_on_the_verb_is_nobody(text: str) -> None:
    found = [one for one in detect(text) if one.type != "reported"]
    assert found
    assert all(one.source is None for one in found)


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said(text: str) -> None:
    assert detect(text) == []
