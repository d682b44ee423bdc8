"""Saved mails: the subject is the title, the sender the outlet, the body the text.

MHTML, in which browsers save a page with all that belongs to it, is a mail, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.dates import parse_date
from quotetrack.readers.decoding import ARABIC, Decoded, decode
from quotetrack.readers.html import article, declared_charset
from quotetrack.readers.markup import plain_text


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a mail, or of the mail that it forwards where it has no Arabic of its own.

    Other attachments and remote pictures are left alone.
    """
    message = message_from_bytes(raw.data, policy=policy.default)
    if place := _header(message, "Snapshot-Content-Location"):
        yield _page(message, replace(raw, link=place), options)
        return
    mail, body = _telling(message, raw, options)
    name, address = parseaddr(_header(mail, "From"))
    made = parse_date(_header(mail, "Date"), options.today)
    yield ReadArticle(
        text=body.text,
        title=_header(mail, "Subject"),
        outlet=name or address.rpartition("@")[2],
        published=made.isoformat() if made else "",
        encoding=body.encoding,
        quality=body.quality,
        warnings=body.warnings,
    )


def _telling(message: EmailMessage, raw: Raw, options: ReadOptions) -> tuple[EmailMessage, Decoded]:
    """The first mail with Arabic in it, outer before inner, and its words; otherwise the first with words."""
    first: tuple[EmailMessage, Decoded] | None = None
    for mail in (message, *_forwarded(message)):
        body = _body(mail, raw, options)
        if body is not None and ARABIC.search(body.text):
            return mail, body
        if body is not None and first is None:
            first = mail, body
    if first is None:
        raise ReadError("readers.empty", name=raw.name)
    return first


def _forwarded(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and isinstance(inside := part.get_payload(), list):
            yield from (mail for mail in inside if isinstance(mail, EmailMessage))


def _page(message: EmailMessage, raw: Raw, options: ReadOptions) -> ReadArticle:
    """The article of a page that a browser saved whole, as MHTML."""
    part = message.get_body(("html",))
    data = _payload(part) if part is not None else b""
    charset = part.get_content_charset() if part is not None else None
    decoded = decode(
        data, encoding=options.encoding, declared=charset or declared_charset(data), name=raw.name
    )
    return article(decoded.text, raw, decoded.encoding, decoded.quality, decoded.warnings)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        # The header parser gives up on some broken headers in these ways.
        return ""


def _body(message: EmailMessage, raw: Raw, options: ReadOptions) -> Decoded | None:
    """The plain part where it has Arabic in it, otherwise the text of the HTML part, None without either."""
    found: list[Decoded] = []
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if part is None or not (data := _payload(part)):
            continue
        charset = part.get_content_charset() or (declared_charset(data) if kind == "html" else None)
        decoded = decode(data, encoding=options.encoding, declared=charset, name=raw.name)
        if kind == "html":
            decoded = Decoded(
                plain_text(decoded.text)[0], decoded.encoding, decoded.quality, decoded.warnings
            )
        if ARABIC.search(decoded.text):
            return decoded
        found.append(decoded)
    return found[0] if found else None


def _payload(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
