"""Constructions times sources: a rule that one sentence shows may fail with another kind of source in it.

Each test puts many sources into one construction and names all that it does not find.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from quotetrack import Attribution, AttributionType, detect

THAT = "العمل مستمر في الموقع"
BY_M_AND_F = {
    "قال": "قالت",
    "وقال": "وقالت",
    "أكد": "أكدت",
    "وأكد": "وأكدت",
    "أوضح": "أوضحت",
    "وأوضح": "وأوضحت",
    "أضاف": "أضافت",
    "وأضاف": "وأضافت",
    "يقول": "تقول",
    "يرى": "ترى",
    "كتب": "كتبت",
    "رد": "ردت",
    "لفت": "لفتت",
    "شدد": "شددت",
    "علق": "علقت",
    "زار": "زارت",
    "نفى": "نفت",
    "انتقد": "انتقدت",
    "قائلا": "قائلة",
    "مضيفا": "مضيفة",
    "مشيرا": "مشيرة",
    "جانبه": "جانبها",
    "جهته": "جهتها",
    "بدوره": "بدورها",
    "كان": "كانت",
    "وكان": "وكانت",
    "له": "لها",
    "لقائه": "لقائها",
}
MEN = (
    "سامي حداد",
    "الوزير سامي حداد",
    "مدير الميناء كريم القرشي",
    "جون ميلر",
    "الرئيس الفرنسي إيمانويل كونزمان",
    "المتحدث باسم الجيش",
    "المتحدث باسم الوزارة العقيد سامي حداد",
    "رئيس اللجنة المالية في البرلمان",
    "مصدر أمني",
    "أحد السكان",
    "البنك الدولي",
    "الاتحاد الأوروبي",
)
WOMEN_AND_BODIES = (
    "سلمى الخياط",
    "النائبة سلمى الخياط",
    "كاثلين ميلر",
    "مديرة المركز هدى الصباغ",
    "وزارة الري",
    "الأمم المتحدة",
    "حركة النور",
    "منظمة العفو الدولية",
    "مصادر مطلعة",
    "طهران",
)
MANY = ("شهود عيان", "خبراء", "مسؤولون كبار")


def agreeing(text: str, source: str) -> str:
    """The text with its masculine words in the form that agrees with the source."""
    if source not in WOMEN_AND_BODIES:
        return text
    return " ".join(BY_M_AND_F.get(word, word) for word in text.split(" "))


def on(source: str, letter: str) -> str:
    """The source with a preposition of one letter on it (للوزير)."""
    joined = {"ل": "ل" + source[1:] if source.startswith("ال") else "ل" + source}
    return joined.get(letter, letter + source)


def reports(text: str) -> list[Attribution]:
    return [a for a in detect(text) if a.type is not AttributionType.REPORTED]


def said_by(attribution: Attribution, source: str) -> bool:
    """Whether the speaker is called by words of the source, or it by his."""
    name = attribution.speaker.name if attribution.speaker is not None else ""
    return bool(name) and (name in source or source in name)


def one_report(sentence: str, sources: Iterable[str]) -> list[str]:
    """The sentences with a source put in that do not give its one report; {} is where it stands."""
    missed = []
    for source in sources:
        text = agreeing(sentence, source).replace("{ل}", on(source, "ل")).replace("{}", source)
        found = reports(text)
        if len(found) != 1 or not said_by(found[0], source):
            missed.append(f"{text} => {[a.speaker and a.speaker.name for a in found]}")
    return missed


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال {} إن " + THAT + ".",
        "وأكد {} ، في تصريح صحفي، أن " + THAT + ".",
        "لكن {} يقول إن " + THAT + ".",
        "وكان {} قال أمس إن " + THAT + ".",
        "ومن جهته ، لفت {} إلى أن " + THAT + ".",
        "بدوره شدد {} على أن " + THAT + ".",
        "وعن الأزمة قال {} إن " + THAT + ".",
        "وفي تصريح لصحيفة محلية، قال {} إن " + THAT + ".",
        "وفي بيان له ، قال {} إن " + THAT + ".",
        "ثم علق {} بالقول إن " + THAT + ".",
        "ثم رد {} على الانتقادات قائلا إن " + THAT + ".",
        "ونقل عن {} أن " + THAT + ".",
        "وجاء على لسان {} أن " + THAT + ".",
        "ونقلت الوكالة عن {} قوله إن " + THAT + ".",
        "ونسبت الصحيفة إلى {} قوله إن " + THAT + ".",
        "وذكرت الوكالة نقلا عن {} أن " + THAT + ".",
        "ووفقا {ل} فإن " + THAT + ".",
        "وبحسب {} ، فإن " + THAT + ".",
        THAT + ", بحسب {} .",
        THAT + "، على حد قول {} .",
        THAT + "، حسبما ذكر {} .",
        "«" + THAT + " منذ أمس»، يقول {} .",
        "وأوضح {} : «" + THAT + " منذ أمس».",
        "ثم كتب {} على تويتر: «" + THAT + " منذ أمس».",
        "«الوضع صعب جدا»، قال {} ، «ولا بد من حل سريع».",
    ],
)
def test_every_source_in_every_construction(sentence: str) -> None:
    sources = MEN + WOMEN_AND_BODIES
    assert one_report(sentence, sources + MANY if "قال {}" in sentence else sources) == []


@pytest.mark.parametrize(
    "source",
    [
        "{} ، وهو طبيب في المستشفى،",
        "{} (45 عاما)",
        "{} ، الذي يعمل مديرا للشركة،",
        "{} - 45 عاما -",
        "{} البالغ من العمر 45 عاما",
        "{} من سكان الحي",
        "{} ، وزير الري السابق،",
        "{} ، أحد سكان الحي،",
        "أحد السكان هو {}",
        "شاهد عيان يدعى {}",
        "متحدث آخر باسم الجيش هو الرائد {}",
        "أستاذ الاقتصاد بجامعة الضفاف الدكتور {}",
        "{} ، أستاذ الاقتصاد في جامعة الضفاف،",
        "الباحث بمركز الضفاف للدراسات {}",
        "عضو لجنة المياه في البرلمان النائب {}",
        "نائب رئيس الوزراء وزير المالية {}",
        "الناطق الرسمي باسم الحكومة وزير الإعلام {}",
        "مبعوث الأمم المتحدة إلى اليمن {}",
        "السفير الفرنسي في بيروت {}",
        "وكيل الوزارة المساعد لشؤون المياه {}",
        "مدرب المنتخب الوطني لكرة القدم {}",
        "أمين القسم المخصص لآثار البلاد في المتحف البريطاني {}",
        "كبير الاقتصاديين في البنك الدولي {}",
        "الكاتب والمحلل السياسي {}",
        "الشاب {} (23 سنة)",
    ],
)
def test_whatever_is_told_of_a_man_his_name_is_found(source: str) -> None:
    missed = []
    for name in ("سامي حداد", "كريم القرشي", "جون ميلر", "هشام بن علي"):
        for verb, that in (("وقال", "إن"), ("وأكد", "أن"), ("يقول", "إن")):
            text = f"{verb} {source.replace('{}', name)} {that} {THAT}."
            found = reports(text)
            if len(found) != 1 or found[0].speaker is None or found[0].speaker.name != name:
                missed.append(text)
    assert missed == []


ADDRESSED = (
    "الحكومة",
    "النظام السوري",
    "إيران",
    "المواطنين",
    "الدول العربية",
    "المعارضة",
    "السكان",
    "المجتمع الدولي",
    "حزب النور",
    "مجلس الأمن",
)
ADDRESSING = (
    "سامي حداد",
    "الوزير سامي حداد",
    "النائبة سلمى الخياط",
    "سلمى الخياط",
    "وزارة الري",
    "الأمم المتحدة",
    "المتحدث باسم الجيش",
    "الرئيس الأمريكي باراك كونزمان",
    "رئيس اللجنة المالية",
    "المدرب خوسيه لوبيز",
    "القرشي",
)


@pytest.mark.parametrize(
    ("his", "hers", "rest"),
    [
        ("وأبلغ", "وأبلغت", f"أن {THAT}"),
        ("وأخبر", "وأخبرت", f"بأن {THAT}"),
        ("وطمأن", "وطمأنت", f"بأن {THAT}"),
        ("وطالب", "وطالبت", "بدعم المشروع"),
        ("ودعا", "ودعت", "إلى دعم المشروع"),
        ("وحث", "وحثت", "على دعم المشروع"),
        ("وناشد", "وناشدت", "دعم المشروع"),
        ("وحذر", "وحذرت", "من عرقلة المشروع"),
        ("وهدد", "وهددت", "بوقف المشروع"),
        ("واتهم", "واتهمت", "بعرقلة المشروع"),
    ],
)
def test_those_spoken_to_are_no_part_of_the_source(his: str, hers: str, rest: str) -> None:
    missed = []
    for source in ADDRESSING:
        for told in ADDRESSED:
            text = f"{hers if source in WOMEN_AND_BODIES else his} {source} {told} {rest}."
            found = [a.source.of(text) for a in detect(text) if a.source is not None]
            if found != [source]:
                missed.append(f"{text} => {found}")
    assert missed == []


SPEECH_ACTS = (
    ("رفض", "رفضت", ""),
    ("انتقد", "انتقدت", ""),
    ("أدان", "أدانت", ""),
    ("ثمن", "ثمنت", ""),
    ("ندد", "نددت", "ب"),
    ("رحب", "رحبت", "ب"),
    ("تعهد", "تعهدت", "ب"),
    ("أعرب", "أعربت", "عن"),
    ("دعا", "دعت", "إلى"),
    ("لفت", "لفتت", "إلى"),
    ("شدد", "شددت", "على"),
    ("شكك", "شككت", "في"),
)
THINGS = (
    "القرار الجديد للحكومة",
    "زيادة الأسعار في الأسواق المحلية",
    "الهجوم الذي استهدف المدينة",
    "ضرورة دعم القطاع الزراعي",
    "وقف إطلاق النار فورا",
)
ACTING = (
    "الوزير سامي حداد",
    "الرئيس بوتين",
    "المدرب خوسيه لوبيز",
    "وزارة الري",
    "النائبة سلمى الخياط",
    "المتحدث باسم الجيش العقيد سامي حداد",
    "الاتحاد الأوروبي",
    "رئيس اللجنة المالية في البرلمان",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "و{verb} {source} {said}.",
        "و{verb} {source}، في تصريح صحفي، {said}.",
        "و{verb} {source} أمس الأحد {said}.",
        "كما {verb} {source} {said}.",
        "لكن {source} {verb} {said}.",
        "و{verb} {source} {said}، مؤكدا أن الوضع سيتحسن.",
        "و{verb} {source} {said}، وقال إن الوضع سيتحسن.",
    ],
)
def test_every_speech_act_of_everybody(sentence: str) -> None:
    missed = []
    for his, hers, link in SPEECH_ACTS:
        for source in ACTING:
            for thing in THINGS:
                verb = hers if source in WOMEN_AND_BODIES else his
                said = link + thing if link == "ب" else f"{link} {thing}".strip()
                text = sentence.format(verb=verb, source=source, said=said)
                acts = [a for a in detect(text) if a.type is AttributionType.REPORTED]
                found = [(a.content[0].of(text), a.source and a.source.of(text)) for a in acts]
                if (said if link == "ب" else thing, source) not in found:
                    missed.append(f"{text} => {found}")
    assert missed == []


MEDIA = (
    ("وكالة رويترز", "نقلت"),
    ("صحيفة «الضفاف»", "نقلت"),
    ("قناة الضفاف", "نقلت"),
    ("موقع الضفاف", "نقل"),
    ("رويترز", "نقلت"),
    ("التلفزيون الحكومي", "نقل"),
    ("هيئة الإذاعة البريطانية", "نقلت"),
)


@pytest.mark.parametrize(
    "sentence",
    [
        "و{verb} {medium} عن {source} قوله إن " + THAT + ".",
        "و{verb} {medium} عن {source} أن " + THAT + ".",
        THAT + "، بحسب ما {verb} {medium} عن {source}.",
        "ووفق ما {verb} {medium} عن {source}، فإن " + THAT + ".",
    ],
)
def test_a_medium_and_whom_it_passes_on_are_two(sentence: str) -> None:
    missed = []
    for medium, verb in MEDIA:
        for source in ("سامي حداد", "الوزير سامي حداد", "مصدر أمني", "شهود عيان", "وزارة الري", "جون ميلر"):
            text = sentence.format(verb=verb, medium=medium, source=source)
            spoken, passed = reports(text), [a for a in detect(text) if a.type is AttributionType.REPORTED]
            name = medium.split()[-1].strip("«»")
            told = [a.speaker.name for a in passed if a.speaker is not None]
            if len(spoken) != 1 or not said_by(spoken[0], source) or not any(name in t for t in told):
                missed.append(text)
    assert missed == []


@pytest.mark.parametrize(
    "texts",
    [
        "وقال {a} إن الوضع سيتحسن. من جانبه / ، أكد {b} أن العمل مستمر. / وأضاف أن الأسعار ستنخفض. > b",
        "وقال {a} إن الوضع سيتحسن. / وكان {b} قال أمس إن العمل مستمر. وأضاف أن الأسعار ستنخفض. > b",
        "وقال {a} إن / {b} زار المدينة. / وأضاف أن الأسعار ستنخفض. > a",
        "وقال {a} بعد لقائه {b} إن الوضع سيتحسن. وأضاف أن الأسعار ستنخفض. > a",
        "وقال {a} إن / {b} أكد أن العمل مستمر. / وأضاف أن الأسعار ستنخفض. > a",
        "ثم نفى {a} اتهامات {b}. وأضاف أن الأسعار ستنخفض. > a",
        "ثم انتقد {a} تصريحات {b}. وقال إن الأسعار ستنخفض. > a",
    ],
)
def test_of_two_who_speak_the_right_one_goes_on(texts: str) -> None:
    pattern, meant = texts.split(" > ")
    men = (*MEN[1:4], "مصدر أمني", "البنك الدولي")
    women = ("النائبة سلمى الخياط", "وزارة الري", "كاثلين ميلر", "مصادر مطلعة")
    missed = []
    for a in men + women:
        for b in men + women:
            if a == b:
                continue
            text = ""
            for part in pattern.split(" / "):
                who = b if "{a}" not in part and ("{b}" in part or meant == "b") else a
                text += agreeing(part.format(a=a, b=b), who) + " "
            text = text.replace(" ،", "،")
            found = reports(text)
            if not found or not said_by(found[-1], b if meant == "b" else a):
                missed.append(f"{text} => {[f.speaker and f.speaker.name for f in found]}")
    assert missed == []


@pytest.mark.parametrize(
    ("introduced", "taken_up"),
    [
        (
            "وزير الري سامي حداد",
            "حداد|الوزير|وزير الري|الوزير حداد|المسؤول الحكومي|الوزير نفسه|معاليه|السيد حداد",
        ),
        ("وزيرة البيئة سلمى الخياط", "الخياط|الوزيرة|وزيرة البيئة|الوزيرة الخياط|معاليها|المسؤولة الحكومية"),
        ("المتحدث باسم وزارة الري العقيد سامي حداد", "حداد|المتحدث|العقيد حداد|المتحدث باسم الوزارة|العقيد"),
        ("رئيس الوزراء الماليزي مهاتير محمد", "مهاتير|رئيس الوزراء|رئيس الوزراء الماليزي|الزعيم الماليزي"),
        ("المدرب الإسباني خوسيه لوبيز", "لوبيز|المدرب|المدرب الإسباني|خوسيه|المدير الفني"),
        ("مدير مستشفى الضفاف الدكتور سامي حداد", "حداد|د. حداد|الدكتور|مدير المستشفى|المدير|الطبيب"),
        ("منظمة العفو الدولية", "المنظمة|العفو الدولية|المنظمة الدولية|المنظمة الحقوقية"),
        ("صحيفة الضفاف", "الصحيفة|الضفاف|الجريدة|ذات الصحيفة|الصحيفة نفسها|اليومية"),
        ("وزارة الخارجية الفرنسية", "الوزارة|الخارجية الفرنسية|الخارجية"),
        ("مصدر أمني رفيع", "المصدر|المصدر نفسه|المصدر الأمني|ذات المصدر|نفس المصدر|المسؤول الأمني"),
        ("مصادر مطلعة في الوزارة", "المصادر|المصادر نفسها|ذات المصادر|نفس المصادر"),
        ("شركة أبل", "الشركة|أبل|الشركة الأمريكية"),
        ("حركة النور", "الحركة|النور"),
        ("الأمير خالد بن فيصل", "الأمير|سموه|الأمير خالد|سمو الأمير"),
        ("السفير الأمريكي في تونس جون ميلر", "ميلر|السفير|السفير الأمريكي|الدبلوماسي الأمريكي"),
    ],
)
def test_whoever_was_introduced_is_taken_up(introduced: str, taken_up: str) -> None:
    hers = introduced.split(maxsplit=1)[0].endswith("ة") or introduced.startswith("مصادر")
    missed = []
    for again in taken_up.split("|"):
        for between in (" ", " وكانت الأسعار قد ارتفعت أمس بعد موجة الحر.\n\nوتشهد المدينة حركة نشطة.\n\n"):
            first, then = ("قالت", "وأوضحت") if hers else ("قال", "وأوضح")
            text = f"{first} {introduced} إن الوضع سيتحسن قريبا.{between}{then} {again} أن {THAT}."
            names = [a.speaker.name for a in reports(text) if a.speaker is not None]
            if len(names) != 2 or names[0] != names[1]:
                missed.append(f"{text} => {names}")
    assert missed == []


@pytest.mark.parametrize(
    "headline",
    [
        "{}: لن نقبل بأي زيادة",
        "{} لـ«الضفاف»: لن نقبل بأي زيادة",
        "{} يؤكد: لن نقبل بأي زيادة",
        "{} محذرا: لن نقبل بأي زيادة",
        "{} بعد اجتماع الحكومة: لن نقبل بأي زيادة",
        "{} ردا على المعارضة: لن نقبل بأي زيادة",
        "«لن نقبل بأي زيادة».. {} يؤكد",
        "{} يؤكد أن الأسعار ستبقى مستقرة",
        "{} يرفض زيادة الأسعار",
        "{} يطالب بخفض الأسعار",
    ],
)
def test_the_body_tells_who_speaks_in_the_headline(headline: str) -> None:
    body = "\n\nقال {} إن الحكومة لن تقبل بأي زيادة هذا العام.\nوأضاف أن العمل مستمر.\n"
    missed = []
    for short, full, name in (
        ("حداد", "وزير الري سامي حداد", "سامي حداد"),
        ("وزير الري", "وزير الري سامي حداد", "سامي حداد"),
        ("بوتين", "الرئيس الروسي فلاديمير بوتين", "فلاديمير بوتين"),
        ("الكرملين", "الكرملين", "الكرملين"),
        ("مصدر أمني", "مصدر أمني رفيع", "مصدر أمني رفيع"),
        ("مدير المستشفى", "مدير مستشفى الضفاف الدكتور سامي حداد", "سامي حداد"),
        ("لوبيز", "مدرب الضفاف خوسيه لوبيز", "خوسيه لوبيز"),
        ("مسؤول كويتي", "وكيل وزارة الري الكويتية سامي حداد", "سامي حداد"),
    ):
        line = headline.replace("{}", short)
        found = [a for a in detect(line + body.replace("{}", full)) if a.content[0].start < len(line)]
        if len(found) != 1 or found[0].speaker is None or found[0].speaker.name != name:
            missed.append(f"{line} => {[a.speaker and a.speaker.name for a in found]}")
    assert missed == []


@pytest.mark.parametrize(
    "who",
    [
        "يبلغ من العمر 40 عاما",
        "يدعو إلى الحوار",
        "ينتقد الحكومة",
        "يطالب بالتعويض",
        "يؤيد الاتفاق",
        "يصف نفسه بالفقير",
        "تحدث شريطة عدم كشف هويته",
        "تحدث إلى الوكالة",
        "أبلغ الشرطة بالحادث",
        "انتقد القانون في السابق",
    ],
)
def test_a_clause_says_which_source_is_meant(who: str) -> None:
    missed = []
    for source in ("مزارع", "ناشط حقوقي", "مسؤول في الوزارة", "نائب من الحزب", "أحد السكان"):
        for cue, that in (("قال", "إن"), ("وأكد", "أن"), ("وأفاد", "بأن"), ("وأشار", "إلى أن")):
            text = f"{cue} {source} {who} {that} {THAT}."
            found = [(a.cue.of(text), a.source.of(text)) for a in detect(text) if a.cue and a.source]
            if len(detect(text)) != 1 or found != [(cue, source)]:
                missed.append(f"{text} => {found}")
    assert missed == []


@pytest.mark.parametrize("feeling", ["قلق", "دهشت", "استغراب", "رغبت", "ثقت", "ارتياح", "شكوك", "ندم", "أمل"])
def test_what_somebody_feels_is_no_part_of_his_name(feeling: str) -> None:
    missed = []
    for source, name in (
        ("سامي حداد", "سامي حداد"),
        ("الوزير سامي حداد", "سامي حداد"),
        ("ترامب", "ترامب"),
        ("جون ميلر", "جون ميلر"),
        ("اللاعب", "اللاعب"),
        ("المتحدث باسم الوزارة", "المتحدث باسم الوزارة"),
    ):
        text = f"أبدى {source} {feeling}ه من القرار، مؤكدا أن {THAT}."
        found = [(a.type, a.speaker and a.speaker.name) for a in detect(text)]
        if found != [(AttributionType.REPORTED, name), (AttributionType.INDIRECT, name)]:
            missed.append(f"{text} => {found}")
    assert missed == []


@pytest.mark.parametrize("whom", ["الحكومة", "الصين", "إسرائيل", "المعارضة", "البنك الدولي", "السكان"])
def test_somebody_is_blamed(whom: str) -> None:
    missed = []
    for cue in ("انتقد", "أدان", "استنكر"):
        for source in ("ترامب", "ماكرون", "حداد", "الوزير", "الرئيس الفرنسي", "الوزير سامي حداد", "الكرملين"):
            text = f"{cue} {source} {whom} في خطاب أمس."
            found = [(a.source and a.source.of(text), a.content[0].of(text)) for a in detect(text)]
            if len(found) != 1 or found[0][0] != source or not found[0][1].startswith(whom):
                missed.append(f"{text} => {found}")
    assert missed == []
