"""Who speaks before the colon of a headline, and what only looks like it."""

import pytest

from quotetrack import detect

BODY = "\n\nقال سامي الخالد لموقع «الضفاف» إن وزارة العمل ومؤسسة الواحات (مؤاد) بخير."
LEADS = [
    ("العمل: جاهزون لتوقيع الاتفاقية", "وزارة العمل"),
    ("العمل: 15 يوما لإنهاء المعاملات", "وزارة العمل"),
    ("مؤاد: الجوع يهدد نحو عشرة ملايين", "مؤاد"),
    ("الخالد: حالة من الهدوء في المدينة", "سامي الخالد"),
    ("المصابون: كل شيء على ما يرام", "المصابون"),
    ("محافظ عدن: المقاومة بحاجة للدعم", "محافظ عدن"),
    ("سوريا: تصدينا للهجوم على المدينة", "سوريا"),
    ("الصين: برامج مبتذلة تحارب القيم.. سنمنعها", "الصين"),
    ("روسيا: أمريكا تستغل حقوقها", "روسيا"),
    ("خاص - محافظ عدن: المقاومة بحاجة للدعم", "محافظ عدن"),
    ("حصري – الخالد: حالة من الهدوء في المدينة", "سامي الخالد"),
]
TOPICS = [
    "القصرين : حجز سلاح وذخيرة وأدوية",
    "الوادي: تنسيق لتخفيف الأضرار على السكان",
    "المشهد: هدوء في المدينة وحذر",
    "الموسيقى: فيلم جديد يحصد جائزة",
    "تونس: عدوانا جديدا شهدته المدينة",
    "سوريا: أحيانا يأتي المطر في الصيف",
    "الهند: عواصف رملية عاتية تقتل العشرات",
    "خاص: عواصف رملية تقتل العشرات",
    "غزة «الضفاف»، وكالات: رفض الأسير عرضا بالإفراج عنه",
]


@pytest.mark.parametrize(("headline", "speaker"), LEADS)
def test_who_leads_a_headline(headline: str, speaker: str) -> None:
    lead = next(one for one in detect(headline + BODY) if one.rule == "colon-lead")
    assert lead.speaker is not None
    assert lead.speaker.name == speaker


@pytest.mark.parametrize("headline", TOPICS)
def test_a_topic_leads_no_report(headline: str) -> None:
    assert not [one for one in detect(headline + BODY) if one.rule == "colon-lead"]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("أمير الأحساء لأهالي العيون: جئنا لخدمتكم", "أمير الأحساء"),
        ("قايد الحداد للمسؤولين الأجانب: البلاد آمنة", "قايد الحداد"),
        ("سامي الخالد لجماهير الضفاف: لم أقصر", "سامي الخالد"),
        ("المفتي للشباب: تنافسوا في الخير", "المفتي"),
        # What ل brings in is of the speaker's office or name.
        ("مدرب المنتخب للناشئين: اللقب هدفنا", "مدرب المنتخب للناشئين"),
        ("رئيس جمعية الضفاف للأطباء: نحتاج إلى الدعم", "رئيس جمعية الضفاف للأطباء"),
        ("الجمعية الخيرية للمسنين: نحتاج إلى الدعم", "الجمعية الخيرية للمسنين"),
        ("المدير التنفيذي للمتقاعدين: نحتاج إلى الدعم", "المدير التنفيذي للمتقاعدين"),
        ("الممثل الدائم للاجئين: لا نقبل الشروط", "الممثل الدائم للاجئين"),
    ],
)
def test_to_whom_a_headline_speaks(headline: str, source: str) -> None:
    lead = next(one for one in detect(headline + BODY) if one.rule == "colon-lead")
    assert lead.source is not None
    assert lead.source.of(headline) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("بوتين لأردوغان: لا تتدخل في شؤوننا\n\nوقال رجب طيب أردوغان إنه باق.", "بوتين"),
        ("المان يونايتد لرونالدو: ننتظرك هذا الصيف\n\nوقال كريستيانو رونالدو إنه باق.", "المان يونايتد"),
        ("سامي لكريم: لا تتدخل في شؤوننا\n\nوتوقف العمل.", "سامي"),
        ("طهران لواشنطن: لا تفاوض على الصواريخ\n\nوتوقف العمل.", "طهران"),
        # Whose office or survey it is, is not spoken to.
        ("الأمين العام لأوبك: لا نتوقع مزيدا\n\nوقالت أوبك إنها باقية.", "الأمين العام لأوبك"),
        ("سفير السعودية للبنان: الأمر جيد\n\nوتوقف العمل.", "سفير السعودية للبنان"),
        ("رسالة لأردوغان: لا تتدخل في شؤوننا\n\nوقال رجب طيب أردوغان إنه باق.", "رسالة لأردوغان"),
    ],
)
def test_one_speaks_to_another_in_a_headline(text: str, source: str) -> None:
    lead = detect(text)[0]
    assert lead.source is not None
    assert lead.source.of(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "سوريا اليوم جيوب متناحرة: جيب هنا وجيب هناك.",
        "الخرطوم، 27 سبتمبر 2024: راديو الضفاف",
        "أفغانستان: مقتل ثمانية",
    ],
)
def test_a_place_is_still_a_topic(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("سامي الخالد: لن نرفع الأسعار أبدا (فيديو)", "لن نرفع الأسعار أبدا"),
        ("سامي الخالد: لن نرفع الأسعار أبدا.. فيديو وصور", "لن نرفع الأسعار أبدا"),
        ("سامي الخالد: «لن نرفع الأسعار أبدا» | صور", "«لن نرفع الأسعار أبدا»"),
        ("وزير النقل يؤكد أن الطريق جاهز (صور)", "أن الطريق جاهز"),
        ("سامي الخالد يكشف: لن نرفع الأسعار أبدا (فيديو)", "لن نرفع الأسعار أبدا"),
        ("سامي الخالد: القاعة فيها صور وفيديو", "القاعة فيها صور وفيديو"),
        ("سامي الخالد: لن ننشر شيئا، لا صور ولا فيديو", "لن ننشر شيئا، لا صور ولا فيديو"),
    ],
)
def test_pictures_that_a_headline_tells_of_at_its_end_are_nobodys_words(text: str, content: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text) == content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("الملك سليم الثاني: بلدنا آمن ومستقر", "الملك سليم الثاني"),
        ("محمد الرابع عشر: سنحمي البلاد كلها", "محمد الرابع عشر"),
        ("ليلى الأولى: سنحمي البلاد كلها", "ليلى الأولى"),
    ],
)
def test_a_number_behind_a_name_is_no_label(text: str, source: str) -> None:
    (lead,) = detect(text)
    assert lead.source is not None
    assert lead.source.of(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "الشوط الأول: تعادل الفريقان في كل شيء",
        "السؤال الثاني: نحن جاهزون للقرار",
        "الثالث: نحن جاهزون للقرار",
    ],
)
def test_a_number_behind_a_thing_is_one(text: str) -> None:
    assert detect(text) == []


ONE_REPORT = [
    ("مدرب الضفاف: نستحق الفوز والحكم ظلمنا", ":", "مدرب الضفاف"),
    ("رد الوزير: لن نتراجع عن القرار", "رد", "الوزير"),
    ("دفاع المتهم: موكلي بريء ولا دليل ضده", ":", "دفاع المتهم"),
    ("دفاع «خلية النهر»: موكلي بريء ولا دليل ضده", ":", "دفاع «خلية النهر»"),
    ("وقال المدرب والمحلل سامي الخالد: إن الأندية رهينة لمموليها", "وقال", "المدرب والمحلل سامي الخالد"),
]


@pytest.mark.parametrize(("headline", "cue", "source"), ONE_REPORT)
def test_a_headline_with_a_cue_of_its_own_is_one_report(headline: str, cue: str, source: str) -> None:
    text = headline + "\n\nنظرت المحكمة القضية أمس."
    (found,) = detect(text)
    assert found.cue is not None
    assert found.source is not None
    assert (found.cue.of(text), found.source.of(text)) == (cue, source)


@pytest.mark.parametrize(
    ("text", "speaker", "medium"),
    [
        ("رويترز عن مسؤول أميركي: الاتفاق قريب من التوقيع", "مسؤول أميركي", "رويترز"),
        ("صحيفة الضفاف عن مصادر أمنية: الاتفاق قريب من التوقيع", "مصادر أمنية", "صحيفة الضفاف"),
        ("القناة 12 عن مسؤولين: الاتفاق قريب من التوقيع", "مسؤولين", "القناة 12"),
        ("وكالة الأنباء الرسمية عن وزير الدفاع: الاتفاق قريب", "وزير الدفاع", "وكالة الأنباء الرسمية"),
    ],
)
def test_a_medium_in_a_lead_passes_somebody_on(text: str, speaker: str, medium: str) -> None:
    told, passed = detect(text)
    assert told.speaker
    assert passed.speaker
    assert (told.speaker.name, passed.speaker.name) == (speaker, medium)
    assert (told.content, passed.type) == (passed.content, "reported")


@pytest.mark.parametrize(
    "text",
    [
        "الوزير عن أزمة المياه: الاتفاق قريب من التوقيع",
        "النائب سامي الخالد عن الحزب: الاتفاق قريب من التوقيع",
        "معلومات عن مسؤول جديد: الاتفاق قريب من التوقيع",
    ],
)
def test_what_a_lead_is_about_is_nobody_whom_it_passes_on(text: str) -> None:
    assert len(detect(text)) == 1


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("مؤكدا أن الطريق جاهز، مضيفا", "سامي الخالد"),
        ("معتبرا أن الطريق جاهز، مستطردا", "سامي الخالد"),
        ("متحدث باسم الضفاف", "متحدث باسم الضفاف"),
    ],
)
def test_a_participle_at_the_head_of_a_line_leads_no_words(lead: str, speaker: str) -> None:
    text = f"قال سامي الخالد إن العمل مستمر.\n{lead}: «لن يتوقف العمل قبل الصيف»."
    (found,) = [one for one in detect(text) if one.content[0].of(text).startswith("«")]
    assert found.speaker is not None
    assert found.speaker.name == speaker


@pytest.mark.parametrize("bullet", ["•", "●", "■", "►"])
def test_bullets_open_leads(bullet: str) -> None:
    body = "قال الوزير سامي الخالد إن الصيف حار."
    text = f"خطة الصيف\n{bullet} الخالد: الشبكة جاهزة\n{bullet} نقابة العمال: الأجور لا تكفي\n{body}"
    found = [(one.speaker.name, one.content[0].of(text)) for one in detect(text) if one.speaker]
    assert found[:2] == [("سامي الخالد", "الشبكة جاهزة"), ("نقابة العمال", "الأجور لا تكفي")]


def test_bullets_open_facts() -> None:
    text = "خطة الصيف\n• الموعد: الأحد المقبل في العاشرة\n• المكان: قاعة المؤتمرات في النخيل"
    assert not detect(text)
