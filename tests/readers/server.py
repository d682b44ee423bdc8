"""A web server on this machine that behaves as badly as it is told to."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest

from tests.readers.articles import ARTICLE, FIRST, PAGE, SECOND, TITLE

UTF8 = PAGE.replace("{charset}", "utf-8").encode()
HTML = "text/html; charset=utf-8"


class Page(NamedTuple):
    """An answer: status, headers, body, and seconds between the body's pieces."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", HTML),)
    body: bytes = UTF8
    drip: float = 0.0


def moved(location: str, status: int = 302) -> Page:
    return Page(status, (("Location", location),), b"")


PAGES = {
    "/article": Page(),
    "/خبر": Page(),
    "/windows": Page(
        headers=(("Content-Type", "text/html"),),
        body=PAGE.replace("{charset}", "windows-1256").encode("cp1256"),
    ),
    "/wrong-charset": Page(headers=(("Content-Type", "text/html; charset=iso-8859-1"),)),
    "/no-such-charset": Page(headers=(("Content-Type", "text/html; charset=klingon"),)),
    "/text": Page(
        headers=(("Content-Type", "text/plain; charset=windows-1256"),), body=ARTICLE.encode("cp1256")
    ),
    "/gzip": Page(headers=(("Content-Type", HTML), ("Content-Encoding", "gzip")), body=gzip.compress(UTF8)),
    "/deflate": Page(
        headers=(("Content-Type", HTML), ("Content-Encoding", "deflate")), body=zlib.compress(UTF8)
    ),
    "/bomb": Page(
        headers=(("Content-Type", HTML), ("Content-Encoding", "gzip")), body=gzip.compress(bytes(60_000_000))
    ),
    "/bad-gzip": Page(
        headers=(("Content-Type", HTML), ("Content-Encoding", "gzip")), body=b"not gzip at all"
    ),
    "/large": Page(body=UTF8 + b" " * 3_000_000),
    "/empty": Page(body=b""),
    "/slow": Page(drip=0.2),
    "/moved": moved("/article", 301),
    "/moved-twice": moved("/moved", 307),
    "/loop": moved("/loop"),
    "/ring-1": moved("/ring-2"),
    "/ring-2": moved("/ring-1"),
    "/to-file": moved("file:///etc/passwd"),
    "/to-ftp": moved("ftp://example.org/x"),
    "/to-other-port": moved("http://127.0.0.1:1/x"),
    "/to-metadata": moved("http://169.254.169.254/latest/meta-data"),
    "/to-mapped": moved("http://[::ffff:127.0.0.1]:1/x"),
    "/to-number": moved("http://2130706433:1/x"),
    "/to-router": moved("http://192.168.1.1/"),
    "/forbidden": Page(403),
    "/too-many": Page(429),
    "/gone": Page(410),
    "/broken": Page(500),
}


FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>جريدة الميدان</title>
<item><title>{TITLE}</title><link>{{address}}/article</link>
<pubDate>Sat, 09 Mar 2024 10:15:00 +0300</pubDate><description>{FIRST}</description></item>
<item><title>خبر كامل في الخلاصة</title><link>{{address}}/nowhere</link>
<content:encoded>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;
&lt;img src="{{address}}/t.gif"&gt;</content:encoded></item></channel></rss>"""
"""Two entries: the beginning of a page that is there, and a whole text whose page is not."""


class Handler(BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        from urllib.parse import unquote

        self.asked.append((self.path, dict(self.headers)))
        path = unquote(self.path)
        if path.startswith("http://"):  # asked as a proxy
            path = "/" + path.split("/", 3)[3]
        if path == "/slow-head":
            self._slow_head()
            return
        page = PAGES.get(path, Page(404))
        if path == "/feed.xml":
            body = FEED.replace("{address}", f"http://{self.headers['Host']}").encode()
            page = Page(headers=(("Content-Type", "application/rss+xml"),), body=body)
        self.send_response(page.status)
        for name, value in page.headers:
            self.send_header(name, value)
        self.end_headers()
        try:
            if page.drip:
                for byte in page.body:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(page.drip)
            else:
                self.wfile.write(page.body)
        except OSError:
            pass  # The client had enough, which is what the tests are about.

    def _slow_head(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.0 200 OK\r\n")
            for number in range(200):
                self.wfile.write(f"X-{number}: y\r\n".encode())
                self.wfile.flush()
                time.sleep(0.2)
        except OSError:
            pass

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """The server's address, and the list of what it was asked."""
    asked: list[tuple[str, dict[str, str]]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Ours", (Handler,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's own servers are asked directly."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@contextmanager
def silent() -> Iterator[str]:
    """A server that takes the call and says nothing."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@contextmanager
def saying(answer: bytes) -> Iterator[str]:
    """A server that says just this, whatever it is asked, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection, suppress(OSError):
                connection.recv(1 << 16)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        thread.join()
