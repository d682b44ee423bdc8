"""Confidence: smoothed shares of what was right on annotated articles."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quotetrack import calibration
from quotetrack.detection.confidence import (
    Calibration,
    ConfidenceError,
    Count,
    How,
    Kind,
    Way,
    confidence_of,
    how_found,
    read_counts,
)
from quotetrack.detection.records import Attribution, AttributionType, Span, Speaker, SpeakerKind
from quotetrack.evaluation.reliability import calibration_error, reliability
from quotetrack.evaluation.scoring import Judged
from quotetrack.messages import LANGUAGES, explain

DIRECT, INDIRECT = AttributionType.DIRECT, AttributionType.INDIRECT
SURE = Kind("sure", DIRECT, True, How("person+role", Way.NAMED))
UNSURE = Kind("unsure", INDIRECT, False, How("person+word", Way.FAR))
ENTRY = """
strength = 8
count = [{ rule = "x", type = "direct", source = true, who = "person", way = "near", total = 1, right = 1 }]
"""


def speaker(at: Span | None) -> Speaker:
    return Speaker("سامي", SpeakerKind.PERSON, named_at=at)


@pytest.mark.parametrize(
    ("cue", "source", "who", "way"),
    [
        (Span(0, 3), Span(4, 9), None, Way.NOBODY),
        (Span(0, 3), Span(4, 9), speaker(Span(5, 9)), Way.NAMED),
        (Span(0, 3), Span(4, 9), speaker(None), Way.NAMED),
        (Span(100, 103), Span(104, 109), speaker(Span(5, 9)), Way.DESCRIBED),
        (Span(100, 103), None, speaker(Span(5, 9)), Way.NEAR),
        (Span(0, 3), None, speaker(Span(200, 204)), Way.NEAR),
        (Span(900, 903), None, speaker(Span(5, 9)), Way.FAR),
        (None, None, speaker(Span(5, 9)), Way.FAR),
    ],
)
def test_how_a_speaker_was_found(
    cue: Span | None, source: Span | None, who: Speaker | None, way: Way
) -> None:
    assert how_found(cue, source, who).way is way


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (None, "nobody"),
        (Speaker("سامي الحداد", SpeakerKind.PERSON, role="وزير الطاقة"), "person+role"),
        (Speaker("سامي", SpeakerKind.PERSON), "person+word"),
        (Speaker("وزارة الطاقة", SpeakerKind.ORGANISATION), "organisation"),
    ],
)
def test_what_sort_of_speaker_was_found(who: Speaker | None, expected: str) -> None:
    assert how_found(Span(0, 3), None, who).who == expected


def test_a_common_kind_gets_its_own_share_and_a_rare_one_that_of_its_like() -> None:
    rating = Calibration([Count(SURE, 900, 855), Count(UNSURE, 600, 240)])
    assert rating.confidence(SURE) == pytest.approx(0.95, abs=0.01)
    assert rating.confidence(UNSURE) == pytest.approx(0.40, abs=0.01)
    cousin = Kind("new rule", INDIRECT, True, SURE.how)
    assert rating.confidence(cousin) == pytest.approx(0.95, abs=0.02)
    stranger = Kind("sure", DIRECT, True, How("group", Way.NAMED))
    assert rating.confidence(stranger) == pytest.approx(1095 / 1500, abs=0.01)


@given(
    st.lists(st.tuples(st.sampled_from([SURE, UNSURE]), st.integers(0, 50), st.integers(0, 50)), max_size=8),
    st.sampled_from([SURE, UNSURE, Kind("other", DIRECT, True, How("group", Way.NEAR))]),
)
def test_confidence_is_never_certain(rows: list[tuple[Kind, int, int]], kind: Kind) -> None:
    rating = Calibration(Count(kind, right + wrong, right) for kind, right, wrong in rows)
    assert 0 < rating.confidence(kind) < 1


def judged(number: int) -> list[Judged]:
    """Attributions of forty articles, of two kinds that are right in 95 and 40 of a hundred."""
    chance = random.Random(number)
    rows = []
    for article in range(40):
        for _ in range(12):
            direct = chance.random() < 0.5
            attribution = Attribution(
                type=DIRECT if direct else INDIRECT,
                content=(Span(10, 20),),
                source=Span(0, 5) if direct else None,
                speaker=speaker(Span(0, 5)),
                rule="sure" if direct else "unsure",
            )
            rows.append(Judged(f"{article:02}", attribution, chance.random() < (0.95 if direct else 0.4)))
    return rows


def test_cross_validated_confidence_means_what_it_says() -> None:
    rows = judged(1)
    rated = calibration.cross_validated(rows, 8.0)
    assert len(rated) == len(rows)
    assert calibration_error(reliability(rated)) < 0.04
    assert calibration.surprise(rated) < calibration.surprise(calibration.cross_validated(rows, 1e9))


def test_an_article_is_never_rated_by_itself() -> None:
    rows = [Judged("only", one.attribution, right=False) for one in judged(2)]
    assert all(one.attribution.confidence > 0.7 for one in calibration.cross_validated(rows, 8.0))


def test_counts_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    counts = calibration.count(judged(3))
    calibration.write_counts(path, counts, 4.0)
    assert read_counts(path) == (counts, 4.0)


@pytest.mark.parametrize(
    "text",
    [
        "strength =",
        "count = []",
        ENTRY.replace("direct", "none"),
        ENTRY.replace("near", "by chance"),
        ENTRY.replace("right = 1", "right = 2"),
        ENTRY.replace("total = 1,", ""),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfidenceError) as caught:
        read_counts(path)
    assert all("confidence.toml" in explain(caught.value, language) for language in LANGUAGES)


def test_the_programs_own_counts_tell_kinds_apart() -> None:
    whole, part = How("person+role", Way.NAMED), How("person+word", Way.FAR)
    sure = confidence_of("verb-clause", INDIRECT, has_source=True, speaker_how=whole)
    guessed = confidence_of("speech-act", AttributionType.REPORTED, has_source=False, speaker_how=part)
    assert 0 < guessed < sure < 1


@pytest.mark.parametrize("damage", [ENTRY, "<<<<<<< ours"])
def test_the_command_counts_and_shows_how_well_it_predicts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damage: str
) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "confidence.toml").write_text(damage, encoding="utf-8")
    monkeypatch.setattr(calibration, "assets", lambda: tmp_path)
    result = CliRunner().invoke(calibration.main, [str(Path(__file__).parent / "gold")])
    assert result.exit_code == 0, result.output
    assert "articles counted into" in result.output
    assert "mean confidence" in result.output
    counts, _ = read_counts(tmp_path / "lexicon" / "confidence.toml")
    assert sum(count.total for count in counts) > 300


def test_new_articles_can_be_added_to_what_was_counted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "lexicon" / "confidence.toml"
    path.parent.mkdir()
    calibration.write_counts(path, [Count(SURE, 900, 855)], 4.0)
    monkeypatch.setattr(calibration, "assets", lambda: tmp_path)
    result = CliRunner().invoke(calibration.main, ["--add", str(Path(__file__).parent / "gold")])
    assert result.exit_code == 0, result.output
    assert "before they were counted" in result.output
    counts, strength = read_counts(path)
    assert strength == 4.0
    assert [count for count in counts if count.kind == SURE] == [Count(SURE, 900, 855)]
    assert sum(count.total for count in counts) > 1200
    again = calibration.added(counts, counts)
    assert [(count.total, count.right) for count in again] == [(2 * c.total, 2 * c.right) for c in counts]
