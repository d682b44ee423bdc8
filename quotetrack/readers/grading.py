"""How far an extracted Arabic text can be trusted, and what of it can be put right.

PDF stores glyphs, not letters. Extraction may give presentation forms, words from their end to
their beginning, marks that open where they should close, or nothing for a glyph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotetrack.readers.decoding import ARABIC

_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]+")
FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LOST = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff\u25a1\ufffe\uffff\u066e\u066f\u06ba\u06a1]")
# No Arabic word begins with these letters; very many end with them.
_ONLY_LAST = ("ة", "ى")
_RIGHT_MARKS = re.compile(r"(?:(?<=[\s:،(])|^)[«“](?=\w)|(?<=[\w.!؟])[»”](?=[\s.,،؛)]|$)", re.MULTILINE)
_WRONG_MARKS = re.compile(r"(?:(?<=[\s:،(])|^)[»”](?=\w)|(?<=[\w.!؟])[«“](?=[\s.,،؛)]|$)", re.MULTILINE)
# Lam-alef ligatures whose letters came out in the wrong order: «األسواق» for «الأسواق».
_TORN_LIGATURE = re.compile("(?<![\u0621-\u064a])(?:و|ب|ف)?ا[أإآ]ل")
_LIGATURE = re.compile("(?<![\u0621-\u064a])(?:و|ب|ف)?ال[أإآ]")
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z0-9\u0660-\u0669][A-Za-z0-9\u0660-\u0669.,:/%@_+-]*")
_MIRRORED = str.maketrans("«»()[]{}<>“”‹›", "»«)(][}{><”“›‹")
_MIRRORED_QUOTES = str.maketrans("«»“”‹›", "»«”“›‹")
_POOR = 0.7


def grade(text: str) -> tuple[float, tuple[str, ...]]:
    """The quality of an extracted text, 0.0 to 1.0, and the warnings that go with it."""
    words = _WORD.findall(text)
    if not words:
        return 0.0, ("readers.warning.pdf_poor",)
    letters = sum(map(len, words))
    signs = {
        "readers.warning.pdf_glyphs": min(1.0, 5 * len(_LOST.findall(text)) / letters),
        "readers.warning.pdf_reversed": reversed_share(words),
        "readers.warning.pdf_marks": _mirrored_share(text),
        "readers.warning.pdf_forms": len(FORMS.findall(text)) / max(1, len(ARABIC.findall(text))),
        "readers.warning.pdf_ligatures": _ligature_share(text),
        "readers.warning.pdf_torn": max(0.0, min(1.0, 3 * (_single_share(words) - 0.1))),
    }
    quality = 1.0
    for share in signs.values():
        quality *= 1.0 - min(share, 0.95)
    warnings = [key for key, share in signs.items() if share > 0.05]
    if quality < _POOR:
        warnings.append("readers.warning.pdf_poor")
    return round(quality, 3), tuple(warnings)


def reversed_share(words: Sequence[str]) -> float:
    """The share of words that stand from their end to their beginning, among those that tell."""
    wrong = sum(word.startswith(_ONLY_LAST) for word in words if len(word) > 2)
    wrong += sum(word.endswith("لا") for word in words if len(word) > 4)
    right = sum(word.endswith(_ONLY_LAST) for word in words if len(word) > 2)
    right += sum(word.startswith("ال") for word in words if len(word) > 4)
    return wrong / (wrong + right) if wrong + right else 0.0


def _mirrored_share(text: str) -> float:
    wrong, right = len(_WRONG_MARKS.findall(text)), len(_RIGHT_MARKS.findall(text))
    return wrong / (wrong + right) if wrong > 1 or (wrong and not right) else 0.0


def _ligature_share(text: str) -> float:
    wrong, right = len(_TORN_LIGATURE.findall(text)), len(_LIGATURE.findall(text))
    return wrong / (wrong + right) if wrong > 1 else 0.0


def turned_marks(text: str) -> tuple[str, bool]:
    """`text` with its quotation marks the right way round, and whether they were not."""
    if _mirrored_share(text) < 0.8:
        return text, False
    return text.translate(_MIRRORED_QUOTES), True


def _single_share(words: Sequence[str]) -> float:
    return sum(len(word) == 1 for word in words) / len(words)


def put_right(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], bool]:
    """The lines of pages; where they stand from left to right, in reading order instead.

    The second value says whether anything was done.
    """
    words = _WORD.findall("\n".join("\n".join(lines) for lines in pages))
    if reversed_share(words) < 0.8:
        return [list(lines) for lines in pages], False
    turned = [[_turned(line) for line in lines] for lines in pages]
    text = "\n".join("\n".join(lines) for lines in turned)
    if _mirrored_share(text) > 0.5:
        turned = [[line.translate(_MIRRORED) for line in lines] for lines in turned]
    return turned, True


def _turned(line: str) -> str:
    """A line read from its other end; numbers and Latin words keep their own direction."""
    return _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], line[::-1])
