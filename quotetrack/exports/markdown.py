"""Markdown that every renderer shows as it was said: nothing in a quote is markup."""

from __future__ import annotations

import re
from typing import TextIO

from quotetrack.exports.characters import lines
from quotetrack.exports.document import Entry, Fact, sections, subtitle
from quotetrack.exports.job import Job

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$^=@]")
_AT_START = re.compile(r"^([-+:]|\d+(?=[.)]))", re.MULTILINE)
_EDGE = re.compile(r"^[ \t\u00a0]|[ \t\u00a0]$", re.MULTILINE)


def escaped(text: str) -> str:
    """`text` as Markdown (CommonMark and GFM) that shows just these characters; line breaks are hard."""
    text = _SPECIAL.sub(r"\\\g<0>", lines(text))
    text = _AT_START.sub(lambda m: m[1] + "\\" if m[1][0].isdigit() else "\\" + m[1], text)
    text = _EDGE.sub(lambda m: f"&#{ord(m[0])};", text)
    return text.replace("\n", "\\\n")


def write_markdown(stream: TextIO, job: Job) -> None:
    """Write a heading for each speaker or article, and each quote as a block quotation."""
    rtl = job.language == "ar"
    stream.write('<div dir="rtl">\n\n' if rtl else "")
    stream.write(f"# {_one_line(job.title)}\n\n{escaped(subtitle(job))}\n")
    for section in sections(job):
        stream.write(f"\n## {_one_line(section.title)}\n")
        if section.about:
            stream.write("\n" + " · ".join(map(_fact, section.about)) + "\n")
        stream.writelines(_entry(entry) for entry in section.entries)
    stream.write("\n</div>\n" if rtl else "")


def _entry(entry: Entry) -> str:
    quoted = "\n".join(f"> {line}" for line in escaped(entry.text).split("\n"))
    facts = "\\\n".join(" · ".join(map(_fact, line)) for line in entry.lines)
    return f"\n{quoted}\n\n{facts}\n" if facts else f"\n{quoted}\n"


def _fact(fact: Fact) -> str:
    text = escaped(fact.text)
    if fact.link:
        text = f"[{text}](<{re.sub(r'[<>]', lambda m: f'%{ord(m[0]):02X}', fact.link)}>)"
    return f"**{escaped(fact.label)}**: {text}" if fact.label else text


def _one_line(text: str) -> str:
    return escaped(" ".join(lines(text).split("\n")))
