"""`quotetrack evaluate` on annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "قال الوزير: «لن نغلق المصنع». وقال السفير: «سنعود»."
    rows = [
        {"id": 1, "type": "direct", "content": ["«لن نغلق المصنع»"], "cue": "قال", "source": "الوزير"},
        {"id": 2, "type": "direct", "content": ["«سنعود»"], "cue": "وقال", "source": "السفير"},
    ]
    for row in rows:
        row |= {"speaker": row["source"], "parent": None}
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def test_it_prints_figures_and_breakdowns(run, folder):
    code, out, err = run("evaluate", folder)
    assert (code, err) == (0, "")
    assert "P 100.0  R 100.0  F1 100.0   attributed" in out
    assert "By rule" in out
    assert "Reliability" in out


def test_it_speaks_arabic(run, folder):
    code, out, _ = run("evaluate", folder, "--language", "ar")
    assert code == 0
    assert "الموثوقية" in out


def test_json_holds_everything(run, folder):
    code, out, _ = run("evaluate", folder, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["attributed"]["f1"] == 100.0
    assert found["by_type"]["direct"]["gold"] == 2
    assert found["errors"] == []


def test_errors_are_listed_on_request(run, folder, detector):
    _, out, _ = run("evaluate", folder)
    assert "«سنعود»" not in out
    (folder / "a.json").write_text(
        json.dumps(
            [
                {
                    "id": 1,
                    "type": "direct",
                    "content": ["«سنعود»"],
                    "cue": None,
                    "source": None,
                    "speaker": "الملك",
                }
            ]
        ),
        encoding="utf-8",
    )
    _, out, _ = run("evaluate", folder, "--errors")
    assert "الملك <> السفير" in out
    assert "spurious" in out


def test_only_scores_the_named_articles(run):
    code, out, _ = run("evaluate", GOLD, "--only", "eg_bread", "--json")
    assert code == 0
    assert json.loads(out)["articles"] == 1


def test_an_annotation_that_does_not_fit_is_named(run, folder):
    rows = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    rows[0]["content"] = ["«لن نفتح المصنع»"]
    (folder / "a.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    code, out, _ = run("evaluate", folder)
    assert code == 1
    assert "a, annotation 1" in out
    assert "لن نفتح" in out


def test_a_folder_without_articles_is_refused(run, tmp_path):
    code, out, err = run("evaluate", tmp_path)
    assert (code, out) == (3, "")
    assert "NAME.json" in err
