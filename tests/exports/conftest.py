"""A sheet with Arabic, Latin, emoji, line breaks, quotation marks and formulas in every field."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quotetrack.detection.records import AttributionType, CueClass, Span, SpeakerKind
from quotetrack.exports.records import Evidence, SheetArticle, SheetQuote
from quotetrack.exports.sheet import ListSheet
from quotetrack.status import Status

# Nothing here is from a newspaper: the people and the harbour are invented.
FIRST = (
    "مدير ميناء «الرمال»: =لا تأجيل 😀\n\n"
    'قال مدير ميناء الرمال سامي الحدّاد (52 عاماً) إن "العمل سيبدأ في 12 كانون الثاني" مع شركة NATO-Port، '
    'وأضاف: «لن نقبل بأقل من 50% من العقد،\n=HYPERLINK("http://x") ولا بأكثر من 3.5 مليون دولار» أمس.\n'
    "وذكر الموقع أن السفينة غادرت <b>المرفأ</b> & لم تعد.\n"
)
SECOND = '@بيان: طالب العمال بزيادة الأجور 💼، ونفت الوزيرة ليلى سمعان أن تكون "الزيادة" +مستحيلة.\n'
LONG = "قال سامي الحداد: «" + "كلام طويل جداً " * 300 + "».\n"


def span(text: str, words: str, start: int = 0) -> Span:
    place = text.index(words, start)
    return Span(place, place + len(words))


def _quotes() -> list[SheetQuote]:
    first = SheetArticle(
        id=7,
        text=FIRST,
        name="مقال =1.txt",
        title='=العنوان "الأول" 😀\nسطر ثانٍ',
        outlet="+جريدة «الميناء», الأولى",
        author="-كاتب & <محرر>",
        published=date(2024, 2, 29),
        link="https://example.com/a?b=1&c=%D8%AE",
        retrieved=datetime(2024, 3, 1, tzinfo=UTC),
        pages=(0, FIRST.index("وأضاف"), FIRST.index("وذكر")),
    )
    second = SheetArticle(id=9, text=SECOND, name="@second.txt", link="javascript:alert(1)")
    third = SheetArticle(id=11, text=LONG, name="long.txt", title="نص طويل", outlet="وكالة")
    haddad = {
        "speaker": "سامي الحدّاد",
        "speaker_kind": SpeakerKind.PERSON,
        "speaker_role": "=مدير ميناء الرمال",
    }
    return [
        SheetQuote(
            article=first,
            id=101,
            type=AttributionType.MIXED,
            content=(span(FIRST, 'إن "العمل سيبدأ في 12 كانون الثاني"'),),
            cue=span(FIRST, "قال"),
            source=span(FIRST, "مدير ميناء الرمال سامي الحدّاد"),
            cue_class=CueClass.STATEMENT,
            cue_lemma="قال",
            rule="verb_subject",
            confidence=0.9312,
            status=Status.CONFIRMED,
            verdict='=صحيح "جزئياً"',
            verdict_scale="سلم ثلاثي",
            note='-ملاحظة 📝\nسطر ثانٍ; "مقتبس"\tبعلامة جدولة',
            tags=("اقتصاد", "=ميناء، كبير"),
            evidence=(Evidence(link="https://example.org/e?x=«1»", title="@دليل", note="+سطر\nوآخر"),),
            **haddad,
        ),
        SheetQuote(
            article=first,
            id=102,
            type=AttributionType.DIRECT,
            content=(
                span(FIRST, "«لن نقبل بأقل من 50% من العقد،"),
                span(FIRST, '=HYPERLINK("http://x") ولا بأكثر من 3.5 مليون دولار»'),
            ),
            cue=span(FIRST, "وأضاف"),
            cue_class=CueClass.ADDITION,
            cue_lemma="أضاف",
            confidence=0.5,
            status=Status.CORRECTED,
            **haddad,
        ),
        SheetQuote(
            article=first,
            id=103,
            type=AttributionType.DIRECT,
            content=(span(FIRST, "=لا تأجيل 😀"),),
            cue=span(FIRST, ":"),
            source=span(FIRST, "مدير ميناء «الرمال»"),
            speaker="مدير ميناء «الرمال»",
            speaker_kind=SpeakerKind.PERSON,
            status=Status.CONFIRMED,
        ),
        SheetQuote(
            article=first,
            id=104,
            type=AttributionType.INDIRECT,
            content=(span(FIRST, "أن السفينة غادرت <b>المرفأ</b> & لم تعد"),),
            cue=span(FIRST, "وذكر"),
            source=span(FIRST, "الموقع"),
            speaker="=الموقع",
            speaker_kind=SpeakerKind.OUTLET,
            status=Status.CONFIRMED,
        ),
        SheetQuote(
            article=second,
            id=201,
            type=AttributionType.REPORTED,
            content=(span(SECOND, "بزيادة الأجور"),),
            cue=span(SECOND, "طالب"),
            source=span(SECOND, "العمال"),
            speaker="العمال",
            speaker_kind=SpeakerKind.GROUP,
            verdict="غير قابل للتحقق",
        ),
        SheetQuote(
            article=second,
            id=202,
            type=AttributionType.MIXED,
            content=(span(SECOND, 'أن تكون "الزيادة" +مستحيلة'),),
            cue=span(SECOND, "ونفت"),
            source=span(SECOND, "الوزيرة ليلى سمعان"),
            speaker="ليلى سمعان",
            speaker_kind=SpeakerKind.PERSON,
            cue_class=CueClass.DENIAL,
            parent=201,
            status=Status.REJECTED,
        ),
        SheetQuote(
            article=second,
            id=203,
            type=AttributionType.DIRECT,
            content=(span(SECOND, "@بيان"),),
            speaker=None,
        ),
        SheetQuote(
            article=third,
            id=301,
            type=AttributionType.DIRECT,
            content=(span(LONG, LONG[LONG.index("«") : LONG.index("»") + 1]),),
            cue=span(LONG, "قال"),
            source=span(LONG, "سامي الحداد"),
            status=Status.CONFIRMED,
            **haddad,
        ),
    ]


@pytest.fixture(scope="session")
def quotes() -> list[SheetQuote]:
    return _quotes()


@pytest.fixture(scope="session")
def sheet(quotes) -> ListSheet:
    return ListSheet(quotes)
