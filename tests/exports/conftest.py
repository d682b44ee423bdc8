"""A sheet with Arabic, Latin, emoji, line breaks, quotation marks and formulas in every field."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.exports.records import Evidence, SheetArticle, SheetQuote
from quotetrack.exports.sheet import ListSheet
from quotetrack.status import Status
from tests.store.articles import span

# Nothing here is from a newspaper: the people and the harbour are invented.
FIRST = (
    "مدير ميناء «الرمال»: =لا تأجيل 😀\n\n"
    'قال مدير ميناء الرمال سامي الحدّاد (52 عاماً) إن "العمل سيبدأ في 12 كانون الثاني" مع شركة NATO-Port، '
    'وأضاف: «لن نقبل بأقل من 50% من العقد،\n=HYPERLINK("http://x") ولا بأكثر من 3.5 مليون دولار» أمس.\n'
    "وذكر الموقع أن السفينة غادرت <b>المرفأ</b> & لم تعد.\n"
)
SECOND = '@بيان: طالب العمال بزيادة الأجور 💼، ونفت الوزيرة ليلى سمعان أن تكون "الزيادة" +مستحيلة.\n'
LONG = "قال سامي الحداد: «" + "كلام طويل جداً " * 300 + "».\n"


def quote(id_: int, article: SheetArticle, content: str, **parts: object) -> SheetQuote:
    """A quote of an article by its words; `cue` and `source` are given by theirs, too."""
    placed = {name: span(article.text, str(parts.pop(name))) for name in ("cue", "source") if name in parts}
    spans = tuple(span(article.text, words) for words in content.split(" … "))
    return SheetQuote(article=article, id=id_, content=spans, **placed, **parts)  # type: ignore[arg-type]


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
    direct, sure = {"type": AttributionType.DIRECT}, {"status": Status.CONFIRMED}
    return [
        quote(
            101,
            first,
            'إن "العمل سيبدأ في 12 كانون الثاني"',
            type=AttributionType.MIXED,
            cue="قال",
            source="مدير ميناء الرمال سامي الحدّاد",
            cue_class=CueClass.STATEMENT,
            cue_lemma="قال",
            rule="verb_subject",
            confidence=0.9312,
            verdict='=صحيح "جزئياً"',
            verdict_scale="سلم ثلاثي",
            note='-ملاحظة 📝\nسطر ثانٍ; "مقتبس"\tبعلامة جدولة',
            tags=("اقتصاد", "=ميناء، كبير"),
            evidence=(Evidence(link="https://example.org/e?x=«1»", title="@دليل", note="+سطر\nوآخر"),),
            **sure,
            **haddad,
        ),
        quote(
            102,
            first,
            '«لن نقبل بأقل من 50% من العقد، … =HYPERLINK("http://x") ولا بأكثر من 3.5 مليون دولار»',
            cue="وأضاف",
            cue_class=CueClass.ADDITION,
            cue_lemma="أضاف",
            confidence=0.5,
            status=Status.CORRECTED,
            **direct,
            **haddad,
        ),
        quote(
            103,
            first,
            "=لا تأجيل 😀",
            cue=":",
            source="مدير ميناء «الرمال»",
            speaker="مدير ميناء «الرمال»",
            speaker_kind=SpeakerKind.PERSON,
            **direct,
            **sure,
        ),
        quote(
            104,
            first,
            "أن السفينة غادرت <b>المرفأ</b> & لم تعد",
            type=AttributionType.INDIRECT,
            cue="وذكر",
            source="الموقع",
            speaker="=الموقع",
            speaker_kind=SpeakerKind.OUTLET,
            **sure,
        ),
        quote(
            201,
            second,
            "بزيادة الأجور",
            type=AttributionType.REPORTED,
            cue="طالب",
            source="العمال",
            speaker="العمال",
            speaker_kind=SpeakerKind.GROUP,
            verdict="غير قابل للتحقق",
        ),
        quote(
            202,
            second,
            'أن تكون "الزيادة" +مستحيلة',
            type=AttributionType.MIXED,
            cue="ونفت",
            source="الوزيرة ليلى سمعان",
            speaker="ليلى سمعان",
            speaker_kind=SpeakerKind.PERSON,
            cue_class=CueClass.DENIAL,
            parent=201,
            status=Status.REJECTED,
        ),
        quote(203, second, "@بيان", speaker=None, **direct),
        quote(
            301,
            third,
            LONG[LONG.index("«") : LONG.index("»") + 1],
            cue="قال",
            source="سامي الحداد",
            **direct,
            **sure,
            **haddad,
        ),
    ]


@pytest.fixture(scope="session")
def quotes() -> list[SheetQuote]:
    return _quotes()


@pytest.fixture(scope="session")
def sheet(quotes) -> ListSheet:
    return ListSheet(quotes)
