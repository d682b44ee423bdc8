"""How many characters a second detection reads, on our own annotated and sample articles."""

from __future__ import annotations

import time
from pathlib import Path

from quotetrack import detect
from quotetrack.assets import assets
from quotetrack.text import fold

GOLD = Path(__file__).parents[1] / "gold"
ROUNDS = 5


def test_characters_a_second() -> None:
    paths = sorted([*GOLD.glob("*.txt"), *(assets() / "samples").glob("*.txt")])
    texts = [path.read_text(encoding="utf-8") for path in paths]
    size = sum(map(len, texts))
    found = sum(len(detect(text)) for text in texts)
    print(
        f"\n{len(texts)} articles, {size:,} characters, {found:,} attributions; the best of {ROUNDS} rounds"
    )
    for name, work in (("fold", fold), ("detect", detect)):
        best = min(spent(work, texts) for _ in range(ROUNDS))
        speed, each = size / best / 1e6, best / len(texts) * 1e3
        print(f"{name:>8}: {speed:8.2f} million characters a second, {each:.2f} ms an article")


def spent(work: object, texts: list[str]) -> float:
    """Seconds of the processor that `work` takes for all texts."""
    assert callable(work)
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start
