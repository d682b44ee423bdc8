"""From bytes to characters: byte order marks, UTF-8, the Arabic code pages, and what is no text."""

from __future__ import annotations

import codecs
import os
import re
from dataclasses import dataclass

import charset_normalizer

from quotetrack.readers.base import ReadError

ENCODINGS = ("utf-8", "utf-16", "cp1256", "iso8859-6")
"""The encodings that a window offers; `decode` takes any that Python knows."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ["cp1256", "iso8859_6", "mac_arabic", "cp720", "cp864"]
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ\x90",
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"SQLite format 3\x00",
    b"7z\xbc\xaf",
    b"Rar!",
)
ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOJIBAKE = re.compile("[\u00c0-\u00ff][\u0080-\u00ff\u0152-\u0192\u02c6-\u2122]")
# Declared by nobody honest; some take hours over a megabyte.
_NOT_BELIEVED = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"})
_SAMPLE = 1 << 16
_GLANCE = 400
_DAMAGED = 0.02


_LABELS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1256": "Windows-1256",
    "iso8859-6": "ISO-8859-6",
    "mac-arabic": "Mac Arabic",
    "cp720": "DOS 720",
    "cp864": "DOS 864",
}


def label(encoding: str) -> str:
    """The name by which people know an encoding; "" for none."""
    try:
        name = codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return encoding
    return _LABELS.get(name, name)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters as they stand in a file, none added, none lost, a byte order mark included.

    `quality` is 1.0 when the encoding is certain; `warnings` are message keys.
    """

    text: str
    encoding: str
    quality: float = 1.0
    warnings: tuple[str, ...] = ()


def decode(
    data: bytes, *, encoding: str | None = None, declared: str | None = None, name: str = ""
) -> Decoded:
    """The text of `data`.

    `encoding` is the user's word and is obeyed; `declared` is a web page's or a mail's and is
    believed when the bytes agree with it.

    Raises:
        ReadError: nothing in it, no text at all, or not in the encoding that the user chose.
    """
    if not data:
        raise ReadError("readers.empty", name=name)
    if encoding:
        return _as_told(data, encoding, name)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _strict_or_mended(data, codec, name)
    if (wide := _wide(data)) is not None:
        return _strict_or_mended(data, wide, name)
    _refuse_binary(data, name)
    if declared and (found := _believed(data, declared)):
        return found
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _code_page(data, name)


def file_name(packed: bytes) -> str:
    """The name that bytes of a file system or an archive mean: UTF-8, or mostly Windows-1256."""
    try:
        return packed.decode("utf-8")
    except UnicodeDecodeError:
        return packed.decode("cp1256")


def readable(name: str) -> str:
    """A file's name as people read it, without the halves of characters by which Python keeps odd bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return file_name(os.fsencode(name))
    return name


def unscrambled(text: str) -> tuple[str, str] | None:
    """`text` put right when it was once saved after being read in a wrong encoding.

    The right text and the encoding that it really had, or None when it is not such a text.
    """
    if ARABIC.search(text) or len(_MOJIBAKE.findall(text[:_SAMPLE])) * 8 < len(text[:_SAMPLE].split()):
        return None
    for wrong in ("cp1252", "latin-1"):
        for right in ("utf-8", "cp1256"):
            try:
                mended = text.encode(wrong).decode(right)
            except UnicodeError:
                continue
            if arabic_share(mended) > 0.5:
                return mended, right
    return None


def arabic_share(text: str) -> float:
    """The share of Arabic among the letters of `text`'s first pages, 0.0 where it has no letter."""
    share = 0.0
    for length in (_GLANCE, _SAMPLE):
        sample = text[:length]
        letters = sum(map(str.isalpha, sample))
        share = len(ARABIC.findall(sample)) / letters if letters else 0.0
        if share > 0.5 or length >= len(text):
            break
    return share


@dataclass(frozen=True, slots=True)
class Preview:
    """How the beginning of a file looks in one encoding; `readable` is its share of Arabic."""

    encoding: str
    text: str
    readable: float


def previews(data: bytes, length: int = 400) -> list[Preview]:
    """The beginning of `data` in every encoding in which it can be read, the likeliest first."""
    found = []
    for encoding in (*ENCODINGS, "mac_arabic"):
        text = data[:_SAMPLE].decode(encoding, errors="replace").removesuffix("\ufffd")
        broken = text.count("\ufffd") / max(1, len(text))
        found.append(Preview(encoding, text[:length], max(0.0, _plausible(text) - broken)))
    return sorted(found, key=lambda preview: -preview.readable)


def _plausible(text: str) -> float:
    words = text.split()
    article = sum(word.startswith(("ال", "وال", "بال")) for word in words) / max(1, len(words))
    return arabic_share(text) * (0.5 + min(article * 4, 1.0) / 2)


def _as_told(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
    except LookupError:
        raise ReadError("readers.unknown_encoding", name=name, encoding=encoding) from None
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise ReadError("readers.wrong_encoding", name=name, encoding=encoding, place=at) from None


def _believed(data: bytes, declared: str) -> Decoded | None:
    try:
        codec = codecs.lookup(declared.strip().strip("\"'")).name
        if codec in _NOT_BELIEVED:
            return None
        text = data.decode(codec)
    except (LookupError, UnicodeError):
        return None
    if not ARABIC.search(text):
        # Pages that call themselves Latin-1 and are UTF-8 or Windows-1256 are common.
        return None
    return Decoded(text, codec)


def _strict_or_mended(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return Decoded(text, codec)
    if broken > len(text) * _DAMAGED:
        raise ReadError("readers.binary", name=name)
    return Decoded(text, codec, 0.8, ("readers.warning.damaged",))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Arabic or Latin text is 06 or 00, and no other is 00."""
    sample = data[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    even, odd = sample[::2], sample[1::2]
    for codec, low, high in (("utf-16-le", even, odd), ("utf-16-be", odd, even)):
        arabic, others = high.count(0x06), high.count(0x00) + high.count(0x20)
        if (
            pairs > 1
            and arabic > pairs // 100
            and arabic + others > pairs * 0.8
            and low.count(0) < pairs // 50 + 1
        ):
            return codec
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    if data.startswith(_BINARY) or len(_CONTROLS.findall(sample)) + sample.count(0) > len(sample) * 0.05:
        raise ReadError("readers.binary", name=name)


def _likeliest(data: bytes, name: str) -> str:
    """The code page in which `data` looks most like Arabic, for texts that are odd to statistics.

    Raises:
        ReadError: it looks like Arabic in none.
    """
    best = next(preview for preview in previews(data) if preview.encoding in {"cp1256", "iso8859-6"})
    if best.readable < 0.5:
        raise ReadError("readers.unreadable_encoding", name=name)
    return best.encoding


def _little_damaged(data: bytes) -> bool:
    """Whether this is UTF-8 that lost a few characters."""
    text = data.decode("utf-8", errors="replace")
    few = text.count("\ufffd") <= len(text) * _DAMAGED
    return few and (ARABIC.search(text) is not None or len(text) > 200)


def _code_page(data: bytes, name: str) -> Decoded:
    if _little_damaged(data[:_SAMPLE]) and _little_damaged(data):
        return Decoded(data.decode("utf-8", errors="replace"), "utf-8", 0.8, ("readers.warning.damaged",))
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_CODE_PAGES, threshold=0.5).best()
    codec = _likeliest(data, name) if best is None else codecs.lookup(best.encoding).name
    decoded = _strict_or_mended(data, codec, name)
    if _plausible(decoded.text) < 0.5:
        return Decoded(decoded.text, codec, 0.6, (*decoded.warnings, "readers.warning.encoding_guessed"))
    return Decoded(decoded.text, codec, min(decoded.quality, 0.95), decoded.warnings)
