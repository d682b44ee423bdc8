"""Whose a name is, who stands behind an office, and what only looks like somebody who speaks."""

import pytest

from tests.detection.found import speaker_at

SPEAKERS = [
    # A name behind kin is the other's, unless a comma or a kunya gives it to them.
    ("أكدت والدة المصارع الهاوي سامي حداد أنها شاهدت الواقعة.", "أكدت", "والدة المصارع الهاوي سامي حداد"),
    ("وقالت زوجة العمدة، سلمى الخياط، إن الأمر بسيط.", "وقالت", "سلمى الخياط"),
    # A foreign first name spelt like a verb.
    ("وقالت وزيرة الداخلية النمساوية يوهانا ميكل إن الاستقرار شرط.", "وقالت", "يوهانا ميكل"),
    ("قال الدكتور نعمة عبد ممثل المنظمة في المدينة إن الدواء متوفر.", "قال", "نعمة عبد"),
    ("وقال الوزير عبد القادر مساهل إن الحدود مؤمنة.", "وقال", "عبد القادر مساهل"),
    # Bodies whose noun is a title too, and whose name holds what may be a first name.
    ("وقالت مؤسسة النقد العربي الضفافي إن الفائدة ثابتة.", "وقالت", "مؤسسة النقد العربي الضفافي"),
    ("وقالت مؤسسة الجمعية سلمى الخياط إن العمل تطوعي.", "وقالت", "سلمى الخياط"),
    ("وقالت مؤسسة «الضفاف» إن العمل تطوعي.", "وقالت", "الضفاف"),
    # A town is one, also where its name is spelt like a word of the language.
    ("وأكد رئيس بلدية الظهران المهندس سامي حداد أن العمل بدأ.", "وأكد", "سامي حداد"),
    ("وقال مدير مستشفى جندوبة سامي حداد إن العمل بدأ.", "وقال", "سامي حداد"),
    ("صحة تبوك أوضحت في بيان لها أن الطوارئ تلقت بلاغا.", "أوضحت", "صحة تبوك"),
    # A lone علي is a name where the text has ى elsewhere.
    ("أوضح المقدم علي بن عمير الشهري أن الفرق وصلت إلى الموقع.", "أوضح", "علي بن عمير الشهري"),
    # Names in brackets for marks.
    ("وحسب ما نقلته وكالة (ض ف ف) فإن العدد كبير.", "وحسب ما نقلته", "ض ف ف"),
    ("من جهتها، كتبت (الضفاف)، أن المنتخب جاهز. وأضافت اليومية أن اللقب قريب.", "وأضافت", "الضفاف"),
    # Media whose names begin alike are two.
    (
        'ذكرت صحيفة "ذي ديلي مايو" أن الفريق باع لاعبه. كما كشفت صحيفة "ذي ديلي ستار" أن اللاعب سافر.',
        "كشفت",
        "ذي ديلي ستار",
    ),
    (
        'قال الدكتور مصطفى عبد الخالق إن المنحة كاملة. وأضاف "عبدالخالق" أن السكن مجاني.',
        "وأضاف",
        "مصطفى عبد الخالق",
    ),
    # «On its part» carries no name on, a preposition ends none.
    ("نادي الضفاف من جانبه قال إن العقد سار.", "قال", "نادي الضفاف"),
    ("وهونت وزارة السياحة من أمر الخلاف. وقالت إن الحديث سابق لأوانه.", "وقالت", "وزارة السياحة"),
    # وإلى is no governor.
    (
        "رفع الأمين سامي حداد التهنئة إلى الحاكم وإلى أعضاء المجلس، مؤكدا أن العمل مستمر.",
        "مؤكدا",
        "سامي حداد",
    ),
    # A stroke between a title and a name, or behind the letter of a title.
    ("أعلن السيد الرئيس/ سامي حداد أن العمل بدأ.", "أعلن", "سامي حداد"),
    ("وقال د/ سامي حداد إن العمل بدأ.", "وقال", "سامي حداد"),
    # A short text without ى tells nothing of علي behind a name.
    ("وقال الأستاذ محمد علي إن العمل بدأ.", "وقال", "محمد علي"),
    # Surnames that are spelt like a town or a plural.
    ("وقال مصطفى بغداد مدير المهرجان إن الدورة نجحت.", "وقال", "مصطفى بغداد"),
    ("قال مدير عام المؤسسة، نزار مهيدات، الثلاثاء: إن الفرق عملت.", "قال", "نزار مهيدات"),
    # Longer than any verb in ي is.
    ("وزعم يوفنتوس أن اللاعب تنازل عن أمواله.", "وزعم", "يوفنتوس"),
    # Good wishes end a name.
    ("قال الشيخ سامي حداد رحمه الله إن العمل عبادة.", "قال", "سامي حداد"),
    ("قال عمر بن الخطاب رضي الله عنه: «عليكم بالصدق فإنه ينجي».", "قال", "عمر بن الخطاب"),
    # What others claim is no part of the name of who disapproves.
    ("استهجن المحافظ مزاعم الخصوم أن الطريق مغلق.", "استهجن", "المحافظ"),
]

OFFICES = [
    # A bare name new to the article behind an office that was quoted.
    (
        "قال رئيس شركة الأفق للمعادن إن المصنع جاهز.\nوقال تابان تشاند في أول مقابلة له إنه سيزور المدينة.",
        "قال",
        "تابان تشاند",
    ),
    # One who is told who he is, is another.
    (
        "قال رئيس شركة الأفق إن المصنع جاهز.\nوقال تابان تشاند، وهو محلل مستقل، إن السعر مرتفع.",
        "قال",
        "رئيس شركة الأفق",
    ),
    # Where somebody is does not tell of what nation he is.
    (
        "قال السفير البابوي في تركيا أنطونيو فرانكي إن الزيارة قريبة.\nوكشف سفير الفاتيكان أن البرنامج قصير.",
        "وكشف",
        "أنطونيو فرانكي",
    ),
    (
        "أوضحت إدارة الحماية المدنية أن الحادث الأول وقع مساء. وأوضح المصدر أن التحقيق بدأ.",
        "وأوضح",
        "إدارة الحماية المدنية",
    ),
    # The sources of before are none of the one who spoke last.
    (
        "قال سامي حداد مدير المتحف إن القبر قديم. وأكدت المصادر أن لجنة شكلت.",
        "وأكدت",
        "المصادر",
    ),
    # A plural of people is one group as a subject and elsewhere.
    (
        "قال المدعون إن الأمر جدي. وأوضح المحامي سامي حداد أن المدعين يعتبرون أن الأمر خطير.",
        "يعتبرون",
        "المدعون",
    ),
    # «His honour» is whoever bears the office, not who speaks of him.
    (
        "اجتمع السيد الرئيس/ سامي حداد مع وزير. وصرح المتحدث عادل منصور بأنه طال. وأضاف سيادته أنه مهم.",
        "وأضاف",
        "سامي حداد",
    ),
    # An office that was quoted, and whose name follows with it.
    (
        "صرح المتحدث باسم الرئاسة بأن الاجتماع بدأ. وأشار السفير سامي حداد المتحدث الرسمي إلى أنه طال.",
        "صرح",
        "سامي حداد",
    ),
    # Whoever is introduced, where nobody has spoken.
    ("زار الدكتور سامي حداد المدرسة صباحا. وأضاف أن التعليم حق.", "وأضاف", "سامي حداد"),
    ("بحث الوفد مع القيادة السياسية الملف النووي الذي قال الوزير سامي حداد إنه خطير.", "قال", "سامي حداد"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), SPEAKERS)
def test_whose_the_name_is(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(("text", "cue", "speaker"), OFFICES)
def test_who_holds_the_office(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


def test_a_headline_calls_by_the_office_whoever_speaks_first() -> None:
    text = "مسؤول كويتي: الأسعار لن ترتفع\nقال وكيل وزارة التجارة خالد الدخنان إن الأسعار مستقرة."
    assert speaker_at(text, ":") == "خالد الدخنان"


def test_a_play_does_not_name_its_writer() -> None:
    text = "كاتب مسرحية «هيا نلعب»: المسرح في المدينة بخير\nقال سامي حداد إن القاعة امتلأت."
    assert speaker_at(text, ":") != "هيا نلعب"
