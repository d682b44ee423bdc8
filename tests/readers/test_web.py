"""Fetching: good pages come in whole, and nothing that a server does gets further than a message."""

import gzip
import hashlib
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quotetrack.article import Article, OriginKind
from quotetrack.messages import LANGUAGES, explain
from quotetrack.readers import ReadError, ReadOptions, read_raw
from quotetrack.readers.web import WebLimits, fetch
from tests.readers.articles import ARTICLE, FIRST, TITLE
from tests.readers.server import UTF8, saying, serving, silent, without_proxy

LIMITS = WebLimits(seconds=3.0, wait=2.0, size=1_000_000)
Asked = list[tuple[str, dict[str, str]]]


@pytest.fixture(scope="module")
def web() -> Iterator[tuple[str, Asked]]:
    with serving() as served:
        yield served


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxy(monkeypatch)


def article(address: str) -> Article:
    options = ReadOptions(isolate=False)
    [found] = read_raw(fetch(address, options=options, limits=LIMITS), options)
    assert isinstance(found, Article)
    return found


def refused(address: str, *, typed: bool = True, limits: WebLimits = LIMITS) -> ReadError:
    with pytest.raises(ReadError) as caught:
        fetch(address, typed=typed, limits=limits)
    for language in LANGUAGES:
        assert len(explain(caught.value, language)) > 50
    return caught.value


@pytest.mark.parametrize(
    "path",
    [
        "/article",
        "/خبر",
        "/windows",
        "/wrong-charset",
        "/no-such-charset",
        "/gzip",
        "/deflate",
        "/moved-twice",
    ],
)
def test_a_page_comes_in_with_where_and_when_it_was_fetched(web: tuple[str, Asked], path: str) -> None:
    found = article(web[0] + path)
    assert found.title == TITLE
    assert found.outlet == "جريدة الميدان"
    assert FIRST in found.text
    assert found.origin.kind is OriginKind.WEB
    assert found.origin.retrieved is not None
    assert datetime.now(UTC) - found.origin.retrieved < timedelta(minutes=1)
    assert found.link.startswith("http")


def test_the_original_is_kept_as_it_was_sent(web: tuple[str, Asked]) -> None:
    found = article(web[0] + "/gzip")
    assert found.origin.original is not None
    assert hashlib.sha256(found.origin.original).digest() == hashlib.sha256(UTF8).digest()


def test_a_plain_text_is_read_in_the_encoding_that_the_server_says(web: tuple[str, Asked]) -> None:
    assert article(web[0] + "/text").text == ARTICLE


def test_the_request_says_who_asks_and_carries_no_cookies(web: tuple[str, Asked]) -> None:
    address, asked = web
    asked.clear()
    article(address + "/article")
    [(path, headers)] = asked
    assert path == "/article", "one page, and none of its pictures, scripts or styles"
    assert "quotetrack" in headers["User-Agent"]
    assert not {"Cookie", "Referer", "Authorization"} & headers.keys()


TROUBLE = {
    "/nowhere": "readers.web.not_found",
    "/gone": "readers.web.not_found",
    "/forbidden": "readers.web.forbidden",
    "/too-many": "readers.web.forbidden",
    "/broken": "readers.web.server",
    "/loop": "readers.web.redirects",
    "/ring-1": "readers.web.redirects",
    "/bomb": "readers.web.too_large",
    "/large": "readers.web.too_large",
    "/bad-gzip": "readers.web.broken",
    "/empty": "readers.empty",
    "/to-file": "readers.web.scheme",
    "/to-ftp": "readers.web.scheme",
    "/to-other-port": "readers.web.private",
    "/to-metadata": "readers.web.private",
    "/to-mapped": "readers.web.private",
    "/to-number": "readers.web.private",
    "/to-router": "readers.web.private",
}


@pytest.mark.parametrize(("path", "key"), TROUBLE.items())
def test_trouble_on_the_way_is_said(web: tuple[str, Asked], path: str, key: str) -> None:
    assert refused(web[0] + path).key == key


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
ANSWERS = {
    "nothing": (b"", "unreachable"),
    "no web server": (b"SSH-2.0-OpenSSH_9.2\r\n", "broken"),
    "a header without end": (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", "broken"),
    "headers without end": (HEAD + b"X: y\r\n" * 500 + b"\r\nx", "broken"),
    "greetings without end": (b"HTTP/1.1 100 Continue\r\n\r\n" * 100_000, "unreachable"),
    "less than it said": (HEAD + b"Content-Length: 99999\r\n\r\n" + UTF8, "broken"),
    "pieces of no length": (CHUNKED + b"ZZ\r\n" + UTF8, "broken"),
    "pieces that end early": (CHUNKED + b"5\r\nhello\r\n", "broken"),
    "half of what was packed": (
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(UTF8)[:400],
        "broken",
    ),
    "a place that is none": (b"HTTP/1.1 302 Found\r\nLocation: http://[x\r\n\r\n", "address"),
    "a place and a file": (b"HTTP/1.1 302 Found\r\nLocation: FILE:///etc/passwd\r\n\r\n", "scheme"),
    "no place": (b"HTTP/1.1 302 Found\r\nLocation: \r\n\r\n", "server"),
    "a number that is no status": (b"HTTP/1.1 999 Odd\r\n\r\n", "server"),
}


@pytest.mark.parametrize(("said", "key"), ANSWERS.values(), ids=ANSWERS.keys())
def test_whatever_a_server_says_is_a_page_or_a_sentence(said: bytes, key: str) -> None:
    with saying(said) as address:
        assert refused(address).key == f"readers.web.{key}"


def test_an_encoding_that_costs_hours_is_not_believed() -> None:
    said = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=punycode\r\n\r\n" + b"a" * 900_000
    begun = time.monotonic()
    with saying(said) as address, pytest.raises(ReadError):
        raise next(iter(read_raw(fetch(address, limits=LIMITS), ReadOptions())))  # type: ignore[misc]
    assert time.monotonic() - begun < 5


def test_a_name_that_is_looked_up_for_long_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: done.wait(20) and [])
    begun = time.monotonic()
    limits = WebLimits(seconds=0.5)
    assert refused("http://slow.example/", limits=limits).key == "readers.web.too_slow"
    assert time.monotonic() - begun < 5
    done.set()


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_a_server_that_drips_is_given_up_in_time(web: tuple[str, Asked], path: str) -> None:
    begun = time.monotonic()
    assert refused(web[0] + path, limits=WebLimits(seconds=1.0, wait=0.8)).key == "readers.web.too_slow"
    assert time.monotonic() - begun < 8


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with silent() as address:
        begun = time.monotonic()
        assert refused(address, limits=WebLimits(seconds=5.0, wait=0.5)).key == "readers.web.too_slow"
        assert time.monotonic() - begun < 8


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("file:///etc/passwd", "readers.web.scheme"),
        ("ftp://example.org/a", "readers.web.scheme"),
        ("javascript:alert(1)", "readers.web.scheme"),
        ("data:text/html,x", "readers.web.scheme"),
        ("http://", "readers.web.address"),
        ("http://[broken", "readers.web.address"),
        ("http://host:port/", "readers.web.address"),
        ("http://a b/", "readers.web.address"),
        ("http://127.0.0.1:1/", "readers.web.unreachable"),
        ("http://no-such-site.invalid/", "readers.web.no_host"),
    ],
)
def test_what_is_no_address_or_leads_nowhere(address: str, key: str) -> None:
    assert refused(address).key == key


def test_an_address_from_a_feed_never_leads_into_the_local_network(
    web: tuple[str, Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = web
    genuine = socket.getaddrinfo

    def resolve(host: str, *args: object, **kwargs: object) -> object:
        # A bare system has no /etc/hosts that names localhost.
        return genuine("127.0.0.1" if host == "localhost" else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    asked.clear()
    assert refused(address + "/article", typed=False).key == "readers.web.private"
    assert (
        refused(address.replace("127.0.0.1", "localhost") + "/article", typed=False).key
        == "readers.web.private"
    )
    assert not asked


def test_a_name_that_resolves_to_this_machine_after_a_redirect_is_refused(
    web: tuple[str, Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.readers import server

    genuine = socket.getaddrinfo

    def resolve(host: str, *args: object, **kwargs: object) -> object:
        return genuine("127.0.0.1" if host == "news.example" else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setitem(server.PAGES, "/to-name", server.moved("http://news.example:9/x"))
    assert refused(web[0] + "/to-name").key == "readers.web.private"


def test_a_site_one_of_whose_addresses_is_out_of_reach_is_fetched_from_the_other(
    web: tuple[str, Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = socket.getaddrinfo

    def resolve(host: str, *args: object, **kwargs: object) -> object:
        if host != "news.example":
            return genuine(host, *args, **kwargs)  # type: ignore[arg-type]
        port = int(web[0].rpartition(":")[2])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("127.0.0.2", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert article(web[0].replace("127.0.0.1", "news.example") + "/article").title == TITLE


def test_a_proxy_of_the_system_is_used(web: tuple[str, Asked], monkeypatch: pytest.MonkeyPatch) -> None:
    address, asked = web
    monkeypatch.setenv("http_proxy", address)
    asked.clear()
    found = article("http://news.example/article")
    assert found.title == TITLE
    assert asked[0][0] == "http://news.example/article"
    assert refused("http://10.0.0.1/x", typed=False).key == "readers.web.private"


def test_plain_http_on_the_port_of_https_is_no_secure_connection(web: tuple[str, Asked]) -> None:
    assert refused(web[0].replace("http:", "https:") + "/article").key == "readers.web.tls"


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            try:
                with context.wrap_socket(connection, server_side=True) as secure:
                    received.append(secure.recv(1000))
            except OSError:
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        assert refused(f"https://127.0.0.1:{listener.getsockname()[1]}/x").key == "readers.web.tls"
        thread.join()
    assert not received, "not a byte of the request was sent"
