"""Reading annotated articles: strings become places, what is wrong is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotetrack.detection.records import AttributionType, Span
from quotetrack.evaluation import GoldError, read_gold
from quotetrack.evaluation.gold import locate, places
from quotetrack.messages import LANGUAGES, explain, message

TEXT = "قال الوزير إن الخطة جاهزة. ووصل الوفد إلى العاصمة مساء أمس. قال السفير إن الخطة جاهزة."


def row(**changes: object) -> dict[str, object]:
    return {
        "id": 1,
        "type": "indirect",
        "content": ["إن الخطة جاهزة"],
        "cue": "قال",
        "source": "الوزير",
        "speaker": "الوزير",
        "parent": None,
    } | changes


def write(folder: Path, rows: object, text: str | None = TEXT) -> Path:
    (folder / "a.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    if text is not None:
        (folder / "a.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_repeated_string_is_taken_nearest_to_its_cue(tmp_path: Path) -> None:
    [article] = read_gold(write(tmp_path, [row(), row(id=2, source="السفير")]))
    first, second = article.attributions
    assert first.content[0].end < second.content[0].start
    assert [a.source.of(TEXT) for a in (first, second) if a.source] == ["الوزير", "السفير"]
    assert second.cue == Span(TEXT.rindex("قال"), TEXT.rindex("قال") + 3)


def test_places_prefer_whole_words() -> None:
    text = "مقال قال فيه"
    assert places(text, "قال") == [Span(5, 8)]
    assert places("مقال", "قال") == [Span(1, 4)]


def test_content_parts_stay_in_order() -> None:
    text = "«نعم»، قال، «نعم»"
    placed = locate(text, ["«نعم»", "«نعم»"], "قال", None, 0)
    assert not isinstance(placed, str)
    assert placed[0] == (Span(0, 5), Span(12, 17))


def test_attributions_may_stand_under_a_key(tmp_path: Path) -> None:
    [article] = read_gold(write(tmp_path, {"attributions": [row()]}))
    assert article.attributions[0].type is AttributionType.INDIRECT


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"type": "quoted"}, "type"),
        ({"content": []}, "content"),
        ({"content": "إن الخطة جاهزة"}, "content"),
        ({"cue": "أكد"}, "not_found"),
        ({"source": "الرئيس"}, "not_found"),
    ],
)
def test_a_wrong_annotation_is_left_out_and_named(
    tmp_path: Path, changes: dict[str, object], key: str
) -> None:
    [article] = read_gold(write(tmp_path, [row(**changes), row(id=2)]))
    assert [a.id for a in article.attributions] == [2]
    [problem] = article.problems
    assert (problem.article, problem.id, problem.key) == ("a", 1, key)
    for language in LANGUAGES:
        assert message(f"evaluation.problem.{key}", language, detail=problem.detail)


def test_only_the_asked_articles_are_read(tmp_path: Path) -> None:
    write(tmp_path, [row()])
    (tmp_path / "b.json").write_text("no JSON", encoding="utf-8")
    assert [article.name for article in read_gold(tmp_path, only=["a"])] == ["a"]


@pytest.mark.parametrize(
    ("rows", "text", "key"),
    [
        ([row()], None, "evaluation.no_text"),
        ("nothing", TEXT, "evaluation.unreadable"),
        ([1], TEXT, "evaluation.unreadable"),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(
    tmp_path: Path, rows: object, text: str | None, key: str
) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(write(tmp_path, rows, text))
    assert caught.value.key == key
    assert all(explain(caught.value, language) for language in LANGUAGES)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path)
    assert caught.value.key == "evaluation.empty"
    assert str(tmp_path) in explain(caught.value, "ar")
