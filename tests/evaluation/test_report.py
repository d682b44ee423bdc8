"""Breakdowns, the list of errors and the reliability table."""

from __future__ import annotations

import json

import pytest

from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind
from quotetrack.evaluation import GoldArticle, GoldAttribution, as_dict, as_text, evaluate
from quotetrack.evaluation.cues import class_of
from quotetrack.evaluation.reliability import calibration_error, reliability
from quotetrack.evaluation.scoring import Judged
from quotetrack.evaluation.sides import same_speaker
from quotetrack.messages import LANGUAGES, Language

TEXT = "قال الوزير سامي إن الخطة جاهزة للتنفيذ. ونفى السفير أن يكون قد وقع. وطالب بالمال."
SAMI = Speaker("سامي", SpeakerKind.PERSON)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def gold(id_: int, type_: AttributionType, content: str, cue: str, speaker: str) -> GoldAttribution:
    return GoldAttribution(
        id=id_, type=type_, content=(span(content),), cue=span(cue), source=None, speaker=speaker, parent=None
    )


ARTICLE = GoldArticle(
    "a",
    TEXT,
    (
        gold(1, AttributionType.INDIRECT, "إن الخطة جاهزة للتنفيذ", "قال", "سامي"),
        gold(2, AttributionType.INDIRECT, "أن يكون قد وقع", "ونفى", "السفير"),
        gold(3, AttributionType.REPORTED, "بالمال", "وطالب", "السفير"),
    ),
)
FOUND = [
    Attribution(
        type=AttributionType.INDIRECT,
        content=(span("إن الخطة جاهزة للتنفيذ"),),
        cue=span("قال"),
        speaker=Speaker("السفير", SpeakerKind.PERSON),
        cue_class=CueClass.STATEMENT,
        rule="clause",
        confidence=0.9,
    ),
    Attribution(
        type=AttributionType.DIRECT,
        content=(span("الوزير سامي"),),
        speaker=SAMI,
        rule="guess",
        confidence=0.4,
    ),
    Attribution(
        type=AttributionType.REPORTED, content=(span("بالمال"),), speaker=SAMI, rule="act", confidence=0.9
    ),
]


def test_counts_by_type_class_and_rule() -> None:
    found = as_dict(evaluate([ARTICLE], lambda _: FOUND))
    assert found["by_type"]["indirect"] == {
        "gold": 2,
        "predicted": 1,
        "found": {"p": 100.0, "r": 50.0, "f1": 66.7},
        "attributed": {"p": 0.0, "r": 0.0, "f1": 0.0},
    }
    assert found["by_type"]["direct"]["predicted"] == 1
    assert found["by_class"]["denial"]["gold"] == 1
    assert found["by_class"]["statement"]["predicted"] == 1
    assert found["by_rule"] == {
        "clause": {"predicted": 1, "found": 100.0, "attributed": 0.0},
        "guess": {"predicted": 1, "found": 0.0, "attributed": 0.0},
        "act": {"predicted": 1, "found": 100.0, "attributed": 0.0},
    }
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_every_error_is_listed_once_with_its_rule() -> None:
    mistakes = evaluate([ARTICLE], lambda _: FOUND).mistakes
    assert [(m.kind, m.rule) for m in mistakes] == [
        ("speaker", "clause"),
        ("missed", ""),
        ("spurious", "guess"),
    ]
    assert mistakes[0].what == "سامي <> السفير"
    assert mistakes[1].content == "أن يكون قد وقع"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_names_figures_groups_and_errors(language: Language) -> None:
    evaluation = evaluate([ARTICLE], lambda _: FOUND)
    text = as_text(evaluation, language, errors=True)
    assert "F1  50.0" in text
    for part in ("indirect", "denial", "clause", "سامي <> السفير", "0.90–0.95"):
        assert part in text
    assert "سامي <> السفير" not in as_text(evaluation, language)


def judged(confidence: float, *, right: bool) -> Judged:
    return Judged("a", Attribution(type=AttributionType.DIRECT, content=(), confidence=confidence), right)


def test_reliability_compares_confidence_with_the_share_right() -> None:
    rows = [judged(0.9, right=i < 9) for i in range(10)] + [judged(1.0, right=False), judged(0.3, right=True)]
    low, middle, high = reliability(rows)
    assert (low.count, low.right, low.confidence) == (1, 1.0, 0.3)
    assert (middle.low, middle.count, middle.right) == (0.9, 10, 0.9)
    assert middle.confidence == pytest.approx(0.9)
    assert (high.high, high.count, high.right) == (1.0, 1, 0.0)
    assert calibration_error([low, middle, high]) == pytest.approx((0.7 + 0.0 + 1.0) / 12)
    assert calibration_error([]) == 0.0


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("وقال", CueClass.STATEMENT),
        ("ونفت", CueClass.DENIAL),
        ("بحسب ما ذكرت", CueClass.ACCORDING),
        ("وفقاً", CueClass.ACCORDING),
        (":", CueClass.NONE),
        ("", CueClass.NONE),
    ],
)
def test_the_class_of_an_annotated_cue(cue: str, expected: CueClass) -> None:
    assert class_of(cue) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("فلاديمير بوتين", "الرئيس بوتين", True),
        ("إيمانويل ماكرون", "ايمانويل مَاكرون", True),
        ("وزارة الصحة", "الصحة", True),
        ("وزارة الصحة", "وزارة الدفاع", False),
        ("الوزير", "وزير", True),
        (None, None, True),
        (None, "الوزير", False),
    ],
)
def test_names_are_the_same_up_to_titles_and_spelling(one: str | None, other: str | None, same: bool) -> None:
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same
