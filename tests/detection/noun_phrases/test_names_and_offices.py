"""Whose a name is, who stands behind an office, and what only looks like somebody who speaks."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

SPEAKERS = [
    # What was done to him is who he is.
    ("وقال المجني عليه إن اللص هرب.", "وقال", "المجني عليه"),
    ("وأكدت المجني عليها أن اللص هرب.", "وأكدت", "المجني عليها"),
    ("وقال المجني عليه سامي الخالد إن اللص هرب.", "وقال", "سامي الخالد"),
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
    # A verbal noun belongs to the body that it names, kin to whose they are.
    ("أعلن جهاز مكافحة الغش عن حملة جديدة، مشيرا إلى أنها مستمرة.", "مشيرا", "جهاز مكافحة الغش"),
    ("أكدت وحدات حراسة الغابات أن الحريق انتهى.", "أكدت", "وحدات حراسة الغابات"),
    ("وأكد ذوو الغريق أن البحث مستمر.", "وأكد", "ذوو الغريق"),
    # A preposition leans on who speaks.
    ("حيث نُسب لأحمد الكمالي أستاذ الاقتصاد قوله إن المشروع صعب.", "قوله", "أحمد الكمالي"),
    ("ونسبت صحيفة الضفاف للوزير قوله إن السد آمن.", "قوله", "الوزير"),
    ("ونسبت صحيفة «لاغازيتا» إلى سامي حداد قوله إن السد آمن.", "قوله", "سامي حداد"),
    ("وكان نُسب لليلى حداد قولها إن الميناء مفتوح.", "قولها", "ليلى حداد"),
    ("وفقا للطيفة الخالد، فإن الميناء مفتوح.", "وفقا", "لطيفة الخالد"),
    ("وفقا للجنة المالية، فإن الميناء مفتوح.", "وفقا", "اللجنة المالية"),
    ("وفقا للاعب سامي حداد، فإن الميناء مفتوح.", "وفقا", "سامي حداد"),
    ("وفقا للوزير، فإن الميناء مفتوح.", "وفقا", "الوزير"),
    ("وفقا للدكتور سامي حداد، فإن الميناء مفتوح.", "وفقا", "سامي حداد"),
    ("وفقا للسباك سامي حداد، فإن الميناء مفتوح.", "وفقا", "سامي حداد"),
    ("وفقا للمتحدث باسم الميناء سامي حداد، فإن الميناء مفتوح.", "وفقا", "سامي حداد"),
    ("وفقا لمعالي الوزير سامي حداد، فإن الميناء مفتوح.", "وفقا", "سامي حداد"),
    ("وقال الوزير للواء سامي حداد إن الأمر صعب.", "وقال", "الوزير"),
    # A heading, a joined noun, an aside between dashes, an agency's section, a body in marks.
    ("فريمان يعترف بأن الرحلة تأخرت\n\nتأخرت الرحلة أمس ساعتين.", "يعترف", "فريمان"),
    ("والطبيب يقول إن الدواء متوفر.", "يقول", "الطبيب"),
    ("والوزيرة سلمى الخياط أكدت أن العمل مستمر.", "أكدت", "سلمى الخياط"),
    ("الطبيب - وفقه الله - يقول إن الدواء متوفر.", "يقول", "الطبيب"),
    ("وقالت «كتائب الضفة» الفلسطينية، التي تقاتل هناك: العمل مستمر.", "وقالت", "كتائب الضفة"),
    ("عام / مدير مدارس الضفاف: انطلاق الدراسة غدا", ":", "مدير مدارس الضفاف"),
    # A verb with its object is no name, nor does a sentence open like a heading.
    ("دعوه يعترف بأن الرحلة تأخرت\n\nتأخرت الرحلة أمس ساعتين.", "يعترف", None),
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
def test_whose_the_name_is(text: str, cue: str, speaker: str | None) -> None:
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


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        # A last name may be spelt like an office: behind a father's name, with nothing behind it.
        ("وقال المهندس محمد بن عبدالرحمن المخرج إن المدينة جميلة.", "وقال", "محمد بن عبدالرحمن المخرج"),
        ("وقال سامي الخالد المخرج إن المدينة جميلة.", "وقال", "سامي الخالد"),
        ("وقال محمد بن سامي المدير في الشركة إن المدينة جميلة.", "وقال", "محمد بن سامي"),
        ("وقال محمد بن سامي المدير العام إن المدينة جميلة.", "وقال", "محمد بن سامي"),
        # She is not the man whose name ends as hers does.
        ("رحب الرئيس عبد الله يمين بها. وقالت إيفا عبدالله إن الأمر واضح.", "وقالت", "إيفا عبدالله"),
        ("رحب الرئيس سامي الخالد بها. وقال الخالد إن الأمر واضح.", "وقال", "سامي الخالد"),
        # A name may be all in marks.
        (
            'وقال "تجمع أهالي المعتقلين في سجون النخيل" في بيان تلقته الوكالة إن الإضراب مستمر.',
            "وقال",
            "تجمع أهالي المعتقلين في سجون النخيل",
        ),
    ],
)
def test_where_names_are_offices_or_shared(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الإعلامي باسم فؤاد إن الطريق آمن.", "باسم فؤاد"),
        ("قال النائب باسم الخالد، عضو المجلس، إن الطريق آمن.", "باسم الخالد"),
        ("قال المتحدث باسم الوزارة سامي الخالد إن الطريق آمن.", "سامي الخالد"),
        ("قال المرشح باسم الحزب سامي الخالد إن الطريق آمن.", "سامي الخالد"),
    ],
)
def test_a_first_name_that_is_spelt_like_in_the_name_of(text: str, name: str) -> None:
    assert speaker_at(text, "قال") == name


@pytest.mark.parametrize(
    "source",
    [
        "رئيس الحكومة منتهية الولاية سامر الهلالي",
        "مدير الشركة محدودة المسؤولية سامر الهلالي",
    ],
)
def test_an_office_goes_on_behind_what_describes_its_body(source: str) -> None:
    text = f"وقال {source} إن الأسعار ارتفعت."
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source
    assert found.speaker is not None
    assert found.speaker.name == "سامر الهلالي"


def test_what_an_office_describes_is_no_part_of_it() -> None:
    text = "ووصف مدير المدرسة سيطرة الطلاب بأنها كبيرة."
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == "مدير المدرسة"


def test_anger_that_somebody_pours_out_is_no_name() -> None:
    text = "وصب سامر الهلالي جام غضبه على الحكومة، وقال إن القرار خطأ."
    assert speaker_at(text, "وقال") == "سامر الهلالي"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأكدت المختصة في التغذية ليلى حداد أن السكر ضار.", "ليلى حداد"),
        ("وقال المختص بالشأن المالي رامي حداد إن السعر سيرتفع.", "رامي حداد"),
        ("وقالت المتخصصة في علم النفس سارة براون إن القلق ضار.", "سارة براون"),
        ("وقال الصحفي الماروني جيانكارلو ريفا، المختص في الكرة، إن الاتفاق تم.", "جيانكارلو ريفا"),
        ("وقال الفريق المختص إن السعر سيرتفع.", "الفريق المختص"),
    ],
)
def test_a_specialist_has_a_name_behind_what_he_is_in(text: str, speaker: str) -> None:
    found = detect(text)[0].speaker
    assert found is not None
    assert found.name == speaker


@pytest.mark.parametrize("name", ["سامي حداد", "خالد بن علي", "جون ميلر", ""])
@pytest.mark.parametrize(
    "office",
    [
        "القائم بأعمال السفير الأمريكي في بيروت",
        "القائم بأعمال وزير الخارجية",
        "القائم بأعمال رئيس الجامعة",
        "القائم بالأعمال الأمريكي",
        "القائم على المشروع",
    ],
)
def test_who_acts_for_another_is_called_by_that_office(office: str, name: str) -> None:
    source = f"{office} {name}".strip()
    for text in (
        f"وقال {source} إن العمل مستمر.",
        f"وأشاد {source} بالجهود المبذولة.",
        f"ودعا {source} إلى الهدوء.",
        f"وبحسب {source}، فإن العمل مستمر.",
    ):
        (found,) = detect(text)
        assert found.source is not None
        assert found.source.of(text) == source
        assert found.speaker is not None
        assert found.speaker.name == name or not name


def test_what_stands_is_no_office() -> None:
    text = "وقالت الوزارة إن الخلاف القائم بين البلدين انتهى، وأكدت أن الوضع القائم سيتغير."
    assert [a.speaker.name for a in detect(text) if a.speaker] == ["الوزارة", "الوزارة"]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("أمين حسن", "أمين حسن", "person"),
        ("رائد سالم", "رائد سالم", "person"),
        ("أمينة خالد", "أمينة خالد", "person"),
        ("أ.د. سامي حداد", "سامي حداد", "person"),
        ("أ. د. سامي حداد", "سامي حداد", "person"),
        # … but these hold an office.
        ("أمين عام الحزب", "أمين عام الحزب", "anonymous"),
        ("أمير قطر", "أمير قطر", "anonymous"),
        ("أمين عمان يوسف الخياط", "يوسف الخياط", "person"),
    ],
)
def test_first_names_that_are_offices_before_another(source: str, name: str, kind: str) -> None:
    verb = "وقالت" if source == "أمينة خالد" else "وقال"
    speaker = detect(f"{verb} {source} إن العمل مستمر.")[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == (name, kind)


@pytest.mark.parametrize("day", ["اليوم", "أمس", "الاثنين", "اليوم الخميس"])
@pytest.mark.parametrize(
    ("title", "name"), [("الرئيس", "بوتين"), ("الوزير", "سامي حداد"), ("المدير", "خالد بن علي")]
)
def test_a_morning_behind_a_name_is_none(title: str, name: str, day: str) -> None:
    text = f"وقال {title} {name} صباح {day} إن العمل مستمر."
    assert speaker_at(text, "وقال") == name


def test_but_sabah_may_be_one() -> None:
    assert speaker_at("وقال المدرب محمود صباح القرشي إن العمل مستمر.", "وقال") == "محمود صباح القرشي"
