"""The annotated articles in tests/gold are well formed (the scheme is that of the annotation guidelines)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
SETS = ("", "read", "unread")
ARTICLES = sorted(str(path.relative_to(GOLD).with_suffix("")) for path in GOLD.rglob("*.json"))
KEYS = {"id", "type", "content", "cue", "source", "speaker", "parent"}
TYPES = {"direct", "indirect", "mixed", "reported"}


def load(name: str) -> tuple[str, list[dict[str, Any]]]:
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    return text, json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


def test_every_article_has_annotations() -> None:
    texts = GOLD.rglob("*.txt")
    assert sorted(str(path.relative_to(GOLD).with_suffix("")) for path in texts) == ARTICLES
    assert all(len(list((GOLD / name).glob("*.json"))) >= 57 for name in SETS)


@pytest.mark.parametrize("name", ARTICLES)
def test_annotations_are_exact_substrings(name: str) -> None:
    text, rows = load(name)
    for row in rows:
        assert set(row) == KEYS
        assert row["type"] in TYPES
        parts = [*row["content"], *(row[key] for key in ("cue", "source") if row[key] is not None)]
        assert row["content"]
        for part in parts:
            assert part in text
            assert part == part.strip()


@pytest.mark.parametrize("name", ARTICLES)
def test_ids_run_and_parents_hold_their_children(name: str) -> None:
    _, rows = load(name)
    assert [row["id"] for row in rows] == list(range(1, len(rows) + 1))
    by_id = {row["id"]: row for row in rows}
    for row in rows:
        if row["parent"] is not None:
            parent = by_id[row["parent"]]
            anchor = row["cue"] or row["content"][0]
            assert any(anchor in part for part in parent["content"])
