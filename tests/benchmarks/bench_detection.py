"""How fast detection reads: characters and articles a second, beside a bare scan for the cues.

Real articles are read where they lie beside the checkout, else the project's own; memory is that of
a process that has done nothing but detect.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from quotetrack import detect
from quotetrack.assets import assets
from quotetrack.detection import detector
from quotetrack.detection.detector import Detector
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.lexicon import lexicon
from quotetrack.detection.words.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "saudinewsnet.jsonl.gz"
ROUNDS = 3


def articles() -> list[str]:
    """The texts to read: 2,000 real articles, or the project's own several times over."""
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line, _ in zip(lines, range(2000), strict=False)]
    own = [*(ROOT / "tests" / "gold").glob("*.txt"), *(assets() / "samples").glob("*.txt")]
    return [path.read_text(encoding="utf-8") for path in sorted(own)] * 5


def spent(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Seconds of the processor that `work` takes for all texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def best(work: Callable[[str], object], texts: list[str]) -> float:
    return min(spent(work, texts) for _ in range(ROUNDS))


def test_speed_share_and_ratio() -> None:
    texts = articles()
    size = sum(map(len, texts))
    first = spent(detect, texts)
    whole = best(detect, texts)
    forms = frozenset(lexicon().forms)
    word = re.compile(r"\w+")

    def look_up(text: str) -> list[str]:
        return [found for found in word.findall(text) if found in forms]

    bare = best(look_up, texts)
    found = sum(len(detect(text)) for text in texts)
    million = size / 1e6
    how = "interpreted" if detector.__file__.endswith(".py") else "compiled"
    print(f"\n{len(texts):,} articles, {size:,} characters, {found:,} attributions; detection is {how}")
    print(
        f"  detect     {million / whole:6.2f} million characters a second, {len(texts) / whole:.0f} articles"
    )
    print(f"  first time {million / first:6.2f} million characters a second (every word looked up once)")
    print(f"  bare scan  {million / bare:6.2f} million characters a second (words looked up)")
    print(f"  ratio      {whole / bare:6.2f} times the bare scan")
    for name, share in steps(texts).items():
        print(f"  {name:<10} {100 * share / whole:5.1f} % of the time")


def steps(texts: list[str]) -> dict[str, float]:
    """Seconds for the way up to each step, less the steps before it."""
    vocabulary = Vocabulary(lexicon())
    whole = Detector(lexicon())
    spent(whole.detect, texts)
    cut = best(lambda text: Tokens(text, vocabulary), texts)
    framed = best(whole.frames, texts)
    drafted = best(whole.drafts, texts)
    resolved = best(whole.detect, texts)
    return {
        "tokens": cut,
        "frames": framed - cut,
        "reports": drafted - framed,
        "speakers": resolved - drafted,
    }


def test_length() -> None:
    """The same cost for each character of one long text as of short ones."""
    joined = "\n".join(articles())
    print()
    for size in (100_000, 1_000_000, 5_000_000):
        text = (joined * (size // len(joined) + 1))[:size]
        seconds = spent(detect, [text])
        print(
            f"  one article of {size:>9,} characters: {size / seconds / 1e6:5.2f} million characters a second"
        )


MEASURED = """
import sys
from tests.benchmarks.bench_detection import articles
from quotetrack import detect
for text in articles():
    detect(text)
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True, cwd=ROOT
    )
    print(f"\n  a process that detects, its articles included: {int(done.stdout) / 1024:.0f} MB at its peak")
