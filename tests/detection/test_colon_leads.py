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
]
TOPICS = [
    "القصرين : حجز سلاح وذخيرة وأدوية",
    "الوادي: تنسيق لتخفيف الأضرار على السكان",
    "المشهد: هدوء في المدينة وحذر",
    "الموسيقى: فيلم جديد يحصد جائزة",
    "تونس: عدوانا جديدا شهدته المدينة",
    "سوريا: أحيانا يأتي المطر في الصيف",
    "الهند: عواصف رملية عاتية تقتل العشرات",
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
