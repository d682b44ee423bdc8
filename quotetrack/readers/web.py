"""Fetching one page, when a person asks for it.

Only http and https; with limits of size, time and redirects. An address that a person typed may be
anywhere; where a redirect or a feed leads, only on the public internet or to that same host and
port. Names are resolved once and the connection goes to the address that was looked at.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, wait
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from http.client import HTTPException
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse

from quotetrack import __version__
from quotetrack.article import OriginKind
from quotetrack.readers.base import MEGABYTE, Format, Raw, ReadError, ReadOptions
from quotetrack.readers.formats import sniff

_CHUNK = 1 << 16
_ADDRESSES = 3
_PATIENCE = 0.1
"""Seconds between two looks at whether the user has had enough."""
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAID = {"text/html": Format.HTML, "application/xhtml+xml": Format.HTML, "application/rss+xml": Format.FEED,
         "application/atom+xml": Format.FEED, "text/csv": Format.CSV}  # fmt: skip
_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; quotetrack/{__version__}; a reader at its user's request)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "ar,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLimits:
    """How long and how large a fetch may be; `size` counts bytes after decompression."""

    size: int = 30 * MEGABYTE
    seconds: float = 30.0
    wait: float = 10.0
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server said: a place to go on to, or a page."""

    location: str | None
    data: bytes
    headers: Mapping[str, str]


def fetch(
    address: str,
    *,
    typed: bool = True,
    found_on: str = "",
    options: ReadOptions | None = None,
    limits: WebLimits | None = None,
) -> Raw:
    """The bytes of a page, ready for its reader.

    `typed` says that a person wrote the address; one from a feed or a page may not lead into the
    local network, unless it stays on the host of `found_on`, an address that a person wrote.

    Raises:
        ReadError: what went wrong on the way, and what to do; or the user has had enough.
    """
    options, limits = options or ReadOptions(), limits or WebLimits()
    known = address if typed else found_on
    trusted = _place(_checked(known)) if known else None
    ends = time.monotonic() + limits.seconds
    coming: Future[Raw] = Future()

    def work() -> None:
        try:
            coming.set_result(_fetched(address, trusted, options, limits, ends))
        except BaseException as error:  # noqa: BLE001 (handed over to the thread that waits)
            coming.set_exception(error)

    # Looking up a name and calling a server cannot be broken off; waiting for them can.
    threading.Thread(target=work, name="fetching", daemon=True).start()
    while not wait([coming], _PATIENCE).done:
        if options.stopped():
            raise ReadError("readers.stopped", name=address)
        if time.monotonic() > ends + _PATIENCE:
            raise ReadError("readers.web.too_slow", name=address)
    return coming.result()


def _fetched(
    address: str,
    trusted: tuple[str | None, int] | None,
    options: ReadOptions,
    limits: WebLimits,
    ends: float,
) -> Raw:
    url = _checked(address)
    for _ in range(limits.redirects + 1):
        try:
            answer = _get(url, trusted, ends, limits, options.stopped)
        except ReadError:
            raise
        except (HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
            raise _explained(error, url, ends) from error
        if answer.location is None:
            return _raw(url, answer, options)
        url = _checked(_joined(url, answer.location))
    raise ReadError("readers.web.redirects", name=address)


def _checked(address: str) -> SplitResult:
    """An address in the form that servers take; «example.org/خبر» is completed and escaped.

    Raises:
        ReadError: it is none, or not for http or https.
    """
    address = address.strip()
    if "://" not in address and "." in address.partition("/")[0] and ":" not in address.partition(".")[0]:
        address = f"https://{address}"
    try:
        url = urlsplit(address)
        host = (url.hostname or "").encode("idna").decode("ascii")
        port = url.port
    except (ValueError, UnicodeError):
        raise ReadError("readers.web.address", name=address[:200]) from None
    if url.scheme not in _PORTS:
        raise ReadError("readers.web.scheme", name=address[:200], scheme=url.scheme)
    if not host or any(letter.isspace() for letter in url.netloc):
        raise ReadError("readers.web.address", name=address[:200])
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in {None, _PORTS[url.scheme]} else f"{host}:{port}"
    return url._replace(
        netloc=netloc,
        path=quote(url.path or "/", safe="/%:@!$&'()*+,;=~-._"),
        query=quote(url.query, safe="/?%:@!$&'()*+,;=~-._"),
        fragment="",
    )


def _joined(url: SplitResult, location: str) -> str:
    try:
        return urljoin(url.geturl(), location)
    except ValueError:
        raise ReadError("readers.web.address", name=location[:200]) from None


def _place(url: SplitResult) -> tuple[str | None, int]:
    return url.hostname, url.port or _PORTS[url.scheme]


def _get(
    url: SplitResult,
    trusted: tuple[str | None, int] | None,
    ends: float,
    limits: WebLimits,
    stopped: Callable[[], bool],
) -> _Answer:
    connection = _connection(url, public=_place(url) != trusted, limits=limits)
    with _watched(connection, ends):
        target = url._replace(scheme="", netloc="").geturl()
        if connection.proxy is not None and url.scheme == "http":
            target = url.geturl()
        headers = {"Host": url.netloc, **_HEADERS}
        connection.request("GET", target, headers=headers, preload_content=False, decode_content=False)
        with closing(connection.getresponse()) as response:
            location = response.headers.get("Location")
            if response.status in _REDIRECTS and location:
                return _Answer(location, b"", {})
            _refuse_status(response.status, url)
            name = unquote(url.geturl())
            data = b"".join(_body(response, ends, limits.size, name, stopped))
            if time.monotonic() >= ends:
                raise TimeoutError  # What looks like the end is where the connection was cut.
            return _Answer(None, data, {name.lower(): value for name, value in response.headers.items()})


def _connection(url: SplitResult, *, public: bool, limits: WebLimits) -> HTTPConnection:
    """A connection to the host of `url`, by the user's proxy where the system has one."""
    host, port = _place(url)
    assert host is not None
    proxy = None if proxy_bypass(host) else getproxies().get(url.scheme)
    if proxy:
        if public:
            _refuse_private([host], url)
        through = urlsplit(proxy)
        made = _made(url.scheme, through.hostname or "", through.port or 80, host, limits)
        made.proxy = proxy  # type: ignore[assignment]  # only looked at here
        if url.scheme == "https":
            made.set_tunnel(host, port)
        return made
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise ReadError("readers.web.no_host", name=host) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if public:
        _refuse_private(addresses, url)
    return _reached(url.scheme, addresses[:_ADDRESSES], port, host, limits)


def _reached(scheme: str, addresses: list[str], port: int, host: str, limits: WebLimits) -> HTTPConnection:
    """A connection to the first address that answers; many sites have one that is out of reach."""
    for address in addresses[:-1]:
        connection = _made(scheme, address, port, host, limits)
        try:
            connection.connect()
        except (NewConnectionError, ConnectTimeoutError):
            connection.close()
        else:
            return connection
    return _made(scheme, addresses[-1], port, host, limits)


def _made(scheme: str, address: str, port: int, host: str, limits: WebLimits) -> HTTPConnection:
    if scheme == "http":
        return HTTPConnection(address, port, timeout=limits.wait)
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return HTTPSConnection(
        address, port, timeout=limits.wait, ssl_context=context, server_hostname=host, assert_hostname=host
    )


def _refuse_private(addresses: list[str], url: SplitResult) -> None:
    """Refuses addresses of this machine and of local networks, also when written as a name."""
    for address in addresses:
        try:
            ip = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            if address == "localhost" or address.endswith((".localhost", ".local", ".internal")):
                raise ReadError("readers.web.private", name=unquote(url.geturl())) from None
            continue
        mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
        if not mapped.is_global or mapped.is_multicast:
            raise ReadError("readers.web.private", name=unquote(url.geturl()))


@contextmanager
def _watched(connection: HTTPConnection, ends: float) -> Iterator[None]:
    """Cuts the connection when its time is over, even in the middle of a header."""

    def cut() -> None:
        if connection.sock is not None:
            with suppress(OSError):  # The other side was faster.
                connection.sock.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(max(0.0, ends - time.monotonic()), cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        connection.close()


def _refuse_status(status: int, url: SplitResult) -> None:
    if 200 <= status < 300:
        return
    known = {
        404: "not_found",
        410: "not_found",
        401: "forbidden",
        403: "forbidden",
        429: "forbidden",
        451: "forbidden",
    }
    key = known.get(status, "server")
    raise ReadError(f"readers.web.{key}", name=unquote(url.geturl()), status=status)


def _body(
    response: BaseHTTPResponse, ends: float, limit: int, name: str, stopped: Callable[[], bool]
) -> Iterator[bytes]:
    """The body in pieces, unpacked no further than `limit`."""
    packed = response.headers.get("Content-Encoding", "").lower() in {"gzip", "deflate", "x-gzip"}
    unpacker = zlib.decompressobj(47) if packed else None
    size = 0
    while piece := response.read1(_CHUNK):
        if time.monotonic() > ends:
            raise TimeoutError
        if stopped():
            raise ReadError("readers.stopped", name=name)
        while piece:
            part = unpacker.decompress(piece, _CHUNK) if unpacker else piece
            piece = unpacker.unconsumed_tail if unpacker else b""
            size += len(part)
            if size > limit:
                raise ReadError("readers.web.too_large", name=name, limit=f"{limit / MEGABYTE:.0f}")
            yield part
    if unpacker is not None and not unpacker.eof:
        raise ReadError("readers.web.broken", name=name)


def _explained(error: Exception, url: SplitResult, ends: float) -> ReadError:
    """What trouble on the way means to a person."""
    name = unquote(url.geturl())
    late = time.monotonic() >= ends - 0.05
    if isinstance(error, SSLError | ssl.SSLError) and not late:
        return ReadError("readers.web.tls", name=name)
    refused = isinstance(error, NewConnectionError)  # a kind of ConnectTimeoutError, says urllib3
    if late or (isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError) and not refused):
        return ReadError("readers.web.too_slow", name=name)
    # A server that hangs up without a word is an HTTPException, too, says Python.
    if isinstance(error, zlib.error | ValueError | ProtocolError | HTTPException) and not isinstance(
        error, OSError
    ):
        return ReadError("readers.web.broken", name=name)
    return ReadError("readers.web.unreachable", name=name)


def _raw(url: SplitResult, answer: _Answer, options: ReadOptions) -> Raw:
    said = Message()
    said["content-type"] = answer.headers.get("content-type", "")
    link = url.geturl()
    name = unquote(link)
    if not answer.data:
        raise ReadError("readers.empty", name=name)
    kind = options.format or sniff(url.path, answer.data)
    if kind is Format.TEXT and not options.format:
        kind = _SAID.get(said.get_content_type(), kind)
    return Raw(
        name=name,
        data=answer.data,
        format=kind,
        kind=OriginKind.WEB,
        charset=said.get_content_charset(),
        link=link,
        retrieved=datetime.now(UTC),
    )
