"""What DOCX, XLSX, EPUB and ODT have in common: XML in a ZIP, to be looked at before it is parsed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from quotetrack.readers.base import Raw, ReadError, ReadOptions
from quotetrack.readers.hostile import BROKEN_ZIP, declares_entities, is_bomb

_OLE = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", ".ncx")


@contextmanager
def opened(raw: Raw, options: ReadOptions) -> Iterator[zipfile.ZipFile]:
    """The package, after its sizes and its XML have been found harmless.

    Raises:
        ReadError: damaged, protected by a password, a bomb, or with entities of its own.
    """
    if raw.data.startswith(_OLE):
        # An office file with a password is no ZIP any more but an OLE container.
        raise ReadError("readers.encrypted", name=raw.name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as package:
            _check(package, raw.name, options)
            yield package
    except DefusedXmlException as error:
        raise ReadError("readers.unsafe", name=raw.name) from error
    except (*BROKEN_ZIP, LookupError) as error:
        raise ReadError("readers.broken", name=raw.name, reason=type(error).__name__) from error
    except ParseError as error:
        raise ReadError("readers.broken", name=raw.name, reason="XML") from error


def _check(package: zipfile.ZipFile, name: str, options: ReadOptions) -> None:
    infos = package.infolist()
    if len(infos) > options.limits.members:
        raise ReadError("readers.too_many", name=name, count=f"{len(infos):,}")
    size = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    if size > options.limits.member_bytes or is_bomb(size, packed):
        raise ReadError("readers.bomb", name=name)
    if any(info.flag_bits & 1 for info in infos):
        raise ReadError("readers.encrypted", name=name)
    for info in infos:
        if info.filename.lower().endswith(_XML):
            with package.open(info) as stream:
                head = stream.read(1 << 16)
            if declares_entities(head):
                raise ReadError("readers.unsafe", name=name)


def xml(package: zipfile.ZipFile, member: str) -> Element:
    """The root of a member, parsed without entities, DTDs or anything from outside."""
    root: Element = fromstring(package.read(member), forbid_dtd=False)
    return root
