"""A detector that finds what stands between «» after «قال ... :» so that the plumbing alone is tested."""

from __future__ import annotations

import re

import pytest

import quotetrack
from quotetrack.cli import app
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind


def toy_detect(text: str) -> list[Attribution]:
    acts = [
        Attribution(type=AttributionType.REPORTED, content=(Span(*m.span()),))
        for m in re.finditer("طالب بوقف النار", text)
    ]
    return acts + [
        Attribution(
            type=AttributionType.DIRECT,
            content=(Span(*m.span(3)),),
            cue=Span(*m.span(1)),
            source=Span(*m.span(2)),
            speaker=Speaker(m[2], SpeakerKind.PERSON, role="وزير"),
            parent=0 if acts else None,
            cue_class=CueClass.STATEMENT,
            cue_lemma="قال",
            rule="quotation",
            confidence=0.9312345,
        )
        for m in re.finditer(r"(قال) ([^:]+): («[^»]*»)", text)
    ]


@pytest.fixture
def detector(monkeypatch):
    monkeypatch.setattr(quotetrack, "detect", toy_detect, raising=False)


@pytest.fixture
def run(capfdbinary, monkeypatch):
    """Run the command line; its exit code, standard output and standard error."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def invoke(*arguments: object) -> tuple[int, str, str]:
        code = app.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return invoke
