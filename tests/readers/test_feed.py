"""Feeds: a list to tick, made without fetching anything."""

import socket
from datetime import date
from pathlib import Path

import pytest

from quotetrack.article import Article, OriginKind
from quotetrack.readers import Format, Raw, ReadError, ReadOptions, read, read_feed
from tests.readers.articles import BODY, FIRST, SECOND, THIRD, TITLE
from tests.readers.documents import BOMB, OUTSIDE

HTML = f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;&lt;img src='http://127.0.0.1:1/t.gif'&gt;"
RSS = f"""<?xml version="1.0" encoding="{{encoding}}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>جريدة الميدان</title>
<item><title>{TITLE}</title><link>https://example.org/1</link>
<pubDate>Sat, 09 Mar 2024 10:15:00 +0300</pubDate>
<description>{FIRST}</description><content:encoded>{HTML}</content:encoded></item>
<item><title>خبر ثان لا نص له</title><link>https://example.org/2</link><description>{THIRD}</description></item>
<item><title>رابط خبيث</title><link>javascript:alert(1)</link><description>{THIRD}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>جريدة الميدان</title><entry><title>{TITLE}</title>
<link href="https://example.org/1"/><updated>2024-03-09T10:15:00Z</updated>
<content type="html">{HTML}</content></entry></feed>"""


def test_the_list_is_made_without_any_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed is listed without the network")

    path = tmp_path / "feed.xml"
    path.write_text(RSS.replace("{encoding}", "utf-8"), encoding="utf-8")
    monkeypatch.setattr(socket.socket, "connect", refuse)
    first, second, third = read_feed(path, options=ReadOptions(isolate=False))
    assert (first.title, first.link, first.outlet) == (TITLE, "https://example.org/1", "جريدة الميدان")
    assert (first.published, first.whole) == (date(2024, 3, 9), True)
    assert (second.title, second.summary, second.whole) == ("خبر ثان لا نص له", THIRD, False)
    assert third.link == "", "only web addresses become links"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_what_the_feed_carries_itself_is_read_without_fetching(encoding: str) -> None:
    data = RSS.replace("{encoding}", encoding).encode(encoding)
    first, second, _ = read(data, name="feed.rss")
    assert first.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
    assert first.origin.kind is OriginKind.FEED
    assert not first.origin.warnings
    assert second.origin.warnings == ("readers.warning.summary",)


def test_atom_is_read_too() -> None:
    [article] = read(ATOM.encode(), name="feed")
    assert isinstance(article, Article)
    assert (article.published, article.link) == (date(2024, 3, 9), "https://example.org/1")
    assert article.text.endswith(SECOND)


@pytest.mark.parametrize("declaration", [BOMB, OUTSIDE], ids=["bomb", "file of this machine"])
def test_a_feed_that_declares_entities_is_refused(declaration: str) -> None:
    body = RSS.partition("?>")[2].replace(FIRST, "&i;")
    with pytest.raises(ReadError) as caught:
        read((declaration + body).encode(), name="feed.xml")
    assert caught.value.key == "readers.unsafe"


@pytest.mark.parametrize("data", [BODY.encode(), b"<rss version='2.0'><channel></channel></rss>"])
def test_what_is_no_feed_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_feed(path)
    assert caught.value.key == "readers.no_entries"


ITEM = f"<item><title>{{title}}</title><link>{{link}}</link><description>{FIRST}</description></item>"


@pytest.mark.parametrize(
    ("link", "fetched", "saved"),
    [
        ("/a/1", "https://feeds.example/a/1", "https://site.example/a/1"),
        ("2?x=1", "https://feeds.example/rss/2?x=1", "https://site.example/2?x=1"),
        ("//cdn.example/3", "https://cdn.example/3", "https://cdn.example/3"),
        ("file:///etc/passwd", "", ""),
        ("", "", ""),
        ("http://[x", "", ""),
    ],
)
def test_links_lead_on_from_where_the_feed_was(link: str, fetched: str, saved: str) -> None:
    channel = "<title>الميدان</title><link>https://site.example/</link>"
    data = (
        f"<rss version='2.0'><channel>{channel}{ITEM.format(title=TITLE, link=link)}</channel></rss>".encode()
    )
    for place, expected in (("https://feeds.example/rss/feed.xml", fetched), ("", saved)):
        [entry] = read_feed(Raw(name="feed.xml", data=data, format=Format.FEED, link=place))
        assert entry.link == expected


def test_the_list_has_words_without_mark_up() -> None:
    title = f"&lt;b&gt;عاجل&lt;/b&gt;\n {TITLE} &amp;amp; غيره"
    item = ITEM.format(title=title, link="/1")
    feed = f"<rss version='2.0'><channel><title>الميدان</title>{item}</channel></rss>"
    [entry] = read_feed(Raw(name="f", data=feed.encode(), format=Format.FEED))
    assert entry.title == f"عاجل {TITLE} & غيره"
