"""Saved web pages: the article among the menus, and the page's word about itself."""

import socket
import time
from datetime import date

import pytest

from quotetrack.readers import Limits, ReadError, ReadOptions, read, read_each
from tests.readers.articles import FIRST, PAGE, SECOND, THIRD, TITLE
from tests.readers.documents import BOMB, OUTSIDE


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("windows-1256", "cp1256"), ("utf-8", "cp1256"), ("iso-8859-1", "cp1256")],
)
def test_a_page_gives_title_outlet_author_date_and_text(declared: str, encoding: str) -> None:
    [article] = read(PAGE.replace("{charset}", declared).encode(encoding), name="a.html")
    assert article.title == TITLE
    assert article.outlet == "جريدة الميدان"
    assert article.author == "هالة الكرمي"
    assert article.published == date(2024, 3, 9)
    assert article.text.startswith(f"{TITLE}\n\n{FIRST}")
    assert SECOND in article.text
    assert THIRD in article.text
    for stray in ("الرئيسية", "جميع الحقوق", "document.write"):
        assert stray not in article.text


def test_the_title_stands_once_and_only_when_wanted() -> None:
    data = PAGE.replace("{charset}", "utf-8").encode()
    assert read(data, name="a.html")[0].text.count(TITLE) == 1
    assert TITLE not in read(data, name="a.html", options=ReadOptions(headline=False))[0].text


def test_a_page_without_an_article_says_what_to_do() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"<!DOCTYPE html><html><body><script>app()</script></body></html>", name="a.html")
    assert caught.value.key == "readers.no_article"


def test_the_original_is_kept_when_wanted() -> None:
    data = PAGE.replace("{charset}", "utf-8").encode()
    assert read(data, name="a.html", options=ReadOptions(keep_original=True))[0].origin.original == data
    assert read(data, name="a.html")[0].origin.original is None


HOSTILE = {
    "nested without end": "<html><body>" + "<div>" * 200_000 + FIRST,
    "lists nested without end": "<html><body>" + "<ul><li>" * 50_000 + FIRST,
    "an entity bomb": BOMB + "<html><body><article><p>" + FIRST + "&i;</p></article></body></html>",
    "a file of this machine": OUTSIDE
    + "<html><body><article><p>"
    + FIRST
    + "&i;</p></article></body></html>",
    "a million attributes": "<html><body><p " + "a='1' " * 300_000 + ">" + FIRST + "</p></body></html>",
    "a million links": "<html><body>" + "<a href=x>y</a>" * 200_000 + FIRST,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_gives_an_article_or_a_reason_in_time(page: str) -> None:
    begun = time.monotonic()
    [found] = read_each(page.encode(), name="a.html", options=ReadOptions(limits=Limits(seconds=6)))
    assert time.monotonic() - begun < 30
    if isinstance(found, ReadError):
        assert found.key in {"readers.no_article", "readers.too_slow", "readers.too_heavy", "readers.broken"}
    else:
        assert len(found.text) < 5 * len(FIRST), "no entity was expanded"
        assert "root:" not in found.text


def test_nothing_that_a_page_refers_to_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("reading a saved page needs no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    page = PAGE.replace("{charset}", "utf-8").replace(
        "<article>",
        "<article><img src='http://127.0.0.1:1/x.png'><script src='http://127.0.0.1:1/x.js'></script>"
        "<link rel=stylesheet href='http://127.0.0.1:1/x.css'><iframe src='http://127.0.0.1:1/'></iframe>",
    )
    [article] = read(page.encode(), name="a.html", options=ReadOptions(isolate=False))
    assert "127.0.0.1" not in article.text
