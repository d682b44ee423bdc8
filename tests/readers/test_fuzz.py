"""Files with bytes changed at random: an article or a reason, never anything else, and in time.

QUOTETRACK_LONG=1 tries many more.
"""

import json
import os
import random
import time
from collections.abc import Callable

import pytest

from quotetrack.article import Article
from quotetrack.messages import LANGUAGES, explain
from quotetrack.readers import Limits, ReadError, ReadOptions, read_each
from tests.readers import documents
from tests.readers.articles import ARTICLE, PAGE
from tests.readers.test_containers import zipped
from tests.readers.test_feed import RSS
from tests.readers.test_tables import ENGLISH, as_csv, as_jsonl, as_xlsx

LONG = bool(os.environ.get("QUOTETRACK_LONG"))
ROUNDS = 400 if LONG else 12
ROUNDS_HERE = 4000 if LONG else 150
"""For what is read in this process, in no time."""
HERE = {"a.txt", "a.csv", "a.jsonl", "a.json", "a.zip"}
ODD = (
    b"\0", b"\r", b"\n", b"\xff\xfe", b'"', b"[", b"{", b"}", b"\xe2\x80\xa8", b"\\ud800", b"1e999",
    b"\xd9" * 9, b"http://[x", b"<![CDATA[", b"&#0;", b"]]>",
)  # fmt: skip
OPTIONS = ReadOptions(limits=Limits(seconds=10))

FILES: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: ARTICLE.encode("cp1256"),
    "a.html": lambda: PAGE.replace("{charset}", "utf-8").encode(),
    "a.md": documents.MARKDOWN.encode,
    "a.docx": documents.docx_with_notes,
    "a.odt": documents.odt,
    "a.epub": documents.epub,
    "a.rtf": lambda: documents.rtf(unicode=True),
    "a.pdf": lambda: documents.pdf(shaped=True),
    "a.eml": lambda: documents.eml(html=True),
    "a.mhtml": documents.mhtml,
    "a.csv": lambda: as_csv(ENGLISH),
    "a.jsonl": lambda: as_jsonl(ENGLISH),
    "a.json": lambda: json.dumps({"articles": [ENGLISH, ENGLISH]}, indent=1, ensure_ascii=False).encode(),
    "a.xlsx": lambda: as_xlsx(dict(ENGLISH)),
    "a.rss": lambda: RSS.replace("{encoding}", "utf-8").encode(),
    "a.zip": lambda: zipped({"a.txt": ARTICLE.encode(), "b.txt": ARTICLE.encode()}),
}


@pytest.mark.parametrize(("name", "make"), FILES.items(), ids=FILES.keys())
def test_changed_bytes_give_an_article_or_a_reason(name: str, make: Callable[[], bytes]) -> None:
    honest = make()
    chance = random.Random(name)
    for _ in range(ROUNDS_HERE if name in HERE else ROUNDS):
        begun = time.monotonic()
        try:
            found = list(read_each(_changed(honest, chance), name=name, options=OPTIONS))
        except ReadError as error:
            found = [error]
        assert found
        for one in found:
            assert isinstance(one, Article | ReadError)
            if isinstance(one, ReadError):
                assert all(explain(one, language) for language in LANGUAGES)
        assert time.monotonic() - begun < 40


def _changed(data: bytes, chance: random.Random) -> bytes:
    """`data` with some bytes changed, a piece repeated, something odd put in, or its end cut off."""
    changed = bytearray(data)
    match chance.randrange(5):
        case 0:
            del changed[chance.randrange(1, len(changed)) :]
        case 1:
            start = chance.randrange(len(changed))
            changed[start:start] = changed[start : start + chance.randrange(1, 3000)] * chance.randrange(
                1, 20
            )
        case 2:
            for _ in range(chance.choice((1, 3))):
                at = chance.randrange(len(changed))
                changed[at:at] = chance.choice(ODD)
        case _:
            for _ in range(chance.choice((1, 3, 30))):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
