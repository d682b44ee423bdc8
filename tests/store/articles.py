"""Articles of our own, with what a detector would report in them."""

from __future__ import annotations

from datetime import date

from quotetrack.article import Article, Origin, OriginKind
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind

MINISTER = "سالم الحدّاد"
TEXT = (
    "قال وزير المياه سالم الحدّاد إن السدود امتلأت بنسبة ٨٠ في المئة. "
    "وأضاف الوزير: «لن نرفع الأسعار هذا العام». "
    "ونفت شركة الريّ الوطنية وجود أي تسرّب، فيما حذّر مصدر مطّلع من أن الصيانة تأخّرت."
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(
    text: str,
    content: str,
    cue: str,
    source: str,
    speaker: Speaker,
    *,
    type: AttributionType = AttributionType.INDIRECT,  # noqa: A002
    cue_class: CueClass = CueClass.STATEMENT,
    confidence: float = 0.9,
) -> Attribution:
    return Attribution(
        type=type,
        content=(span(text, content),),
        cue=span(text, cue),
        source=span(text, source),
        speaker=speaker,
        cue_class=cue_class,
        cue_lemma=cue,
        rule="test",
        confidence=confidence,
    )


def dam_article(**changes: object) -> tuple[Article, list[Attribution]]:
    minister = Speaker(MINISTER, SpeakerKind.PERSON, "وزير المياه", named_at=span(TEXT, MINISTER))
    found = [
        attribution(TEXT, "السدود امتلأت بنسبة ٨٠ في المئة", "قال", f"وزير المياه {MINISTER}", minister),
        attribution(
            TEXT,
            "لن نرفع الأسعار هذا العام",
            "أضاف",
            "الوزير",
            minister,
            type=AttributionType.DIRECT,
            cue_class=CueClass.ADDITION,
            confidence=0.97,
        ),
        attribution(
            TEXT,
            "وجود أي تسرّب",
            "نفت",
            "شركة الريّ الوطنية",
            Speaker("شركة الريّ الوطنية", SpeakerKind.ORGANISATION),
            type=AttributionType.REPORTED,
            cue_class=CueClass.DENIAL,
            confidence=0.6,
        ),
        attribution(
            TEXT,
            "الصيانة تأخّرت",
            "حذّر",
            "مصدر مطّلع",
            Speaker("مصدر مطّلع", SpeakerKind.ANONYMOUS),
            cue_class=CueClass.WARNING,
            confidence=0.4,
        ),
    ]
    fields: dict[str, object] = {
        "text": TEXT,
        "title": "الوزير يطمئن المزارعين",
        "outlet": "صحيفة النهر",
        "author": "ليلى قاسم",
        "published": date(2026, 3, 14),
        "link": "https://example.org/dams",
        "origin": Origin(kind=OriginKind.FILE, name="dams.txt", original=TEXT.encode()),
    }
    return Article(**(fields | changes)), found  # type: ignore[arg-type]


def short_article(
    number: int, outlet: str = "وكالة الفجر", name: str = ""
) -> tuple[Article, list[Attribution]]:
    """One of any number of different articles with one quote each."""
    name = name or f"كريم العدد{number}"
    content = f"القطار رقم {number} سيصل في موعده"
    text = f"أكّد المهندس {name} أن {content}."
    speaker = Speaker(name, SpeakerKind.PERSON, "المهندس", named_at=span(text, name))
    found = [attribution(text, content, "أكّد", f"المهندس {name}", speaker, cue_class=CueClass.CONFIRMATION)]
    day = date(2026, 1 + number % 12, 1 + number % 28)
    return Article(text=text, title=f"خبر القطار {number}", outlet=outlet, published=day), found
